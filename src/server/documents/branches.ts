/** The branch that a commit is made on, and the issues that its name tells. */
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { findKeysInBranch, type Reference } from '../../core/references/find-references.ts';
import type { ProjectKeys } from '../../core/references/project-keys.ts';
import { currentBranch } from '../../infrastructure/git-branch.ts';
import type { DocumentReferences } from './document-references.ts';

/** Knows the branches of messages of commits. */
export class Branches {
  readonly #references: DocumentReferences;
  readonly #projects: ProjectKeys;
  readonly #folders: () => readonly string[];

  /** @param folders gives the URIs of the folders that the editor has open */
  constructor(references: DocumentReferences, projects: ProjectKeys, folders: () => readonly string[]) {
    this.#references = references;
    this.#projects = projects;
    this.#folders = folders;
  }

  /** The issues that the name of the branch tells, in whatever case; the first one is likely meant. */
  async issuesOf(document: TextDocument): Promise<readonly Reference[]> {
    const branch = this.#references.messageOf(document)?.branch?.branch ?? (await this.#checkedOut(document));
    return branch === undefined ? [] : findKeysInBranch(branch, this.#projects.servers);
  }

  /** Of the folder that the message is in, which is git's own; of the repository whose message VS Code's box holds; else of the folder that is open, where it is just one. */
  async #checkedOut({ uri }: TextDocument): Promise<string | undefined> {
    const file = pathOf(uri);
    const root = rootOfBox(uri);
    const branch = file !== undefined ? await currentBranch(dirname(file)) : root !== undefined ? await currentBranch(root) : undefined;
    if (branch !== undefined || root !== undefined) return branch;
    const [folder, ...others] = this.#folders();
    const path = folder === undefined || others.length > 0 ? undefined : pathOf(folder);
    return path === undefined ? undefined : currentBranch(path);
  }
}

/** The root of the repository that a box of VS Code's Source Control view is for: `vscode-scm:…?rootUri=file:///…`. */
function rootOfBox(uri: string): string | undefined {
  if (!uri.startsWith('vscode-scm:') || !URL.canParse(uri)) return undefined;
  const root = new URL(uri).searchParams.get('rootUri');
  return root === null ? undefined : pathOf(root);
}

/** The path of a file on this machine. */
function pathOf(uri: string): string | undefined {
  try {
    const { protocol, host } = new URL(uri);
    return protocol === 'file:' && host === '' ? fileURLToPath(uri) : undefined;
  } catch {
    return undefined;
  }
}
