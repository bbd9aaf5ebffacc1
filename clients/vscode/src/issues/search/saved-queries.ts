/** The user's own queries: saving, changing, renaming and deleting them. */
import { l10n, window, workspace } from 'vscode';
import type { Provider } from '../../../../../protocol/provider.ts';
import type { SavedQuery } from '../../../../../protocol/queries.ts';
import type { Agent } from '../../agent.ts';
import type { IssueTree } from '../tree/issue-tree.ts';
import type { ListNode } from '../tree/nodes.ts';
import { askJql } from './ask-jql.ts';
import { chooseProvider } from './choose-provider.ts';
import { plainLabel } from './plain-label.ts';

/** Saves the query of a list, or of the document that is edited; where there is neither, the user writes one. */
export async function saveQuery(agent: Agent, tree: IssueTree, node?: ListNode): Promise<void> {
  const written = node?.list.jql ?? documentQuery();
  const provider = node?.provider ?? (await chooseProvider(agent));
  if (provider === undefined) return;
  const jql = written ?? (await writeQuery(agent, provider));
  if (jql === undefined) return;
  const name = await askName(node === undefined || node.source === 'search' ? '' : node.title);
  if (name === undefined) return;
  await agent.request('jira/saveQuery', { name, jql, provider: provider.id });
  if (node?.source === 'search') tree.removeSearch(node);
  await tree.refresh();
}

/** Changes what a saved query asks for. */
export async function editQuery(agent: Agent, tree: IssueTree, node: ListNode): Promise<void> {
  const { saved, provider } = node;
  if (saved === undefined) return;
  const jql = await askJql(agent, { title: l10n.t('Edit “{0}”', saved.name), provider: provider.id, jql: saved.jql, action: l10n.t('Save the query') });
  if (jql === undefined) return;
  await change(agent, saved, { jql });
  await tree.refresh();
}

/** Gives a saved query another name. */
export async function renameQuery(agent: Agent, tree: IssueTree, { saved }: ListNode): Promise<void> {
  if (saved === undefined) return;
  const name = await askName(saved.name);
  if (name === undefined || name === saved.name) return;
  await change(agent, saved, { name });
  await tree.refresh();
}

/** Forgets a saved query, once the user has said so again. */
export async function deleteQuery(agent: Agent, tree: IssueTree, { saved }: ListNode): Promise<void> {
  if (saved === undefined) return;
  const yes = l10n.t('Delete');
  const chosen = await window.showWarningMessage(l10n.t('Delete the query “{0}”?', plainLabel(saved.name)), { modal: true, detail: saved.jql }, yes);
  if (chosen !== yes) return;
  await agent.request('jira/deleteQuery', { query: saved.id });
  await tree.refresh();
}

/** Opens a query in an editor, where the agent completes, explains and checks it. */
export async function openQueryDocument(node?: ListNode): Promise<void> {
  const document = await workspace.openTextDocument({ language: 'jql', content: node?.list.jql ?? '' });
  await window.showTextDocument(document);
}

/** Runs the query of the document that is edited, or one that the user writes, as a list of the view. */
export async function runQuery(agent: Agent, tree: IssueTree, show: (node: ListNode) => Promise<void>, given?: { readonly provider?: string | undefined; readonly jql?: string | undefined }): Promise<void> {
  const provider = given?.provider === undefined ? await chooseProvider(agent) : (await agent.providers()).find(({ id }) => id === given.provider);
  if (provider === undefined) return;
  const jql = given?.jql ?? documentQuery() ?? (await writeQuery(agent, provider));
  if (jql !== undefined) await show(tree.addSearch(provider, jql, { jql }));
}

/** The query of the active editor. */
function documentQuery(): string | undefined {
  const document = window.activeTextEditor?.document;
  const text = document?.languageId === 'jql' ? document.getText().trim() : '';
  return text === '' ? undefined : text;
}

function writeQuery(agent: Agent, provider: Provider): Promise<string | undefined> {
  return askJql(agent, { title: l10n.t('Search {0} by JQL', provider.name), provider: provider.id, action: l10n.t('Search') });
}

/** @returns `undefined` where there is none */
async function askName(value: string): Promise<string | undefined> {
  const name = await window.showInputBox({
    title: l10n.t('Save the Query'),
    prompt: l10n.t('The name of the query, as the issues view shows it'),
    value,
    ignoreFocusOut: true,
    validateInput: (text) => (text.length > 200 ? l10n.t('At most 200 characters.') : undefined),
  });
  return name?.trim() || undefined;
}

function change(agent: Agent, { id, name, jql, provider }: SavedQuery, changes: Partial<Pick<SavedQuery, 'name' | 'jql'>>): Promise<unknown> {
  return agent.request('jira/saveQuery', { query: id, name, jql, provider, ...changes });
}
