/** The issues view, the pages of issues, and their commands. */
import { commands, type Disposable, type ExtensionContext, window } from 'vscode';
import type { Agent } from '../agent.ts';
import { showError } from '../errors.ts';
import { Actions } from './actions.ts';
import type { CreateWish } from './forms/create-wish.ts';
import { intercept, noteResult } from './intercept.ts';
import type { IssueWork } from './issue-work.ts';
import { createPageType, issuePageType } from './page-types.ts';
import { Pages } from './pages.ts';
import { deleteQuery, editQuery, openQueryDocument, renameQuery, runQuery, saveQuery } from './search/saved-queries.ts';
import { searchWords } from './search/search-words.ts';
import { IssueTree } from './tree/issue-tree.ts';
import { openRow } from './tree/open-row.ts';
import type { ListNode, Node } from './tree/nodes.ts';

/** Registers all of it; nothing is read before somebody looks. */
export function registerIssues(context: ExtensionContext, agent: Agent, work: IssueWork): void {
  const tree = new IssueTree(agent);
  const view = window.createTreeView('jira.issues', { treeDataProvider: tree, showCollapseAll: true });
  const pages = new Pages(context, agent, work);
  const actions = new Actions(agent, work, (place) => pages.show(place));
  const reveal = async (node: ListNode): Promise<void> => {
    await commands.executeCommand('jira.issues.focus');
    await view.reveal(node, { select: true, focus: true, expand: true });
  };
  const searchJql = (given?: { readonly provider?: string; readonly jql?: string }): Promise<void> => runQuery(agent, tree, reveal, given);
  const search = (): Promise<void> => searchWords(agent, tree, { show: (issue) => actions.show(issue), reveal });
  takeCommands(agent, work, intercept({ actions, startWork: async (given) => commands.executeCommand('jiraClient.startWork', given), create: (wish) => pages.create(wish), search: (given) => (given.jql === undefined ? search() : searchJql(given)) }));

  const command = (name: string, run: (argument: unknown) => unknown): Disposable => commands.registerCommand(`jiraClient.${name}`, async (argument?: unknown) => {
    try {
      await run(argument);
    } catch (error) {
      await showError(error);
    }
  });
  context.subscriptions.push(
    tree, view, pages,
    work.onDidChange(({ issue }) => issue !== undefined && tree.replace(issue)),
    view.onDidExpandElement(({ element }) => tree.expanded(element, true)),
    view.onDidCollapseElement(({ element }) => tree.expanded(element, false)),
    view.onDidChangeVisibility(({ visible }) => visible && tree.lookAgain()),
    window.onDidChangeWindowState(({ focused }) => focused && view.visible && tree.lookAgain()),
    command('showIssue', (issue) => actions.show(issue)),
    command('openInBrowser', (issue) => actions.openInBrowser(issue)),
    command('copyKey', (issue) => actions.copyKey(issue)),
    command('copyUrl', (issue) => actions.copyUrl(issue)),
    command('transition', (issue) => actions.transition(issue)),
    command('assign', (issue) => actions.assign(issue)),
    command('assignToMe', (issue) => actions.assignToMe(issue)),
    command('comment', (issue) => actions.comment(issue)),
    command('logWork', (issue) => actions.logWork(issue)),
    command('watch', (issue) => actions.watch(issue, true)),
    command('unwatch', (issue) => actions.watch(issue, false)),
    command('link', (issue) => actions.link(issue)),
    command('refresh', () => tree.refresh()),
    command('refreshNode', (node) => tree.refresh(node as Node)),
    command('openRow', () => openRow(view.selection[0], actions, tree)),
    command('search', () => search()),
    command('searchJql', () => searchJql()),
    command('openQuery', (node) => openQueryDocument(node as ListNode | undefined)),
    command('saveQuery', (node) => saveQuery(agent, tree, isList(node) ? node : undefined)),
    command('editQuery', (node) => editQuery(agent, tree, node as ListNode)),
    command('renameQuery', (node) => renameQuery(agent, tree, node as ListNode)),
    command('deleteQuery', (node) => deleteQuery(agent, tree, node as ListNode)),
    command('closeSearch', (node) => tree.removeSearch(node as ListNode)),
    command('createIssue', (wish) => pages.create(wishOf(wish))),
    command('createIssueFromSelection', () => pages.create({ summary: selectedText() })),
    window.registerWebviewPanelSerializer(issuePageType, { deserializeWebviewPanel: (panel, state) => pages.restore(panel, state) }),
    window.registerWebviewPanelSerializer(createPageType, { deserializeWebviewPanel: (panel, state) => pages.restoreCreate(panel, state) }),
  );
}

/** Commands of code actions and lenses ask in VS Code's own ways, and the views hear of what they change. */
function takeCommands(agent: Agent, work: IssueWork, take: ReturnType<typeof intercept>): void {
  agent.takeCommands(async (command, args, run) => {
    const taken = take(command, args[0]);
    if (taken !== undefined) return taken.catch(showError).then(() => null);
    const result = await run();
    noteResult(work, args[0], result);
    return result;
  });
}

function isList(argument: unknown): argument is ListNode {
  return (argument as Partial<Node> | undefined)?.kind === 'list';
}

/** From the palette nothing is known; another extension, or a key binding, may say more. */
function wishOf(argument: unknown): CreateWish {
  if (typeof argument !== 'object' || argument === null || 'kind' in argument) return {};
  return argument as CreateWish;
}

function selectedText(): string {
  const editor = window.activeTextEditor;
  return editor === undefined ? '' : editor.document.getText(editor.selection);
}
