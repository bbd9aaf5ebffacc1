/** The handlers by the names of their requests. */
import type { RequestMethod } from '../../../protocol/methods.ts';
import type { Handler } from '../handler.ts';
import { assign } from './assign.ts';
import { assignableUsers } from './assignable-users.ts';
import { attachment } from './attachment.ts';
import { authorize } from './authorize.ts';
import { boards } from './boards.ts';
import { branchIssues } from './branch-issues.ts';
import { branchName } from './branch-name.ts';
import { comment } from './comment.ts';
import { completeAuthorization } from './complete-authorization.ts';
import { completeJql } from './complete-jql.ts';
import { configure } from './configure.ts';
import { createFields } from './create-fields.ts';
import { createIssue } from './create-issue.ts';
import { deleteQuery } from './delete-query.ts';
import { doctor } from './doctor.ts';
import { editFields } from './edit-fields.ts';
import { editIssue } from './edit-issue.ts';
import { filters } from './filters.ts';
import { generateKeyPair } from './generate-key-pair.ts';
import { issue } from './issue.ts';
import { issueTypes } from './issue-types.ts';
import { issues } from './issues.ts';
import { labels } from './labels.ts';
import { link } from './link.ts';
import { linkTypes } from './link-types.ts';
import { logWork } from './log-work.ts';
import { organization } from './organization.ts';
import { presets } from './presets.ts';
import { probe } from './probe.ts';
import { projects } from './projects.ts';
import { providers } from './providers.ts';
import { publishProvider } from './publish-provider.ts';
import { queries } from './queries.ts';
import { recentIssues } from './recent-issues.ts';
import { removeProvider } from './remove-provider.ts';
import { retireKey } from './retire-key.ts';
import { rotateKey } from './rotate-key.ts';
import { saveQuery } from './save-query.ts';
import { setUpOrganization } from './set-up-organization.ts';
import { signOut } from './sign-out.ts';
import { sprints } from './sprints.ts';
import { startWork } from './start-work.ts';
import { transition } from './transition.ts';
import { transitions } from './transitions.ts';
import { trustWorkspaceProvider } from './trust-workspace-provider.ts';
import { validateJql } from './validate-jql.ts';
import { watch } from './watch.ts';
import { withdrawProvider } from './withdraw-provider.ts';
import { workLog } from './work-log.ts';
import { workspaceFile } from './workspace-file.ts';

/** Every request of the protocol has its handler here. */
export const handlers: { readonly [M in RequestMethod]: Handler<M> } = {
  'jira/probe': probe,
  'jira/configure': configure,
  'jira/providers': providers,
  'jira/removeProvider': removeProvider,
  'jira/generateKeyPair': generateKeyPair,
  'jira/authorize': authorize,
  'jira/completeAuthorization': completeAuthorization,
  'jira/signOut': signOut,
  'jira/issues': issues,
  'jira/issue': issue,
  'jira/transitions': transitions,
  'jira/transition': transition,
  'jira/comment': comment,
  'jira/assign': assign,
  'jira/logWork': logWork,
  'jira/workLog': workLog,
  'jira/createIssue': createIssue,
  'jira/issueTypes': issueTypes,
  'jira/createFields': createFields,
  'jira/editIssue': editIssue,
  'jira/editFields': editFields,
  'jira/labels': labels,
  'jira/watch': watch,
  'jira/link': link,
  'jira/attachment': attachment,
  'jira/startWork': startWork,
  'jira/branchName': branchName,
  'jira/branchIssues': branchIssues,
  'jira/projects': projects,
  'jira/assignableUsers': assignableUsers,
  'jira/filters': filters,
  'jira/boards': boards,
  'jira/sprints': sprints,
  'jira/linkTypes': linkTypes,
  'jira/recentIssues': recentIssues,
  'jira/presets': presets,
  'jira/queries': queries,
  'jira/saveQuery': saveQuery,
  'jira/deleteQuery': deleteQuery,
  'jira/completeJql': completeJql,
  'jira/validateJql': validateJql,
  'jira/trustWorkspaceProvider': trustWorkspaceProvider,
  'jira/workspaceFile': workspaceFile,
  'jira/organization': organization,
  'jira/setUpOrganization': setUpOrganization,
  'jira/publishProvider': publishProvider,
  'jira/rotateKey': rotateKey,
  'jira/retireKey': retireKey,
  'jira/withdrawProvider': withdrawProvider,
  'jira/doctor': doctor,
};
