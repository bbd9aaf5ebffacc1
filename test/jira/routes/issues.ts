import { issueTypes, priorities, status, type IssueType } from '../data/catalogue.ts';
import { noDetails } from '../data/issue.ts';
import type { NewIssue } from '../data/store.ts';
import type { Project } from '../data/projects.ts';
import type { User } from '../data/users.ts';
import { jiraError } from '../errors.ts';
import type { Exchange } from '../exchange.ts';
import { empty, json, type Reply } from '../replies.ts';
import type { PathParameters, Route } from '../router.ts';
import { issueShape } from '../shapes/issue.ts';
import { selectFields } from '../shapes/selection.ts';
import { changeIssue } from '../writes/change.ts';
import { readFields, readUpdate, type Input } from '../writes/input.ts';
import { readJsonObject } from './body.ts';
import { findProject, visibleIssue, writer } from './visible.ts';

/** One issue: reading, creating, editing, assigning. */
export const issueRoutes: readonly Route[] = [
  { method: 'GET', pattern: '/rest/api/2/issue/:issue', access: 'site', handle: read },
  { method: 'POST', pattern: '/rest/api/2/issue', access: 'user', handle: create },
  { method: 'PUT', pattern: '/rest/api/2/issue/:issue', access: 'user', handle: edit },
  { method: 'PUT', pattern: '/rest/api/2/issue/:issue/assignee', access: 'user', handle: assign },
];

type Fields = Record<string, unknown>;

function read(exchange: Exchange, { issue: idOrKey }: PathParameters): Reply {
  const issue = visibleIssue(exchange, idOrKey);
  const fields = exchange.query.filter(([name]) => name === 'fields').map(([, value]) => value);
  const expand = (exchange.parameter('expand') ?? '').split(',');
  const { site, identity } = exchange;
  if (exchange.parameter('updateHistory') === 'true' && identity.user !== undefined) site.history.note(identity.user.name, issue.id, site.now());
  const custom = site.customFields.map(({ id }) => id);
  const rendering = { site, user: identity.user, indexed: false };
  return json(200, issueShape(issue, selectFields(fields, '*all', custom), expand, rendering));
}

function create(exchange: Exchange): Reply {
  const { site } = exchange;
  const user = writer(exchange, 'You do not have permission to create issues in this project.', 400);
  const { fields: sent } = readJsonObject(exchange) as { fields?: Fields };
  if (sent === undefined) throw jiraError(400, ["one of 'fields' or 'update' required"]);
  const { project: projectSent, issuetype, parent: parentSent, ...fields } = sent;
  const project = projectOf(exchange, projectSent);
  const type = typeOf(issuetype);
  const parent = parentOf(exchange, type, parentSent);
  const input = readFields({ summary: null, ...fields }, { site, user, project, issue: undefined });
  for (const { id, name, required, types } of site.customFields) {
    const onScreen = types === undefined || types.includes(type.name);
    if (onScreen && required && (input.changes.custom?.[id] ?? null) === null) input.errors[id] ??= `${name} is required.`;
  }
  if (type.name === 'Epic' && input.changes.epicName === undefined) input.errors['customfield_10104'] = 'Epic Name is required.';
  refuseErrors(input);
  const created = site.issues.add({ ...blank(exchange, user, project, type, parent), ...withDetails(input) });
  return json(201, {
    id: String(created.id),
    key: created.key,
    self: `${site.baseUrl}/rest/api/2/issue/${created.id}`,
  });
}

function projectOf({ site, identity }: Exchange, sent: unknown): Project {
  const { id, key } = (sent ?? {}) as { id?: unknown; key?: unknown };
  const project = findProject(site.projects, String(id ?? key ?? ''));
  if (sent === undefined) throw jiraError(400, [], { project: 'project is required' });
  if (project === undefined || !site.maySee(identity.user, project)) {
    throw jiraError(400, [], { project: 'valid project is required' });
  }
  return project;
}

function typeOf(sent: unknown): IssueType {
  const { id, name } = (sent ?? {}) as { id?: unknown; name?: unknown };
  const type = issueTypes.find((one) => (id === undefined ? one.name === name : one.id === String(id)));
  if (sent === undefined) throw jiraError(400, [], { issuetype: 'issue type is required' });
  if (type === undefined) throw jiraError(400, [], { issuetype: 'valid issue type is required' });
  return type;
}

function parentOf(exchange: Exchange, { subtask }: IssueType, sent: unknown): number | undefined {
  const { id, key } = (sent ?? {}) as { id?: unknown; key?: unknown };
  if (sent === undefined && subtask) {
    throw jiraError(400, ['Issue type is a sub-task but parent issue key or id not specified.']);
  }
  if (sent === undefined) return undefined;
  const parent = exchange.site.issues.find(String(id ?? key ?? ''));
  if (parent === undefined) throw jiraError(400, [], { parent: 'Could not find issue by id or key.' });
  if (!subtask) throw jiraError(400, [], { issuetype: 'The issue type selected is not a sub-task.' });
  return parent.id;
}

function blank(
  { site }: Exchange,
  user: User,
  project: Project,
  type: IssueType,
  parent: number | undefined,
): Omit<NewIssue, 'summary'> {
  return {
    project,
    type,
    parent,
    status: status('To Do'),
    priority: priorities[2] as NewIssue['priority'],
    assignee: undefined,
    reporter: user.name,
    creator: user.name,
    labels: [],
    components: [],
    fixVersions: [],
    versions: [],
    created: site.now(),
    updated: site.now(),
    sprints: [],
    flagged: false,
    watchers: [user.name],
    voters: [],
    details: noDetails,
  };
}

function withDetails({ changes }: Input): Partial<NewIssue> & { readonly summary: string } {
  const { details, ...rest } = changes;
  return { ...rest, summary: rest.summary ?? '', details: { ...noDetails, ...details } };
}

function edit(exchange: Exchange, { issue: idOrKey }: PathParameters): Reply {
  const issue = visibleIssue(exchange, idOrKey);
  const user = writer(exchange, 'You do not have permission to edit issues in this project.', 400);
  if (exchange.parameter('notifyUsers') === 'false' && !user.admin) {
    throw jiraError(403, ['To discard the user notification either admin or project admin permissions are required.']);
  }
  const { fields = {}, update = {} } = readJsonObject(exchange) as { fields?: Fields; update?: Fields };
  const target = { site: exchange.site, user, project: issue.project, issue };
  const input = readFields(fields, target);
  readUpdate(update, input, target);
  refuseErrors(input);
  changeIssue(exchange.site, issue, input.changes, user);
  return empty();
}

function assign(exchange: Exchange, { issue: idOrKey }: PathParameters): Reply {
  const issue = visibleIssue(exchange, idOrKey);
  const user = writer(exchange, 'You do not have permission to assign issues.', 401);
  const target = { site: exchange.site, user, project: issue.project, issue };
  const input = readFields({ assignee: readJsonObject(exchange) }, target);
  refuseErrors(input);
  changeIssue(exchange.site, issue, input.changes, user);
  return empty();
}

/** @throws {Refusal} 400 when anything is wrong with what was written */
function refuseErrors({ errors }: Input): void {
  if (Object.keys(errors).length > 0) throw jiraError(400, [], errors);
}

