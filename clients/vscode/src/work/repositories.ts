/** Which repository is meant, in a window that may have several. */
import { l10n, type Uri, window } from 'vscode';
import { plainLabel } from '../issues/search/plain-label.ts';
import type { GitApi, GitRepository } from './git-api.ts';

/** The repository that the user works in: of the file in the editor, else the one that is selected in the Source Control view. */
export function currentRepository(git: GitApi): GitRepository | undefined {
  const { repositories } = git;
  const uri = window.activeTextEditor?.document.uri;
  return (uri === undefined ? undefined : repositoryOf(git, uri)) ?? repositories.find(({ ui }) => ui.selected) ?? repositories[0];
}

/** The repository that a document is in, or whose message the document is: `vscode-scm:…?rootUri=…`. */
function repositoryOf(git: GitApi, uri: Uri): GitRepository | undefined {
  if (uri.scheme !== 'vscode-scm') return git.getRepository(uri) ?? undefined;
  const root = new URLSearchParams(uri.query).get('rootUri');
  return git.repositories.find(({ rootUri }) => rootUri.toString() === root);
}

/** The only repository, or the one that the user chooses. @returns `undefined` where there is none; `'dismissed'` */
export async function chooseRepository(git: GitApi | undefined, question: string): Promise<GitRepository | undefined | 'dismissed'> {
  const all = git?.repositories ?? [];
  if (git === undefined || all.length < 2) return all[0];
  const current = currentRepository(git);
  const sorted = [...all].sort((one, other) => Number(other === current) - Number(one === current));
  const items = sorted.map((repository) => ({ label: plainLabel(nameOf(repository)), description: plainLabel(branchOf(repository)), detail: plainLabel(repository.rootUri.fsPath), repository }));
  return (await window.showQuickPick(items, { title: question, matchOnDescription: true }))?.repository ?? 'dismissed';
}

/** The name of the branch that is checked out; the beginning of the commit where there is none. */
export function branchOf({ state: { HEAD } }: GitRepository): string {
  return HEAD?.name ?? HEAD?.commit?.slice(0, 8) ?? l10n.t('no branch');
}

function nameOf({ rootUri }: GitRepository): string {
  return rootUri.path.split('/').findLast((part) => part !== '') ?? rootUri.path;
}
