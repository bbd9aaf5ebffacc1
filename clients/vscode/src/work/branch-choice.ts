/** Lets the user choose the branch for an issue. */
import { l10n, type QuickPickItem, QuickPickItemKind, window } from 'vscode';
import type { Issue } from '../../../../protocol/issues.ts';
import { plainLabel } from '../issues/search/plain-label.ts';
import type { GitBranch, GitRepository } from './git-api.ts';
import { branchOf } from './repositories.ts';

/** What is to be done in the repository. */
export type BranchChoice =
  | { readonly kind: 'create'; readonly name: string; /** What it begins at; by default what is checked out. */ readonly from?: string }
  | { readonly kind: 'switch'; readonly name: string }
  | { readonly kind: 'none' };

type Item = QuickPickItem & { readonly choice?: BranchChoice };

/** Branches that work is commonly begun from, where they are not what is checked out. */
const usualBases = ['main', 'master', 'develop', 'trunk'];
/** Branches of the issue that are offered at the most. */
const mostOffered = 8;

/** @param name of the branch that is proposed @returns `undefined` where the user dismissed it */
export async function chooseBranch(repository: GitRepository, issue: Issue, name: string): Promise<BranchChoice | undefined> {
  const { HEAD } = repository.state;
  if (HEAD?.name !== undefined && isFor(HEAD.name, issue.key)) return { kind: 'none' };
  const [local, remote] = await Promise.all([repository.getBranches({ remote: false }), repository.getBranches({ remote: true })]);
  const names = local.flatMap((branch) => branch.name ?? []);
  const there = [...new Set([...names, ...remote.flatMap(nameOnRemote)])].filter((each) => isFor(each, issue.key)).slice(0, mostOffered);
  const items = [...there.map(switchItem), ...createItems(repository, name, names), ...otherItems(repository)];
  const title = l10n.t('Start work on {0}: which branch?', issue.key);
  const placeHolder = l10n.t('“{0}” is then assigned to you and moved into progress', issue.summary);
  const chosen = await window.showQuickPick(items, { title, placeHolder, matchOnDescription: true, ignoreFocusOut: true });
  return chosen?.choice?.kind === 'create' && chosen.choice.name === '' ? askName(name, names) : chosen?.choice;
}

/** Whether the name of a branch holds the key of an issue, in whatever case. */
function isFor(branch: string, key: string): boolean {
  return new RegExp(`(?<![A-Za-z0-9])${key.replace(/[^\w-]/g, '')}(?![A-Za-z0-9])`, 'i').test(branch);
}

function nameOnRemote({ name, remote }: GitBranch): string[] {
  return name === undefined || remote === undefined ? [] : [name.slice(remote.length + 1)];
}

function switchItem(name: string): Item {
  return { label: `$(arrow-swap) ${plainLabel(l10n.t('Switch to {0}', name))}`, description: l10n.t('is there already'), choice: { kind: 'switch', name } };
}

function createItems(repository: GitRepository, name: string, names: readonly string[]): Item[] {
  if (names.includes(name)) return [];
  const head = repository.state.HEAD?.name;
  const create = (base: string, from?: string): Item => ({
    label: `$(git-branch) ${plainLabel(l10n.t('Create {0}', name))}`,
    description: plainLabel(l10n.t('from {0}', base)),
    choice: { kind: 'create', name, ...(from === undefined ? {} : { from }) },
  });
  const others = usualBases.filter((base) => base !== head && names.includes(base));
  return [create(branchOf(repository)), ...others.map((base) => create(base, base))];
}

/** An empty name stands for one that is asked for. */
function otherItems(repository: GitRepository): Item[] {
  return [
    { label: '', kind: QuickPickItemKind.Separator },
    { label: `$(edit) ${l10n.t('Another name…')}`, choice: { kind: 'create', name: '' } },
    { label: `$(circle-slash) ${l10n.t('Without a branch')}`, description: plainLabel(l10n.t('stay on {0}', branchOf(repository))), choice: { kind: 'none' } },
  ];
}

async function askName(proposal: string, names: readonly string[]): Promise<BranchChoice | undefined> {
  const name = await window.showInputBox({
    title: l10n.t('The name of the branch'),
    value: proposal,
    ignoreFocusOut: true,
    validateInput: (value) => (value.trim() === '' ? l10n.t('A branch needs a name.') : names.includes(value.trim()) ? l10n.t('There is a branch of this name.') : undefined),
  });
  return name === undefined ? undefined : { kind: 'create', name: name.trim() };
}
