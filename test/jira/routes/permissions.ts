import type { User } from '../data/users.ts';
import { unauthorized } from '../errors.ts';
import type { Exchange } from '../exchange.ts';
import { json, type Reply } from '../replies.ts';
import type { Route } from '../router.ts';
import { visibleIssue, visibleProject } from './visible.ts';

/** What the caller may do. */
export const permissionRoutes: readonly Route[] = [
  { method: 'GET', pattern: '/rest/api/2/mypermissions', access: 'everybody', handle: mine },
];

interface Permission {
  readonly key: string;
  readonly name: string;
  readonly type: 'GLOBAL' | 'PROJECT';
  readonly description: string;
  readonly granted: (user: User | undefined) => boolean;
}

const look = (): boolean => true;
const write = (user: User | undefined): boolean => user?.readOnly === false;
const administer = (user: User | undefined): boolean => user?.admin === true;

const permissions: readonly Permission[] = [
  project('BROWSE_PROJECTS', 'Browse Projects', 'Ability to browse projects and the issues within them.', look),
  project('CREATE_ISSUES', 'Create Issues', 'Ability to create issues.', write),
  project('EDIT_ISSUES', 'Edit Issues', 'Ability to edit issues.', write),
  project('ASSIGN_ISSUES', 'Assign Issues', 'Ability to assign issues to other people.', write),
  project('ASSIGNABLE_USER', 'Assignable User', 'Users with this permission may be assigned to issues.', write),
  project('TRANSITION_ISSUES', 'Transition Issues', 'Ability to transition issues.', write),
  project('ADD_COMMENTS', 'Add Comments', 'Ability to comment on issues.', write),
  project('WORK_ON_ISSUES', 'Work On Issues', 'Ability to log work done against an issue.', write),
  project('ADMINISTER_PROJECTS', 'Administer Projects', 'Ability to administer a project in Jira.', administer),
  global('ADMINISTER', 'Jira Administrators', 'Ability to perform most administration functions.', administer),
  global('USER_PICKER', 'Browse Users', 'Ability to select a user or group from a popup window.', look),
];

function mine(exchange: Exchange): Reply {
  const { site, identity } = exchange;
  if (identity.user === undefined && !site.profile.anonymousServerInfo) throw unauthorized(exchange);
  const issue = exchange.parameter('issueKey') ?? exchange.parameter('issueId');
  const project = exchange.parameter('projectKey') ?? exchange.parameter('projectId');
  if (issue !== undefined) visibleIssue(exchange, issue);
  if (project !== undefined) visibleProject(exchange, project);
  const shapes = permissions.map(({ key, name, type, description, granted }, at) => [
    key,
    { id: String(10 + at), key, name, type, description, havePermission: granted(identity.user) },
  ]);
  return json(200, { permissions: Object.fromEntries(shapes) });
}

function project(key: string, name: string, description: string, granted: Permission['granted']): Permission {
  return { key, name, type: 'PROJECT', description, granted };
}

function global(key: string, name: string, description: string, granted: Permission['granted']): Permission {
  return { key, name, type: 'GLOBAL', description, granted };
}
