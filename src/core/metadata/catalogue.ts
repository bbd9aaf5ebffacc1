/** What a server has to choose from: projects, users, filters, types of link. */
import type { Filter, LinkType, Project } from '../../../protocol/metadata.ts';
import type { User } from '../../../protocol/provider.ts';
import { JiraError } from '../errors.ts';
import type { Access } from '../issues/access.ts';
import { identifier, present, record, text } from '../jira/json.ts';
import { toUser } from '../jira/user.ts';
import { plainText, webAddress } from '../text/plain-text.ts';

/** The projects that the user may see. @param recent just so many of those that the user looked at last */
export async function readProjects(access: Access, recent: number | undefined): Promise<Project[]> {
  const value = await readList(access, '/rest/api/2/project', recent === undefined ? [] : [['recent', String(recent)]]);
  const projects = value.map(toProject);
  for (const { key } of projects) access.memory.projects.note(access.provider.id, key);
  return projects;
}

/** Whose issues, and which of them: of an issue, or of a new one in a project. */
export interface AssignableRequest {
  readonly key?: string | undefined;
  readonly project?: string | undefined;
  readonly query?: string | undefined;
  readonly limit: number;
}

/** Users to whom an issue can be assigned. Jira has no pages here that one could rely on, and a cap of its own. */
export async function readAssignableUsers(access: Access, { key, project, query = '', limit }: AssignableRequest): Promise<User[]> {
  const place = key === undefined ? ['project', project ?? ''] : ['issueKey', key];
  const value = await readList(access, '/rest/api/2/user/assignable/search', [place as [string, string], ['username', query], ['maxResults', String(limit)]]);
  return value.flatMap((each) => toUser(each) ?? []);
}

/** The favourite filters of the user. */
export async function readFilters(access: Access): Promise<Filter[]> {
  return (await readList(access, '/rest/api/2/filter/favourite')).map((each) => {
    const { id, name, description, jql, owner } = record(each);
    const filterId = identifier(id) ?? '';
    return {
      id: filterId,
      name: text(name) ?? '',
      jql: typeof jql === 'string' ? plainText(jql) : '',
      ...present({ description: text(description), owner: toUser(owner) }),
      url: `${access.baseUrl}/issues/?filter=${encodeURIComponent(filterId)}`,
    };
  });
}

/** The types of link. @throws {JiraError} `unsupported` where linking is switched off */
export async function readLinkTypes(access: Access): Promise<LinkType[]> {
  let answer: unknown;
  try {
    answer = await access.read('/rest/api/2/issueLinkType');
  } catch (error) {
    if (!(error instanceof JiraError) || error.kind !== 'notFound') throw error;
    throw new JiraError('unsupported', `Links between issues are switched off on this Jira. ${wordsOf(error)}`.trim(), error.details, error);
  }
  const { issueLinkTypes } = record(answer);
  if (!Array.isArray(issueLinkTypes)) throw new JiraError('server', 'The answer of Jira is no list of types of link.');
  return issueLinkTypes.map((each) => {
    const { id, name, inward, outward } = record(each);
    return { id: identifier(id) ?? '', name: text(name) ?? '', outward: text(outward) ?? '', inward: text(inward) ?? '' };
  });
}

/** What Jira itself said of an error. */
export function wordsOf({ details }: JiraError): string {
  return (details.jira?.errorMessages ?? []).join(' ');
}

async function readList(access: Access, path: string, query: readonly (readonly [string, string])[] = []): Promise<unknown[]> {
  const value = await access.read(path, query);
  if (!Array.isArray(value)) throw new JiraError('server', 'The answer of Jira is no list.');
  return value;
}

function toProject(value: unknown): Project {
  const { id, key, name, projectCategory, avatarUrls, archived } = record(value);
  return {
    id: identifier(id) ?? '',
    key: text(key) ?? '',
    name: text(name) ?? '',
    ...present({ category: text(record(projectCategory)['name']), avatarUrl: webAddress(record(avatarUrls)['48x48']) }),
    archived: archived === true,
  };
}
