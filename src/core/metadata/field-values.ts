/** From the plain form of a field's value, which any client can write, to the one that Jira takes. */
import type { Field } from '../../../protocol/fields.ts';
import { invalidParams } from '../errors.ts';
import { toJiraTime } from '../jira/time.ts';

/** Turns Markdown into wiki markup. */
export type ToWiki = (markdown: string) => string;

/**
 * The values in the form that Jira takes. What is in such a form already, or belongs to a field that the screen does
 * not have, stays as it is: Jira then says what is wrong with it, in its own words.
 *
 * @param values by the ids of fields
 * @param fields those of the screen
 * @throws {JiraError} invalidParams for a plain value that is none of its kind
 */
export function toJiraValues(values: Readonly<Record<string, unknown>>, fields: readonly Field[], toWiki: ToWiki): Record<string, unknown> {
  const byId = new Map(fields.map((field) => [field.id, field]));
  return Object.fromEntries(Object.entries(values).map(([id, value]) => [id, toJiraValue(value, byId.get(id), toWiki)]));
}

function toJiraValue(value: unknown, field: Field | undefined, toWiki: ToWiki): unknown {
  // Jira takes no null for a field of several values: it is emptied by a list of none.
  if (value === null || value === undefined) return field?.multiple === true ? [] : null;
  if (field === undefined) return value;
  if (field.kind === 'cascade' && Array.isArray(value)) return cascade(value, field);
  if (field.multiple && !Array.isArray(value)) return [plain(value, field, toWiki)];
  return Array.isArray(value) && field.multiple ? value.map((each) => plain(each, field, toWiki)) : plain(value, field, toWiki);
}

function plain(value: unknown, field: Field, toWiki: ToWiki): unknown {
  const { kind } = field;
  if (kind === 'markup' && isObject(value) && typeof value['markdown'] === 'string') return toWiki(value['markdown']);
  if (kind === 'timeTracking' && isObject(value)) return estimates(value);
  if (typeof value !== 'string' && typeof value !== 'number') return value;
  switch (kind) {
    case 'number':
    case 'sprint':
      return numeric(value, field);
    case 'dateTime':
      return toJiraTime(String(value)) ?? value;
    case 'issue':
      return field.type === 'issuelink' ? { key: String(value) } : String(value);
    case 'project':
      return /^\d+$/.test(String(value)) ? { id: String(value) } : { key: String(value) };
    case 'user':
    case 'group':
      return { name: String(value) };
    case 'option':
    case 'cascade':
    case 'version':
    case 'component':
    case 'priority':
    case 'resolution':
    case 'issueType':
    case 'securityLevel':
      return choice(String(value), field);
    default:
      return String(value);
  }
}

/** Something to choose, by its id; what has none in Jira's answers goes by its name. */
function choice(value: string, field: Field): Record<string, string> {
  const id = idOf(value, field);
  if (/^-?\d+$/.test(id)) return { id };
  return field.kind === 'option' || field.kind === 'cascade' ? { value: id } : { name: id };
}

/** People may give the name of an option in the place of its id. */
function idOf(value: string, { allowedValues = [] }: Field): string {
  if (allowedValues.some(({ id }) => id === value)) return value;
  const named = allowedValues.filter(({ name }) => name === value);
  return named.length === 1 ? named[0]!.id : value;
}

function cascade(value: readonly unknown[], field: Field): unknown {
  const [outer, inner] = value;
  const parent = choice(String(outer), field);
  if (inner === undefined || inner === null) return parent;
  const children = field.allowedValues?.find(({ id }) => id === parent['id'])?.children ?? [];
  return { ...parent, child: choice(String(inner), { ...field, allowedValues: children }) };
}

function numeric(value: string | number, { id, name }: Field): number {
  const number = typeof value === 'number' ? value : Number(value.trim() === '' ? Number.NaN : value);
  if (!Number.isFinite(number)) throw invalidParams(`fields.${id}`, `“${name}” (${id}) takes a number.`);
  return number;
}

/** Jira takes no seconds here, but its own short form. */
function estimates(value: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, typeof each === 'number' ? `${Math.round(each / 60)}m` : each]));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
