import { assign } from '../../handlers/assign.ts';
import { chooseIssue } from './choose-issue.ts';
import type { Command } from './command.ts';

/** `jira.assignToMe`: assigns an issue to the user. */
export const assignToMe: Command<'jira.assignToMe'> = async (args, context, signal) => {
  const issue = await chooseIssue(args, 'Which issue do you want to take?', context, signal);
  const assigned = await assign({ ...issue, assignee: 'me' }, context, signal);
  context.editor.showInfo(`${issue.key} is assigned to ${assigned.issue.assignee?.displayName ?? 'you'}.`);
  await context.workbench.pages.changed(issue, signal);
  return assigned;
};
