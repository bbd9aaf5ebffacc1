import { requests } from '../../../../protocol/index.ts';
import { startWork as start } from '../../handlers/start-work.ts';
import { validateParams } from '../../validation.ts';
import { chooseIssue } from './choose-issue.ts';
import type { Command } from './command.ts';

/** `jira.startWork`: assigns an issue, moves it into progress, and names a branch. */
export const startWork: Command<'jira.startWork'> = async (args, context, signal) => {
  const issue = await chooseIssue(args, 'On which issue do you start?', context, signal);
  const { transition, branchTemplate } = args;
  const begun = await start(validateParams(requests['jira/startWork'].params, { ...issue, transition, branchTemplate }), context, signal);
  const failed = begun.steps.find(({ outcome }) => outcome === 'failed');
  if (begun.started) context.editor.showInfo(`${issue.key} is now “${begun.issue.status.name}”, and yours. A name for the branch: ${begun.branch}`);
  else context.editor.showError(`Work on ${issue.key} could not be started: ${failed?.detail ?? 'Jira does not say why.'}`);
  await context.workbench.pages.changed(issue, signal);
  return begun;
};
