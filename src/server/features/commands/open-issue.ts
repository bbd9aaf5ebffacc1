import { browseUrl } from '../../../core/issues/markdown.ts';
import { chooseIssue } from './choose-issue.ts';
import type { Command } from './command.ts';

/** `jira.openIssue`: opens the page of an issue in the browser; Jira itself is not asked for anything. */
export const openIssue: Command<'jira.openIssue'> = async (args, context, signal) => {
  const { provider, key } = await chooseIssue(args, 'Which issue do you want to open?', context, signal);
  const url = browseUrl((await context.core.store.get(provider)).baseUrl, key);
  await context.editor.openExternal(url);
  return { url };
};
