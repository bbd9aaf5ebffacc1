/** What is used of the API (version 1) of VS Code's own Git extension; the names are those of its `git.d.ts`. */
import { type Event, extensions, type Uri } from 'vscode';

/** A branch; one that is checked out and has no commit yet has no `commit`. */
export interface GitBranch {
  /** Absent where no branch is checked out, but a commit. */
  readonly name?: string;
  readonly commit?: string;
  /** Of a branch on a remote: the remote's name, which begins `name` too. */
  readonly remote?: string;
}

/** A repository that is open in this window. */
export interface GitRepository {
  readonly rootUri: Uri;
  /** The box of its message in the Source Control view. */
  readonly inputBox: { value: string };
  readonly state: { readonly HEAD: GitBranch | undefined; readonly onDidChange: Event<void> };
  /** Whether it is the one that is selected in the Source Control view. */
  readonly ui: { readonly selected: boolean; readonly onDidChange: Event<void> };
  readonly onDidCommit: Event<void>;
  getBranches(query: { readonly remote: boolean }): Promise<GitBranch[]>;
  createBranch(name: string, checkout: boolean, ref?: string): Promise<void>;
  deleteBranch(name: string, force?: boolean): Promise<void>;
  checkout(treeish: string): Promise<void>;
}

/** The repositories of this window. */
export interface GitApi {
  readonly repositories: readonly GitRepository[];
  readonly onDidOpenRepository: Event<GitRepository>;
  readonly onDidCloseRepository: Event<GitRepository>;
  getRepository(uri: Uri): GitRepository | null;
}

interface GitExtension {
  readonly enabled: boolean;
  getAPI(version: 1): GitApi;
}

/** @returns `undefined` where git is switched off in the settings, is not installed, or this VS Code has no Git extension */
export async function gitApi(): Promise<GitApi | undefined> {
  try {
    const git = await extensions.getExtension<GitExtension>('vscode.git')?.activate();
    return git?.enabled === true ? git.getAPI(1) : undefined;
  } catch {
    // Its own message has told the user why it does not start.
    return undefined;
  }
}

/** What git said of a failure, in one line. */
export function wordsOfGit(error: unknown): string {
  const { stderr, message } = error as { stderr?: unknown; message?: unknown };
  const said = typeof stderr === 'string' && stderr.trim() !== '' ? stderr : message;
  return typeof said === 'string' ? said.replace(/^(?:fatal|error|hint): /gm, '').trim().replace(/\s*\n\s*/g, ' ') : String(error);
}
