/** A change of the branch that is checked out, which can be taken back. */
import { l10n } from 'vscode';
import { type GitBranch, type GitRepository, wordsOfGit } from './git-api.ts';
import type { BranchChoice } from './branch-choice.ts';

/** Done by git, as git does it: changes that are not committed come along, or git refuses. */
export class BranchChange {
  /** What was done, for people. */
  readonly words: string;
  readonly #repository: GitRepository;
  readonly #choice: Exclude<BranchChoice, { kind: 'none' }>;
  readonly #before: GitBranch;

  private constructor(repository: GitRepository, choice: Exclude<BranchChoice, { kind: 'none' }>, before: GitBranch) {
    this.#repository = repository;
    this.#choice = choice;
    this.#before = before;
    this.words = choice.kind === 'create' ? l10n.t('The new branch {0} is checked out.', choice.name) : l10n.t('The branch {0} is checked out.', choice.name);
  }

  /** Makes it. @returns `undefined` where there is nothing to do @throws {Error} in git's words; nothing was changed then */
  static async make(repository: GitRepository, choice: BranchChoice): Promise<BranchChange | undefined> {
    if (choice.kind === 'none') return undefined;
    const before = { ...repository.state.HEAD };
    try {
      if (choice.kind === 'create') await repository.createBranch(choice.name, true, choice.from);
      else await repository.checkout(choice.name);
    } catch (error) {
      throw new Error(l10n.t('git did not check out the branch {0}: {1}', choice.name, wordsOfGit(error)));
    }
    return new BranchChange(repository, choice, before);
  }

  /** Takes it back. @returns what was done or not, for people */
  async takeBack(): Promise<string> {
    const { name, commit } = this.#before;
    const place = name ?? commit;
    try {
      if (commit === undefined) await this.#repository.createBranch(name ?? 'main', true); // Before the first commit the branch is but a name.
      else if (place !== undefined) await this.#repository.checkout(place);
      if (this.#choice.kind === 'create' && commit !== undefined) await this.#repository.deleteBranch(this.#choice.name, true);
      return this.#choice.kind === 'create' ? l10n.t('The branch {0} was taken back.', this.#choice.name) : l10n.t('The branch {0} is checked out again.', place ?? '');
    } catch (error) {
      return l10n.t('The branch {0} stays, since git did not take it back: {1}', this.#choice.name, wordsOfGit(error));
    }
  }
}
