import { fieldDefinition } from '../data/fields.ts';
import type { Issue } from '../data/issue.ts';
import { transitionShapes } from './catalogue.ts';
import { changeShape } from './discussion.ts';
import { issueFields, type Rendering } from './issue-fields.ts';
import { renderedFields } from './rendered.ts';

type Shape = Record<string, unknown>;

/** An issue with the fields that were selected, and what `expand` asks for beside them. */
export function issueShape(issue: Issue, fields: readonly string[], expand: readonly string[], rendering: Rendering): Shape {
  const { site, indexed } = rendering;
  const values: Shape = {};
  for (const id of fields) {
    const value = id in issueFields ? issueFields[id]?.(issue, rendering) : (issue.custom?.[id] ?? null);
    if (value !== undefined) values[id] = value;
  }
  return {
    expand: indexed
      ? 'operations,versionedRepresentations,editmeta,changelog,renderedFields'
      : 'renderedFields,names,schema,operations,editmeta,changelog,versionedRepresentations',
    id: String(issue.id),
    self: `${site.baseUrl}/rest/api/2/issue/${issue.id}`,
    key: issue.key,
    fields: values,
    ...(expand.includes('renderedFields') && { renderedFields: renderedFields(issue, values, rendering) }),
    ...(!indexed && expand.includes('names') && { names: fieldNames(Object.keys(values)) }),
    ...(!indexed && expand.includes('schema') && { schema: fieldSchemas(Object.keys(values)) }),
    ...(expand.includes('transitions') && {
      transitions: rendering.user?.readOnly === false ? transitionShapes(site, issue, false) : [],
    }),
    ...(expand.includes('changelog') && { changelog: changelog(issue, rendering) }),
  };
}

/** The names of fields by id. */
export function fieldNames(ids: readonly string[]): Shape {
  return Object.fromEntries(ids.map((id) => [id, fieldDefinition(id)?.name ?? (id === 'parent' ? 'Parent' : id)]));
}

/** The schemas of fields by id. */
export function fieldSchemas(ids: readonly string[]): Shape {
  return Object.fromEntries(
    ids.map((id) => [id, fieldDefinition(id)?.schema ?? { type: 'issuelink', system: id }]),
  );
}

function changelog(issue: Issue, { site }: Rendering): Shape {
  const histories = issue.details().history.map((change) => changeShape(site, change));
  return { startAt: 0, maxResults: histories.length, total: histories.length, histories };
}
