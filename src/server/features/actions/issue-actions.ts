/** What can be done with an issue that a text refers to. */
import type { Command } from 'vscode-languageserver/node';
import { type CommandName, commandNames } from '../../../../protocol/methods.ts';
import type { Reference } from '../../../core/references/find-references.ts';
import type { Known } from '../../../core/references/issue-lookup.ts';

/**
 * The commands for an issue, those first that only read.
 *
 * @param known what is known of it; what makes no sense for it is left out
 * @param me the login name of the user, where it is known
 */
export function issueCommands({ key, servers }: Pick<Reference, 'key' | 'servers'>, known: Known | undefined, me: string | undefined): Command[] {
  const [server, ...others] = servers;
  const issue = { key: known?.issue?.key ?? key, ...(server === undefined || others.length > 0 ? {} : { provider: server.provider }) };
  const command = (name: CommandName, title: string): Command => ({ title: `${issue.key}: ${title}`, command: name, arguments: [issue] });
  const open = command(commandNames.openIssue, 'Open in the browser');
  if (known !== undefined && known.issue === undefined) return [open];
  const isMine = me !== undefined && known?.issue?.assignee?.name === me;
  const category = known?.issue?.status.category;
  const canStart = category !== 'done' && !(category === 'indeterminate' && isMine);
  return [
    command(commandNames.showIssue, 'Show'),
    open,
    command(commandNames.transition, known?.issue === undefined ? 'Move…' : `Move from “${known.issue.status.name}”…`),
    ...(isMine ? [] : [command(commandNames.assignToMe, 'Assign to me')]),
    command(commandNames.comment, 'Comment…'),
    command(commandNames.logWork, 'Log work…'),
    ...(canStart ? [command(commandNames.startWork, 'Start work')] : []),
    command(commandNames.watch, 'Watch'),
  ];
}
