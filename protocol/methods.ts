/**
 * The names of everything that goes over the wire beside standard LSP.
 *
 * This file imports nothing: the agent announces these names in its answer to `initialize`, before
 * any schema is loaded. What each request takes and gives is defined in the file of its area.
 */

/** Requests, client to agent. */
export const requestMethods = {
  probe: 'jira/probe',
  configure: 'jira/configure',
  providers: 'jira/providers',
  removeProvider: 'jira/removeProvider',
  generateKeyPair: 'jira/generateKeyPair',
  authorize: 'jira/authorize',
  completeAuthorization: 'jira/completeAuthorization',
  signOut: 'jira/signOut',
  issues: 'jira/issues',
  issue: 'jira/issue',
  transitions: 'jira/transitions',
  transition: 'jira/transition',
  comment: 'jira/comment',
  assign: 'jira/assign',
  logWork: 'jira/logWork',
  workLog: 'jira/workLog',
  createIssue: 'jira/createIssue',
  issueTypes: 'jira/issueTypes',
  createFields: 'jira/createFields',
  editIssue: 'jira/editIssue',
  editFields: 'jira/editFields',
  labels: 'jira/labels',
  watch: 'jira/watch',
  link: 'jira/link',
  attachment: 'jira/attachment',
  startWork: 'jira/startWork',
  branchName: 'jira/branchName',
  branchIssues: 'jira/branchIssues',
  projects: 'jira/projects',
  assignableUsers: 'jira/assignableUsers',
  filters: 'jira/filters',
  boards: 'jira/boards',
  sprints: 'jira/sprints',
  linkTypes: 'jira/linkTypes',
  recentIssues: 'jira/recentIssues',
  presets: 'jira/presets',
  queries: 'jira/queries',
  saveQuery: 'jira/saveQuery',
  deleteQuery: 'jira/deleteQuery',
  completeJql: 'jira/completeJql',
  validateJql: 'jira/validateJql',
  trustWorkspaceProvider: 'jira/trustWorkspaceProvider',
  workspaceFile: 'jira/workspaceFile',
  organization: 'jira/organization',
  setUpOrganization: 'jira/setUpOrganization',
  publishProvider: 'jira/publishProvider',
  rotateKey: 'jira/rotateKey',
  retireKey: 'jira/retireKey',
  withdrawProvider: 'jira/withdrawProvider',
  doctor: 'jira/doctor',
} as const;

/** Requests, agent to client; each is sent where the client declared its capability. */
export const editorRequestMethods = {
  readSecret: 'jira/readSecret',
  storeSecret: 'jira/storeSecret',
  deleteSecret: 'jira/deleteSecret',
  offerSignIn: 'jira/offerSignIn',
  externalAddress: 'jira/externalAddress',
} as const;

/** Notifications, agent to client. */
export const notificationMethods = {
  providersChanged: 'jira/providersChanged',
  issuesChanged: 'jira/issuesChanged',
} as const;

/** Commands, run by `workspace/executeCommand`; each takes one object (see `protocol/commands.ts`). */
export const commandNames = {
  signIn: 'jira.signIn',
  signOut: 'jira.signOut',
  addServer: 'jira.addServer',
  openIssue: 'jira.openIssue',
  showIssue: 'jira.showIssue',
  searchIssues: 'jira.searchIssues',
  transition: 'jira.transition',
  assignToMe: 'jira.assignToMe',
  comment: 'jira.comment',
  logWork: 'jira.logWork',
  startWork: 'jira.startWork',
  watch: 'jira.watch',
  createIssue: 'jira.createIssue',
  refresh: 'jira.refresh',
  doctor: 'jira.doctor',
} as const;

/** The name of a request that a client may send. */
export type RequestMethod = (typeof requestMethods)[keyof typeof requestMethods];

/** The name of a request that the agent may send. */
export type EditorRequestMethod = (typeof editorRequestMethods)[keyof typeof editorRequestMethods];

/** The name of a notification that the agent may send. */
export type NotificationMethod = (typeof notificationMethods)[keyof typeof notificationMethods];

/** The name of a command that a client may run. */
export type CommandName = (typeof commandNames)[keyof typeof commandNames];

/** The one version number of this protocol: it grows only when a client would break. */
export const protocolVersion = 1;
