import { chooseIssue } from './choose-issue.ts';
import type { Command } from './command.ts';

/** `jira.showIssue`: shows an issue as a document in the editor. */
export const showIssue: Command<'jira.showIssue'> = async (args, context, signal) => {
  const issue = await chooseIssue(args, 'Which issue do you want to see?', context, signal);
  return { uri: await context.workbench.pages.show(issue, signal) };
};
