import { issueTypes, statuses } from '../data/catalogue.ts';
import type { Exchange } from '../exchange.ts';
import { json, type Reply } from '../replies.ts';
import type { PathParameters, Route } from '../router.ts';
import { componentShape, issueTypeShape, projectAvatars, statusShape, versionShape } from '../shapes/catalogue.ts';
import { leadShape } from '../shapes/user.ts';
import type { Project } from '../data/projects.ts';
import type { Site } from '../site.ts';
import { visibleProject } from './visible.ts';

const one = '/rest/api/2/project/:project';

/** Projects and their parts. */
export const projectRoutes: readonly Route[] = [
  { method: 'GET', pattern: '/rest/api/2/project', access: 'site', handle: list },
  { method: 'GET', pattern: one, access: 'site', handle: detail },
  { method: 'GET', pattern: `${one}/statuses`, access: 'site', handle: statusesOf },
  { method: 'GET', pattern: `${one}/versions`, access: 'site', handle: versionsOf },
  { method: 'GET', pattern: `${one}/components`, access: 'site', handle: componentsOf },
];

type Shape = Record<string, unknown>;

function list(exchange: Exchange): Reply {
  const { site, identity } = exchange;
  const recent = exchange.parameter('recent');
  const visible = site.visibleProjects(identity.user).sort((left, right) => left.name.localeCompare(right.name));
  return json(200, visible.slice(0, recent === undefined ? undefined : Number(recent)).map((project) => ({ ...listed(site, project), ...allKeys(exchange, project) })));
}

function listed(site: Site, project: Project): Shape {
  const { id, key, name } = project;
  return {
    expand: 'description,lead,url,projectKeys',
    self: `${site.baseUrl}/rest/api/2/project/${id}`,
    id,
    key,
    name,
    avatarUrls: projectAvatars(site, project),
    projectTypeKey: 'software',
    archived: false,
  };
}

function detail(exchange: Exchange, { project: idOrKey }: PathParameters): Reply {
  const { site } = exchange;
  const project = visibleProject(exchange, idOrKey);
  const self = `${site.baseUrl}/rest/api/2/project/${project.id}`;
  return json(200, {
    expand: 'description,lead,url,projectKeys',
    self,
    id: project.id,
    key: project.key,
    description: project.description,
    lead: leadShape(site, project.lead),
    components: project.components.map((component) => componentShape(site, component)),
    issueTypes: issueTypes.map((type) => issueTypeShape(site, type)),
    assigneeType: 'PROJECT_LEAD',
    versions: project.versions.map((version) => ownVersion(site, project, version)),
    name: project.name,
    roles: { Administrators: `${self}/role/10002` },
    avatarUrls: projectAvatars(site, project),
    projectTypeKey: 'software',
    archived: false,
    ...allKeys(exchange, project),
  });
}

/** The key and those before it, where they are asked for. */
function allKeys(exchange: Exchange, { key, formerKeys = [] }: Project): Shape {
  const expand = exchange.parameter('expand')?.split(',') ?? [];
  return expand.includes('projectKeys') ? { projectKeys: [key, ...formerKeys] } : {};
}

function statusesOf(exchange: Exchange, { project: idOrKey }: PathParameters): Reply {
  const { site } = exchange;
  visibleProject(exchange, idOrKey);
  const shapes = statuses.map((status) => statusShape(site, status));
  return json(
    200,
    issueTypes.map(({ id, name, subtask }) => ({
      self: `${site.baseUrl}/rest/api/2/issuetype/${id}`,
      id,
      name,
      subtask,
      statuses: shapes,
    })),
  );
}

function versionsOf(exchange: Exchange, { project: idOrKey }: PathParameters): Reply {
  const project = visibleProject(exchange, idOrKey);
  return json(200, project.versions.map((version) => ownVersion(exchange.site, project, version)));
}

function componentsOf(exchange: Exchange, { project: idOrKey }: PathParameters): Reply {
  const { site } = exchange;
  const project = visibleProject(exchange, idOrKey);
  const lead = leadShape(site, project.lead);
  return json(
    200,
    project.components.map((component) => ({
      ...componentShape(site, component),
      assigneeType: 'PROJECT_DEFAULT',
      assignee: lead,
      realAssigneeType: 'PROJECT_DEFAULT',
      realAssignee: lead,
      isAssigneeTypeValid: false,
      project: project.key,
      projectId: Number(project.id),
    })),
  );
}

function ownVersion(site: Site, { id }: Project, version: Project['versions'][number]): Shape {
  return { ...versionShape(site, version), projectId: Number(id) };
}
