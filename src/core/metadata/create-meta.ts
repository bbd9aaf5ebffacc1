/** What can be created in a project, and which fields the screen for it has: one resource up to Jira 8, two from then on. */
import type { Field } from '../../../protocol/fields.ts';
import type { IssueType } from '../../../protocol/issue-creation.ts';
import { invalidParams, JiraError } from '../errors.ts';
import type { Access } from '../issues/access.ts';
import { identifier, list, present, record, text } from '../jira/json.ts';
import { webAddress } from '../text/plain-text.ts';
import { toField } from './field.ts';
import { readPages } from './pages.ts';

/**
 * The types of issue that the user may create in a project.
 *
 * @param project key or id; Jira finds no project by its name here, and says nothing of it (measured on 8.20)
 * @throws {JiraError} `notFound` where there is no such project for the user to create issues in
 */
export async function readIssueTypes(access: Access, project: string): Promise<IssueType[]> {
  const types = await eitherWay(access, {
    newer: async () => readPages(access, `${root}/${encodeURIComponent(project)}/issuetypes`),
    older: async () => list(record(await readOld(access, project, [['expand', 'projects']]))['issuetypes']),
    project,
  });
  return types.map(toIssueType);
}

/**
 * The fields with which an issue of a type is created.
 *
 * @param type an id, or a name in the user's language
 * @throws {JiraError} invalidParams for `type`, where the project has no such type, or several
 */
export async function readCreateFields(access: Access, project: string, type: string): Promise<{ type: IssueType; fields: Field[] }> {
  const types = await readIssueTypes(access, project);
  const wanted = chooseType(types, type);
  const fields = await eitherWay(access, {
    newer: async () => (await readPages(access, `${root}/${encodeURIComponent(project)}/issuetypes/${wanted.id}`)).map((each) => toField(undefined, each)),
    older: async () => {
      const [found] = list(record(await readOld(access, project, [['issuetypeIds', wanted.id], ['expand', 'projects.issuetypes.fields']]))['issuetypes'])
        .filter((each) => identifier(record(each)['id']) === wanted.id);
      return Object.entries(record(record(found)['fields'])).map(([id, each]) => toField(id, each));
    },
    project,
  });
  return { type: wanted, fields };
}

const root = '/rest/api/2/issue/createmeta';

/** Jira 9 took the old resource away and Jira 8.4 brought the new ones; a server may have been upgraded since it was configured. */
async function eitherWay<T>(access: Access, { newer, older, project }: { newer: () => Promise<T>; older: () => Promise<T>; project: string }): Promise<T> {
  const [major] = access.provider.server.versionNumbers;
  const ways = major !== undefined && major < 9 ? [older, newer] : [newer, ...(major === undefined ? [older] : [])];
  for (const [index, way] of ways.entries()) {
    try {
      return await way();
    } catch (error) {
      if (!(error instanceof JiraError) || !gone.has(error.kind)) throw error;
      if (index === ways.length - 1) throw noProject(project, error);
    }
  }
  throw noProject(project, undefined);
}

/** What Jira says of a project that is not there (400, 404), and of a resource that its version does not have. */
const gone = new Set(['notFound', 'validation', 'unsupported']);

async function readOld(access: Access, project: string, more: readonly (readonly [string, string])[]): Promise<unknown> {
  const name = /^\d+$/.test(project) ? 'projectIds' : 'projectKeys';
  const answer = record(await access.read(root, [[name, /^\d+$/.test(project) ? project : project.toUpperCase()], ...more]));
  const [found] = list(answer['projects']);
  if (found === undefined) throw noProject(project, undefined);
  return found;
}

function noProject(project: string, cause: JiraError | undefined): JiraError {
  return new JiraError(
    'notFound',
    `There is no project ${project}, or you may not create issues in it. Jira wants its key or its id here; jira/projects lists both.`,
    cause?.details ?? {},
    cause,
  );
}

/** The type that is meant: by its id or its name, or by its name in another case. @throws {JiraError} invalidParams for `type` */
export function chooseType(types: readonly IssueType[], wanted: string): IssueType {
  const exact = types.filter(({ id, name }) => id === wanted || name === wanted);
  const fitting = exact.length > 0 ? exact : types.filter(({ name }) => name.toLowerCase() === wanted.toLowerCase());
  const [type, ...others] = fitting;
  if (type !== undefined && others.length === 0) return type;
  const names = (some: readonly IssueType[]) => some.map(({ id, name }) => `${name} (${id})`).join(', ');
  if (type !== undefined) throw invalidParams('type', `Several types of issue are called “${wanted}”: say which one by its id. There are ${names(fitting)}.`);
  throw invalidParams('type', `The project has no type of issue “${wanted}”. There are ${names(types) || 'none that you may create'}.`);
}

function toIssueType(value: unknown): IssueType {
  const { id, name, subtask, description, iconUrl } = record(value);
  return {
    id: identifier(id) ?? '',
    name: text(name) ?? '',
    subtask: subtask === true,
    ...present({ description: text(description), iconUrl: webAddress(iconUrl) }),
  };
}
