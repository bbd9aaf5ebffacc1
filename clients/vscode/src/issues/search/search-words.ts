/** Searching by words: the answers come as one types, and may stay as a list of the view. */
import { l10n, ThemeIcon } from 'vscode';
import type { Issue } from '../../../../../protocol/issues.ts';
import type { Agent } from '../../agent.ts';
import { showError } from '../../errors.ts';
import type { IssueTree } from '../tree/issue-tree.ts';
import type { ListNode } from '../tree/nodes.ts';
import { chooseProvider } from './choose-provider.ts';
import { pickIssue } from './pick-issue.ts';

/** Where what was found goes. */
export interface SearchTargets {
  readonly show: (issue: Issue) => Promise<void>;
  readonly reveal: (node: ListNode) => Promise<void>;
}

/** Asks for words, and shows the issue that is chosen. */
export async function searchWords(agent: Agent, tree: IssueTree, { show, reveal }: SearchTargets): Promise<void> {
  const keep = async (text: string): Promise<void> => {
    const provider = text === '' ? undefined : await chooseProvider(agent);
    if (provider !== undefined) await reveal(tree.addSearch(provider, text, { text }));
  };
  const issue = await pickIssue(agent, {
    title: l10n.t('Search Issues'),
    button: { iconPath: new ThemeIcon('list-tree'), tooltip: l10n.t('Show all of them in the issues view'), run: (typed) => void keep(typed.trim()).catch(showError) },
  });
  if (issue !== undefined) await show(issue);
}
