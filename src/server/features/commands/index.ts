/** Every command, one a file. */
import type { CommandName } from '../../../../protocol/methods.ts';
import { addServer } from './add-server.ts';
import { assignToMe } from './assign-to-me.ts';
import type { Command } from './command.ts';
import { comment } from './comment.ts';
import { createIssue } from './create-issue.ts';
import { doctor } from './doctor.ts';
import { logWork } from './log-work.ts';
import { openIssue } from './open-issue.ts';
import { refresh } from './refresh.ts';
import { searchIssues } from './search-issues.ts';
import { showIssue } from './show-issue.ts';
import { signIn } from './sign-in.ts';
import { signOut } from './sign-out.ts';
import { startWork } from './start-work.ts';
import { transition } from './transition.ts';
import { watch } from './watch.ts';

/** By the name that editors run it by. */
export const commandHandlers: { readonly [N in CommandName]: Command<N> } = {
  'jira.signIn': signIn,
  'jira.addServer': addServer,
  'jira.signOut': signOut,
  'jira.openIssue': openIssue,
  'jira.showIssue': showIssue,
  'jira.searchIssues': searchIssues,
  'jira.transition': transition,
  'jira.assignToMe': assignToMe,
  'jira.comment': comment,
  'jira.logWork': logWork,
  'jira.startWork': startWork,
  'jira.watch': watch,
  'jira.createIssue': createIssue,
  'jira.refresh': refresh,
  'jira.doctor': doctor,
};
