import type { CustomField, CustomOption } from '../data/custom-fields.ts';
import type { Project } from '../data/projects.ts';
import type { Site } from '../site.ts';
import { BadValue } from './bad-value.ts';

/** A JSON object. */
type Sent = Readonly<Record<string, unknown>>;

/**
 * Understands the value of a custom field as its type has it, and gives it in the shape in which Jira shows it.
 *
 * @throws {BadValue} in the words of Jira
 */
export function customValue(field: CustomField, value: unknown, site: Site, project: Project): unknown {
  const { type, items } = field.schema;
  if (value === null) return null;
  if (type !== 'array') return single(type, field, value, site, project);
  if (field.schema.custom?.endsWith(':gh-sprint') === true) return numberOf(value);
  if (!Array.isArray(value)) throw new BadValue('data was not an array');
  return value.map((each) => single(items ?? 'string', field, each, site, project));
}

function single(type: string, field: CustomField, value: unknown, site: Site, project: Project): unknown {
  switch (type) {
    case 'number':
      return numberOf(value);
    case 'date':
      return matching(value, /^\d{4}-\d{2}-\d{2}$/, (text) => `Error parsing date string: ${text}`);
    case 'datetime':
      return matching(value, /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}[+-]\d{4}$/, (text) => `Error parsing time: ${text}`);
    case 'option':
      return shown(optionOf(value, field.options ?? []));
    case 'option-with-child':
      return cascade(value, field.options ?? []);
    case 'user':
      return { name: nameIn(value, (name) => site.users.find(name)?.name, (name) => `User '${name}' does not exist.`) };
    case 'group':
      return { name: nameIn(value, (name) => (name.startsWith('jira-') ? name : undefined), (name) => `Group '${name}' could not be found.`) };
    case 'version':
      return partOf(value, project.versions, 'Version');
    case 'component':
      return partOf(value, project.components, 'Component');
    case 'project':
      return projectOf(value, site);
    default:
      return textOf(field, value);
  }
}

function textOf({ schema }: CustomField, value: unknown): string {
  if (typeof value !== 'string') throw new BadValue('Operation value must be a string');
  if (schema.custom?.endsWith(':url') === true && !URL.canParse(value)) throw new BadValue('Not a valid URL');
  if (schema.type === 'array' && /\s/.test(value)) throw new BadValue(`The label '${value}' contains spaces which is invalid.`);
  return value;
}

function matching(value: unknown, pattern: RegExp, message: (text: string) => string): string {
  const text = String(value);
  if (!pattern.test(text) || Number.isNaN(Date.parse(text))) throw new BadValue(message(text));
  return text;
}

function numberOf(value: unknown): number {
  if (typeof value !== 'number') throw new BadValue('Operation value must be a number');
  return value;
}

function optionOf(value: unknown, options: readonly CustomOption[]): CustomOption {
  const { id, value: name } = objectOf(value);
  if (id === undefined && name === undefined) throw new BadValue("Could not find valid 'id' or 'value' in the Parent Option object.");
  const option = options.find((each) => (id === undefined ? each.value === name : each.id === String(id)));
  if (option === undefined) throw new BadValue(id === undefined ? `Option value '${String(name)}' is not valid` : `Option id '${String(id)}' is not valid`);
  return option;
}

function cascade(value: unknown, options: readonly CustomOption[]): unknown {
  const parent = optionOf(value, options);
  const { child } = objectOf(value);
  return { ...shown(parent), ...(child !== undefined && { child: shown(optionOf(child, parent.children ?? [])) }) };
}

function shown({ id, value }: CustomOption): { id: string; value: string } {
  return { value, id };
}

function nameIn(value: unknown, find: (name: string) => string | undefined, message: (name: string) => string): string {
  const { name } = objectOf(value);
  const found = find(String(name ?? ''));
  if (found === undefined) throw new BadValue(message(String(name)));
  return found;
}

function partOf(value: unknown, parts: readonly { readonly id: string; readonly name: string }[], kind: string): unknown {
  const { id, name } = objectOf(value);
  const part = parts.find((each) => (id === undefined ? each.name === name : each.id === String(id)));
  if (part === undefined) throw new BadValue(`${kind} ${id === undefined ? 'name' : 'id'} '${String(id ?? name)}' is not valid`);
  return { id: part.id, name: part.name };
}

function projectOf(value: unknown, site: Site): unknown {
  const { id, key } = objectOf(value);
  const project = site.projects.find((each) => each.id === String(id) || each.key === key);
  if (project === undefined) throw new BadValue('valid project is required');
  return { id: project.id, key: project.key, name: project.name };
}

function objectOf(value: unknown): Sent {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Sent;
  throw new BadValue('expected Object');
}
