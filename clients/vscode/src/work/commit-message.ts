/** The key of the branch's issue in the message of a commit. */
import { commands, type Disposable, l10n, window, workspace } from 'vscode';
import type { CurrentIssue, CurrentIssueTracker } from './current-issue.ts';
import type { GitRepository } from './git-api.ts';

/** Writes the key before the message, where it is not in it yet, and goes there. */
export async function insertKey({ key, repository: { inputBox } }: Pick<CurrentIssue, 'key' | 'repository'>): Promise<void> {
  if (!inputBox.value.toUpperCase().includes(key)) inputBox.value = `${key} ${inputBox.value}`;
  await commands.executeCommand('workbench.view.scm');
}

/** The command: of the current issue, where there is one. */
export async function insertCurrentKey({ current }: CurrentIssueTracker): Promise<void> {
  if (current === undefined) void window.showInformationMessage(l10n.t('The branch that is checked out names no issue.'));
  else await insertKey(current);
}

/** Begins each message with the issue of the branch, where the user wants that: into an empty box, and over a beginning of its own. */
export class MessagePrefix implements Disposable {
  readonly #disposables: Disposable[];
  readonly #written = new WeakMap<GitRepository, string>();
  #committing: Disposable | undefined;
  #last: GitRepository | undefined;

  constructor(tracker: CurrentIssueTracker) {
    this.#disposables = [
      tracker.onDidChange((current) => this.#follow(current)),
      workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration(setting) && tracker.current !== undefined) this.#write(tracker.current);
      }),
    ];
  }

  dispose(): void {
    this.#committing?.dispose();
    for (const each of this.#disposables) each.dispose();
  }

  #follow(current: CurrentIssue | undefined): void {
    this.#committing?.dispose();
    this.#committing = current?.repository.onDidCommit(() => this.#write(current));
    if (current !== undefined) this.#write(current);
    else if (this.#last !== undefined) this.#replace(this.#last, '');
    this.#last = current?.repository;
  }

  #write({ key, repository }: CurrentIssue): void {
    const template = workspace.getConfiguration(undefined, repository.rootUri).get<string>(setting) ?? '';
    if (template !== '' || this.#written.has(repository)) this.#replace(repository, template.replaceAll('{key}', key));
  }

  /** What somebody wrote stays as it is. */
  #replace(repository: GitRepository, beginning: string): void {
    const { inputBox } = repository;
    if (inputBox.value !== '' && inputBox.value !== this.#written.get(repository)) return;
    inputBox.value = beginning;
    this.#written.set(repository, beginning);
  }
}

const setting = 'jira.work.commitMessagePrefix';
