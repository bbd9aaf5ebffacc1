/** Repositories of git, as a person has them. */
import { execFileSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A work tree with one commit on `main`. */
export class Repository {
  readonly folder: string;
  readonly #home: string;

  private constructor(folder: string, home: string) {
    this.folder = folder;
    this.#home = home;
  }

  /** Makes one, for a person who has told git her name. @param home whose settings git reads */
  static async create(folder: string, home: string): Promise<Repository> {
    await mkdir(folder, { recursive: true });
    await writeFile(join(home, '.gitconfig'), '[user]\n\tname = Alice Archer\n\temail = alice@example.com\n[init]\n\tdefaultBranch = main\n');
    await writeFile(join(folder, 'notes.md'), 'See ABC-1 for more.\n');
    const repository = new Repository(folder, home);
    repository.git('init', '--quiet');
    repository.git('add', '--all');
    repository.git('commit', '--quiet', '--message', 'Begin');
    return repository;
  }

  /** Runs git in it. @returns what it printed @throws {Error} where it fails */
  git(...args: string[]): string {
    const env = { PATH: process.env['PATH'], HOME: this.#home, GIT_CONFIG_NOSYSTEM: '1', LC_ALL: 'C' };
    return execFileSync('git', args, { cwd: this.folder, env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim();
  }

  get branch(): string {
    return this.git('branch', '--show-current');
  }

  get branches(): string[] {
    return this.git('branch', '--format', '%(refname:short)').split('\n');
  }
}
