import { invalidParams } from '../../../core/errors.ts';
import { comment as addComment } from '../../handlers/comment.ts';
import { chooseIssue } from './choose-issue.ts';
import type { Command } from './command.ts';
import { markdownForm } from './markdown-form.ts';

/** `jira.comment`: adds a comment. */
export const comment: Command<'jira.comment'> = async (args, context, signal) => {
  const issue = await chooseIssue(args, 'On which issue do you want to comment?', context, signal);
  if (args.body?.trim() === '') throw invalidParams('body', '`body` is empty.');
  const accept = (body: string) => addComment({ ...issue, body }, context, signal);
  const done = `The comment was added to ${issue.key}.`;
  const added =
    args.body === undefined
      ? await context.dialogue.fillIn(markdownForm({ name: `${issue.key} comment`, title: `A comment on ${issue.key}`, accept, done: () => done }))
      : await accept(args.body);
  context.editor.showInfo(done);
  await context.workbench.pages.changed(issue, signal);
  return added;
};
