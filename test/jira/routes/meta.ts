import { issueTypes } from '../data/catalogue.ts';
import { nameIn } from '../data/german-names.ts';
import type { Project } from '../data/projects.ts';
import { jiraError, noSuchIssue } from '../errors.ts';
import type { Exchange } from '../exchange.ts';
import { json, type Reply } from '../replies.ts';
import type { PathParameters, Route } from '../router.ts';
import { issueTypeIcon, issueTypeShape, projectAvatars } from '../shapes/catalogue.ts';
import { createFields, editFields } from '../shapes/meta.ts';
import { wholeNumber } from './body.ts';
import { findProject, visibleIssue } from './visible.ts';

/** What a create or edit screen looks like: the old resource up to 8.x, the new ones from 8.4 on. */
export const metaRoutes: readonly Route[] = [
  { method: 'GET', pattern: '/rest/api/2/issue/createmeta', access: 'user', handle: all },
  { method: 'GET', pattern: '/rest/api/2/issue/createmeta/:project/issuetypes', access: 'user', handle: types },
  { method: 'GET', pattern: '/rest/api/2/issue/createmeta/:project/issuetypes/:type', access: 'user', handle: fields },
  { method: 'GET', pattern: '/rest/api/2/issue/:issue/editmeta', access: 'user', handle: edit },
];

/** From 9.0 on `createmeta` is taken for the key of an issue. */
function all(exchange: Exchange): Reply {
  const { site, identity } = exchange;
  if (!site.profile.hasOldCreateMeta) throw noSuchIssue();
  const keys = exchange.parameter('projectKeys')?.split(',');
  const ids = exchange.parameter('projectIds')?.split(',');
  const withFields = (exchange.parameter('expand') ?? '').includes('projects.issuetypes.fields');
  const wanted = site
    .visibleProjects(identity.user)
    .filter(({ id, key }) => (keys === undefined && ids === undefined) || keys?.includes(key) || ids?.includes(id));
  return json(200, {
    expand: 'projects',
    projects: wanted.map((project) => ({
      expand: 'issuetypes',
      self: `${site.baseUrl}/rest/api/2/project/${project.id}`,
      id: project.id,
      key: project.key,
      name: project.name,
      avatarUrls: projectAvatars(site, project),
      issuetypes: issueTypes.map((type) => ({
        self: `${site.baseUrl}/rest/api/2/issuetype/${type.id}`,
        id: type.id,
        description: type.description,
        iconUrl: issueTypeIcon(site, type),
        name: nameIn(site.settings.language, type.name),
        subtask: type.subtask,
        ...(withFields && { expand: 'fields', fields: createFields(site, project, type) }),
      })),
    })),
  });
}

function types(exchange: Exchange, { project: idOrKey }: PathParameters): Reply {
  projectOf(exchange, idOrKey);
  return page(exchange, issueTypes.map((type) => issueTypeShape(exchange.site, type)));
}

function fields(exchange: Exchange, { project: idOrKey, type: id }: PathParameters): Reply {
  const project = projectOf(exchange, idOrKey);
  const type = issueTypes.find((candidate) => candidate.id === id);
  if (type === undefined) throw jiraError(400, [], { issuetype: 'The issue type selected is invalid.' });
  return page(exchange, Object.values(createFields(exchange.site, project, type)));
}

function edit(exchange: Exchange, { issue: idOrKey }: PathParameters): Reply {
  const issue = visibleIssue(exchange, idOrKey);
  const readOnly = exchange.identity.user?.readOnly === true;
  return json(200, { fields: readOnly ? {} : editFields(exchange.site, issue.project, issue.type) });
}

function projectOf({ site, identity }: Exchange, idOrKey: string | undefined): Project {
  const project = findProject(site.projects, idOrKey ?? '');
  if (project === undefined || !site.maySee(identity.user, project)) {
    throw jiraError(400, ['The project does not exist, or you do not have permission to create issues in it.']);
  }
  return project;
}

function page(exchange: Exchange, values: readonly unknown[]): Reply {
  const startAt = wholeNumber(exchange, 'startAt', 0);
  const maxResults = wholeNumber(exchange, 'maxResults', 50);
  const shown = values.slice(startAt, startAt + maxResults);
  return json(200, { maxResults, startAt, total: values.length, isLast: startAt + shown.length >= values.length, values: shown });
}
