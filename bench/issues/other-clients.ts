/** Other programs' ways to Jira, to compare with. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';

/** A client of Jira's REST API. */
export interface OtherClient {
  readonly name: string;
  /** A file of `contenders/`. */
  readonly program: string;
  /** From where it is loaded. */
  readonly modules?: string;
}

const folder = join(import.meta.dirname, '..', '..', '.cache', 'bench', 'jira');
/** The newest ones that talk to a self-hosted Jira: jira.js 6 does not. */
const packages = ['jira.js@5', 'jira-client@8', 'jira-connector@3'];

/** The clients. Those of npm that are missing are installed below `.cache`: they are old or large, and no dependency of anything. */
export function otherClients(): OtherClient[] {
  if (packages.some((name) => !existsSync(join(folder, 'node_modules', name.split('@')[0]!)))) {
    mkdirSync(folder, { recursive: true });
    execFileSync('npm', ['install', '--prefix', folder, '--no-package-lock', '--silent', ...packages], { stdio: 'inherit' });
  }
  const modules = join(folder, 'package.json');
  const ofNode = packages.map((name) => ({ name: name.replace('@', ' '), program: `${name.split('@')[0]!.replace('.', '-')}.mjs`, modules }));
  const python = spawnSync('/usr/bin/python3', ['-c', 'import jira; print(jira.__version__)'], { encoding: 'utf8' });
  if (python.status === 0) return [...ofNode, { name: `Python’s jira ${python.stdout.trim()}`, program: 'python_jira.py' }];
  process.stderr.write('Python’s jira takes no part: it is not installed for /usr/bin/python3 (Debian’s package is python3-jira).\n');
  return ofNode;
}
