import type { Transition } from '../../../../protocol/issue-detail.ts';
import { JiraError } from '../../../core/errors.ts';
import { accessTo } from '../../../core/issues/access.ts';
import { chooseTransition, readTransitions } from '../../../core/issues/transitions.ts';
import { transition as moveIssue } from '../../handlers/transition.ts';
import { askFields } from './ask-fields.ts';
import { chooseIssue } from './choose-issue.ts';
import type { Command } from './command.ts';

/** `jira.transition`: moves an issue to another status. */
export const transition: Command<'jira.transition'> = async (args, context, signal) => {
  const { core, editor, dialogue, workbench } = context;
  const issue = await chooseIssue(args, 'Which issue do you want to move?', context, signal);
  const access = await accessTo(core, issue, signal);
  const transitions = await readTransitions(access, issue.key);
  core.memory.transitions.note(issue.provider, issue.key, transitions);
  if (transitions.length === 0) throw new JiraError('validation', `No transition of ${issue.key} is open to you: the workflow or your permissions allow none.`);
  const chosen =
    args.transition === undefined
      ? await dialogue.choose(`Where do you want to move ${issue.key}?`, transitions.map((value) => ({ title: titleOf(value), value })))
      : chooseTransition(transitions, args.transition, false);
  const title = `${chosen.name} ${issue.key}`;
  const given = { ...args.fields, ...(args.comment === undefined ? {} : { comment: args.comment }) };
  const { comment, ...fields } = await askFields({ title, fields: chosen.fields, given, place: { key: issue.key } }, access, context);
  const moved = await moveIssue({ ...issue, transition: chosen.id, fields, comment: typeof comment === 'string' ? comment : undefined }, context, signal);
  editor.showInfo(`${issue.key} is now “${moved.issue.status.name}”.`);
  await workbench.pages.changed(issue, signal);
  return moved;
};

function titleOf({ name, to }: Transition): string {
  return name === to.name ? name : `${name} → ${to.name}`;
}
