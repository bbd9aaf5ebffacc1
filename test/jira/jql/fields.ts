import { categories, issueTypes, priorities, resolutions, statuses } from '../data/catalogue.ts';
import { nameIn } from '../data/german-names.ts';
import type { Issue } from '../data/issue.ts';
import { sprints } from '../data/sprints.ts';
import type { JqlContext } from './context.ts';
import type { TextField } from './text.ts';

/** A value that a field can have in a query. */
export interface Named {
  readonly id: string;
  readonly names: readonly string[];
}

/** The id that stands for having no value at all. */
export const unset = '-1';

/** A field as queries know it. */
export type JqlField = { readonly clauses: readonly string[]; readonly hideable: boolean } & (
  | {
      /** A choice of known values; the ids of those that an issue has. */
      readonly kind: 'choice';
      readonly values: (context: JqlContext) => readonly Named[];
      readonly of: (issue: Issue) => readonly string[];
      readonly sort?: (issue: Issue) => string | number | undefined;
    }
  | { readonly kind: 'user'; readonly of: (issue: Issue) => readonly string[] }
  | { readonly kind: 'words'; readonly of: (issue: Issue) => readonly string[] }
  | { readonly kind: 'issue'; readonly of: (issue: Issue, context: JqlContext) => Issue | undefined }
  | { readonly kind: 'date'; readonly of: (issue: Issue, context: JqlContext) => number | undefined }
  | { readonly kind: 'number'; readonly of: (issue: Issue) => number | undefined }
  | { readonly kind: 'text'; readonly field: TextField; readonly of: (issue: Issue) => string | undefined }
  | { readonly kind: 'filter' }
);

/** Finds a field by one of its names in queries, in any case. */
export function findField(name: string): JqlField | undefined {
  return fieldByName.get(name.toLowerCase());
}

const jqlFields: readonly JqlField[] = [
  {
    clauses: ['project'],
    hideable: false,
    kind: 'choice',
    values: ({ site, user }) => site.visibleProjects(user).map(({ id, key, name }) => ({ id, names: [key, name] })),
    of: (issue) => [issue.project.id],
    sort: (issue) => issue.project.key,
  },
  choice(['issuetype', 'type'], issueTypes, (issue) => [issue.type.id], (issue) => issue.type.name, false),
  choice(['status'], statuses, (issue) => [issue.status.id], (issue) => statuses.indexOf(issue.status), false),
  {
    clauses: ['statuscategory'],
    hideable: false,
    kind: 'choice',
    values: () => Object.values(categories).map(({ id, key, name }) => ({ id: String(id), names: [name, key] })),
    of: (issue) => [String(issue.status.category.id)],
    sort: (issue) => issue.status.category.id,
  },
  choice(['priority'], priorities, (issue) => [issue.priority.id], (issue) => -Number(issue.priority.id)),
  {
    ...choice(['resolution'], resolutions, (issue) => ids([issue.resolution]), (issue) => issue.resolution?.name),
    values: () => [...named(resolutions), { id: unset, names: ['Unresolved'] }],
  } as JqlField,
  choice(['sprint', 'cf[10101]'], sprints, (issue) => issue.sprints.map(String), (issue) => issue.sprints[0]),
  part(['component'], 'components', (issue) => issue.components),
  part(['fixversion'], 'versions', (issue) => issue.fixVersions),
  part(['affectedversion'], 'versions', (issue) => issue.versions),
  { clauses: ['assignee'], hideable: true, kind: 'user', of: (issue) => present([issue.assignee]) },
  { clauses: ['reporter'], hideable: true, kind: 'user', of: (issue) => present([issue.reporter]) },
  { clauses: ['creator'], hideable: true, kind: 'user', of: (issue) => [issue.creator] },
  { clauses: ['watcher'], hideable: true, kind: 'user', of: (issue) => issue.watchers },
  { clauses: ['voter'], hideable: true, kind: 'user', of: (issue) => issue.voters },
  { clauses: ['labels'], hideable: true, kind: 'words', of: (issue) => issue.labels },
  { clauses: ['key', 'issuekey', 'id', 'issue'], hideable: false, kind: 'issue', of: (issue) => issue },
  {
    clauses: ['parent'],
    hideable: true,
    kind: 'issue',
    of: (issue, { site }) => (issue.parent === undefined ? undefined : site.issues.find(issue.parent)),
  },
  {
    clauses: ['epic link', 'cf[10102]'],
    hideable: true,
    kind: 'issue',
    of: (issue, { site }) => (issue.epicLink === undefined ? undefined : site.issues.find(issue.epicLink)),
  },
  { clauses: ['lastviewed'], hideable: false, kind: 'date', of: ({ id }, { site, user }) => site.history.of(user?.name ?? '').get(id) },
  { clauses: ['created', 'createddate'], hideable: false, kind: 'date', of: (issue) => issue.created },
  { clauses: ['updated', 'updateddate'], hideable: false, kind: 'date', of: (issue) => issue.updated },
  { clauses: ['resolutiondate', 'resolved'], hideable: true, kind: 'date', of: (issue) => issue.resolved },
  {
    clauses: ['due', 'duedate'],
    hideable: true,
    kind: 'date',
    of: (issue) => (issue.due === undefined ? undefined : Date.parse(`${issue.due}T00:00:00Z`)),
  },
  { clauses: ['story points', 'cf[10107]'], hideable: true, kind: 'number', of: (issue) => issue.storyPoints },
  { clauses: ['votes'], hideable: true, kind: 'number', of: (issue) => issue.voters.length },
  { clauses: ['watchers'], hideable: true, kind: 'number', of: (issue) => issue.watchers.length },
  { clauses: ['summary'], hideable: false, kind: 'text', field: 'summary', of: (issue) => issue.summary },
  text('description', (issue) => issue.details().description ?? undefined),
  text('environment', (issue) => issue.details().environment ?? undefined),
  text('comment', () => undefined),
  text('text', () => undefined),
  { clauses: ['filter', 'savedfilter', 'request', 'searchrequest'], hideable: false, kind: 'filter' },
];

const fieldByName = new Map(jqlFields.flatMap((field) => field.clauses.map((name) => [name, field] as const)));

function choice(
  clauses: readonly string[],
  values: readonly { readonly id: string | number; readonly name: string }[],
  of: (issue: Issue) => readonly string[],
  sort: (issue: Issue) => string | number | undefined,
  hideable = true,
): JqlField {
  return { clauses, hideable, kind: 'choice', values: ({ site }) => named(values, site.settings.language), of, sort };
}

function part(
  clauses: readonly string[],
  kind: 'components' | 'versions',
  of: (issue: Issue) => readonly { readonly id: string; readonly name: string }[],
): JqlField {
  return {
    clauses,
    hideable: true,
    kind: 'choice',
    values: ({ site, user }) => named(site.visibleProjects(user).flatMap((project) => project[kind])),
    of: (issue) => ids(of(issue)),
    sort: (issue) => of(issue)[0]?.name,
  };
}

function text(name: Exclude<TextField, 'summary'>, of: (issue: Issue) => string | undefined): JqlField {
  return { clauses: [name], hideable: true, kind: 'text', field: name, of };
}

function named(values: readonly { readonly id: string | number; readonly name: string }[], language: 'en' | 'de' = 'en'): Named[] {
  return values.map(({ id, name }) => ({ id: String(id), names: [...new Set([nameIn(language, name), name])] }));
}

function ids(values: readonly ({ readonly id: string } | undefined)[]): string[] {
  return values.flatMap((value) => value?.id ?? []);
}

function present(values: readonly (string | undefined)[]): string[] {
  return values.filter((value) => value !== undefined);
}
