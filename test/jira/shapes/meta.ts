import { priorities, resolutions, type IssueType } from '../data/catalogue.ts';
import type { CustomField, CustomOption } from '../data/custom-fields.ts';
import { fieldDefinition, type FieldDefinition } from '../data/fields.ts';
import { nameIn } from '../data/german-names.ts';
import type { Project } from '../data/projects.ts';
import type { Site } from '../site.ts';
import {
  componentShape,
  issueTypeShape,
  priorityShape,
  projectShape,
  resolutionShape,
  versionShape,
} from './catalogue.ts';

type Shape = Record<string, unknown>;

/** What a create or edit screen has, beside what `/field` says of a field. */
interface OnScreen {
  readonly id: string;
  readonly operations: readonly string[];
  readonly required?: boolean;
}

const set = ['set'];
const many = ['add', 'set', 'remove'];

const screen: readonly OnScreen[] = [
  { id: 'summary', operations: set, required: true },
  { id: 'issuetype', operations: [], required: true },
  { id: 'reporter', operations: set, required: true },
  { id: 'components', operations: many },
  { id: 'description', operations: set },
  { id: 'fixVersions', operations: ['set', 'add', 'remove'] },
  { id: 'priority', operations: set },
  { id: 'labels', operations: many },
  { id: 'attachment', operations: [] },
  { id: 'issuelinks', operations: ['add'] },
  { id: 'customfield_10102', operations: set },
  { id: 'customfield_10101', operations: set },
  { id: 'assignee', operations: set },
];

const forBugs: readonly OnScreen[] = [
  { id: 'environment', operations: set },
  { id: 'versions', operations: ['set', 'add', 'remove'] },
];

/** The fields of the create screen of a type, by id. */
export function createFields(site: Site, project: Project, type: IssueType): Record<string, Shape> {
  const fields: readonly OnScreen[] = [
    ...(type.name === 'Epic' ? [{ id: 'customfield_10104', operations: set, required: true }] : []),
    ...screen,
    ...(type.name === 'Bug' ? forBugs : []),
    ...(type.name === 'Story' ? [{ id: 'customfield_10107', operations: set }] : []),
    { id: 'project', operations: set, required: true },
    ...site.customFields.filter(({ types }) => types === undefined || types.includes(type.name)).map(({ id, required, schema }) => ({ id, required, operations: schema.type === 'array' ? many : set })),
    ...(type.subtask ? [{ id: 'parent', operations: set, required: true }] : []),
  ];
  return Object.fromEntries(fields.map((field) => [field.id, fieldMeta(site, project, type, field)]));
}

/** The fields of the edit screen of a type, by id. */
export function editFields(site: Site, project: Project, type: IssueType): Record<string, Shape> {
  const { project: _project, parent: _parent, ...fields } = createFields(site, project, type);
  return {
    ...fields,
    comment: fieldMeta(site, project, type, { id: 'comment', operations: ['add', 'edit', 'remove'] }),
  };
}

function fieldMeta(site: Site, project: Project, type: IssueType, { id, operations, required = false }: OnScreen): Shape {
  const custom = site.customFields.find((field) => field.id === id);
  const definition = custom === undefined ? fieldDefinition(id) : customDefinition(custom);
  const allowedValues = custom === undefined ? allowed(site, project, type, id) : customAllowed(site, project, custom);
  const byDefault = defaultValue(site, id);
  const complete = completions(site)[id];
  return {
    required,
    schema: definition?.schema ?? { type: 'issuelink', system: id },
    name: nameIn(site.settings.language, definition?.name ?? 'Parent'),
    fieldId: id,
    ...(complete !== undefined && { autoCompleteUrl: complete }),
    hasDefaultValue: byDefault !== undefined,
    operations,
    ...(allowedValues !== undefined && { allowedValues }),
    ...(byDefault !== undefined && { defaultValue: byDefault }),
  };
}

/** The field as `/field` describes it, as far as screens show it. */
function customDefinition({ id, name, schema }: CustomField): Pick<FieldDefinition, 'name' | 'schema'> {
  return { name, schema: { ...schema, customId: Number(id.replace('customfield_', '')) } };
}

function optionShape(site: Site, { id, value, children }: CustomOption): Shape {
  const self = `${site.baseUrl}/rest/api/2/customFieldOption/${id}`;
  return { self, value, id, ...(children !== undefined && { children: children.map((child) => optionShape(site, child)) }) };
}

function customAllowed(site: Site, project: Project, { schema, options }: CustomField): Shape[] | undefined {
  const type = schema.items ?? schema.type;
  if (options !== undefined) return options.map((option) => optionShape(site, option));
  if (type === 'version') return project.versions.map((version) => versionShape(site, version));
  if (type === 'project') return site.projects.map((each) => projectShape(site, each));
  return undefined;
}

function allowed(site: Site, project: Project, type: IssueType, id: string): Shape[] | undefined {
  switch (id) {
    case 'issuetype':
      return [issueTypeShape(site, type)];
    case 'priority':
      return priorities.map((priority) => priorityShape(site, priority));
    case 'resolution':
      return resolutions.map((resolution) => resolutionShape(site, resolution));
    case 'components':
      return project.components.map((component) => componentShape(site, component));
    case 'fixVersions':
    case 'versions':
      return project.versions.map((version) => versionShape(site, version));
    case 'project':
      return [projectShape(site, project)];
    default:
      return undefined;
  }
}

function defaultValue(site: Site, id: string): Shape | undefined {
  if (id === 'priority') return priorityShape(site, priorities[2] as (typeof priorities)[number]);
  return id === 'assignee' ? { name: '-1' } : undefined;
}

function completions({ baseUrl }: Site): Record<string, string> {
  const picker = 'currentProjectId=&showSubTaskParent=true&showSubTasks=true&currentIssueKey=null&query=';
  return {
    reporter: `${baseUrl}/rest/api/latest/user/search?username=`,
    labels: `${baseUrl}/rest/api/1.0/labels/suggest?query=`,
    issuelinks: `${baseUrl}/rest/api/2/issue/picker?${picker}`,
    assignee: `${baseUrl}/rest/api/latest/user/assignable/search?issueKey=null&username=`,
  };
}
