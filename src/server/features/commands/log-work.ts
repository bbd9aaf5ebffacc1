import { requests } from '../../../../protocol/index.ts';
import { accessTo } from '../../../core/issues/access.ts';
import { readTimeSpent } from '../../../core/issues/time-spent.ts';
import { logWork as log } from '../../handlers/log-work.ts';
import { validateParams } from '../../validation.ts';
import { readFields, writeFields } from '../sign-in/fields.ts';
import { chooseIssue } from './choose-issue.ts';
import type { Command } from './command.ts';

const usual = ['30m', '1h', '2h', '4h'];
const names = ['time', 'comment'];

/** `jira.logWork`: logs time that was spent. */
export const logWork: Command<'jira.logWork'> = async (args, context, signal) => {
  const { core, editor, dialogue, workbench } = context;
  const issue = await chooseIssue(args, 'On which issue did you work?', context, signal);
  const access = await accessTo(core, issue, signal);
  const send = async (timeSpent: string | number, comment = args.comment) => {
    const seconds = typeof timeSpent === 'number' ? timeSpent : await readTimeSpent(timeSpent, access);
    return log(validateParams(requests['jira/logWork'].params, { ...issue, timeSpent: seconds, started: args.started, comment }), context, signal);
  };
  const lines = [`Work on ${issue.key}`, '', 'Write the time as in Jira, for instance 1h 30m, and a comment if you like; then save this file.'];
  const typeIt = () =>
    dialogue.fillIn({
      name: `${issue.key} work.txt`,
      instruction: 'write the time into it, and save it.',
      text: (problem, saved = '') => {
        const former = readFields(saved, names);
        return writeFields({ lines, problem }, names.map((name) => ({ name, value: former[name] })));
      },
      accept: (saved) => {
        const { time, comment } = readFields(saved, names);
        return send(time ?? '', comment);
      },
      done: () => `# The work on ${issue.key} was logged. You can close this file.\n`,
    });
  const chosen =
    args.timeSpent ??
    (await dialogue.choose<string | undefined>(`How long did you work on ${issue.key}?`, [...usual.map((time) => ({ title: time, value: time })), { title: 'Another time, or with a comment…', value: undefined }]));
  const logged = chosen === undefined ? await typeIt() : await send(chosen);
  editor.showInfo(`The work on ${issue.key} was logged.`);
  await workbench.pages.changed(issue, signal);
  return logged;
};
