import { watch as watchIssue } from '../../handlers/watch.ts';
import { chooseIssue } from './choose-issue.ts';
import type { Command } from './command.ts';

/** `jira.watch`: watches an issue, or stops it. */
export const watch: Command<'jira.watch'> = async (args, context, signal) => {
  const issue = await chooseIssue(args, args.watching ? 'Which issue do you want to watch?' : 'Which issue do you want to watch no more?', context, signal);
  const watched = await watchIssue({ ...issue, watching: args.watching }, context, signal);
  context.editor.showInfo(watched.watching ? `You watch ${issue.key}.` : `You do not watch ${issue.key} any more.`);
  return watched;
};
