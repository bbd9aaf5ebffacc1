/** The whole protocol: every request and notification, by its name. */
import { authorize, completeAuthorization, externalAddress, signOut } from './authorization.ts';
import { branchIssues, branchName } from './branches.ts';
import { configure, probe, providers, providersChanged, removeProvider } from './configuration.ts';
import { doctor } from './doctor.ts';
import { attachment } from './issue-attachment.ts';
import { assign, comment, editFields, editIssue, labels, link, transition, watch } from './issue-changes.ts';
import { createFields, createIssue, issueTypes } from './issue-creation.ts';
import { issue, transitions } from './issue-detail.ts';
import { logWork, startWork, workLog } from './issue-work.ts';
import { issues } from './issues.ts';
import { issuesChanged } from './issues-changed.ts';
import { generateKeyPair } from './keys.ts';
import { completeJql, validateJql } from './jql.ts';
import { assignableUsers, boards, filters, linkTypes, projects, sprints } from './metadata.ts';
import { organization, publishProvider, retireKey, rotateKey, setUpOrganization, withdrawProvider } from './organization.ts';
import { presets } from './presets.ts';
import { deleteQuery, queries, recentIssues, saveQuery } from './queries.ts';
import { deleteSecret, readSecret, storeSecret } from './secrets.ts';
import { offerSignIn } from './sign-in-offer.ts';
import { trustWorkspaceProvider, workspaceFile } from './workspace.ts';

/** Every request, in the order of the documents. */
export const requests = {
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
} as const;

/** Every request to the client. */
export const editorRequests = {
  'jira/readSecret': readSecret,
  'jira/storeSecret': storeSecret,
  'jira/deleteSecret': deleteSecret,
  'jira/offerSignIn': offerSignIn,
  'jira/externalAddress': externalAddress,
} as const;

/** Every notification. */
export const notifications = {
  'jira/providersChanged': providersChanged,
  'jira/issuesChanged': issuesChanged,
} as const;

/** Every request with its types. */
export type Requests = typeof requests;
