/** Asks for the values that a screen of Jira insists on. */
import type { Field, FieldOption } from '../../../../protocol/fields.ts';
import { invalidParams } from '../../../core/errors.ts';
import type { Access } from '../../../core/issues/access.ts';
import { readAssignableUsers, type AssignableRequest } from '../../../core/metadata/catalogue.ts';
import { plainLine } from '../../../core/text/plain-text.ts';
import { type FieldLine, readFields, writeFields } from '../sign-in/fields.ts';
import type { CommandContext } from './command.ts';

type Values = Readonly<Record<string, unknown>>;

/** What the fields are for. */
export interface Screen {
  /** For people, for instance `Resolve ABC-1`. */
  readonly title: string;
  readonly fields: readonly Field[];
  /** Values that are known already. */
  readonly given: Values | undefined;
  /** Whose issue it is, or becomes: who may be chosen depends on it. */
  readonly place: Pick<AssignableRequest, 'key' | 'project'>;
}

/** The values that were given, and those of the fields that Jira insists on. A comment is under `comment`. */
export async function askFields({ title, fields, given = {}, place }: Screen, access: Access, context: CommandContext): Promise<Values> {
  const values: Record<string, unknown> = { ...given };
  const missing = fields.filter(({ id, required, hasDefault }) => required && !hasDefault && (given[id] ?? null) === null);
  const typed: Field[] = [];
  for (const field of missing) {
    const chosen = await choose(field, title, place, access, context);
    if (chosen === undefined) typed.push(field);
    else values[field.id] = field.multiple ? [chosen] : chosen;
  }
  return typed.length === 0 ? values : { ...values, ...(await type(typed, title, context)) };
}

/** @returns `undefined` for a field whose value is typed */
async function choose(field: Field, title: string, place: Screen['place'], access: Access, { dialogue }: CommandContext): Promise<unknown> {
  const question = `${title}: ${field.name}?`;
  if (field.kind === 'user') {
    const me = await access.me();
    const users = (await readAssignableUsers(access, { ...place, limit: 20 })).filter(({ name }) => name !== me.name);
    return dialogue.choose(question, [me, ...users].map(({ name, displayName }) => ({ title: displayName, value: name })));
  }
  const { allowedValues = [] } = field;
  if (allowedValues.length === 0) return undefined;
  const option = await dialogue.choose(question, optionsOf(allowedValues));
  if (field.kind !== 'cascade') return option.id;
  const { children = [] } = option as FieldOption;
  return children.length === 0 ? [option.id] : [option.id, (await dialogue.choose(question, optionsOf(children))).id];
}

function optionsOf<T extends { readonly name: string }>(values: readonly T[]): { title: string; value: T }[] {
  return values.map((value) => ({ title: plainLine(value.name, 80), value }));
}

/** All that is typed, in one form. */
function type(fields: readonly Field[], title: string, { dialogue }: CommandContext): Promise<Values> {
  const named = fields.map((field, index) => ({ field, name: plainLine(field.name, 80).replaceAll(':', ' ').trim() || `field ${index + 1}` }));
  const names = named.map(({ name }) => name);
  const lines = [title, '', ...named.map(({ field, name }) => `${name}: ${hints[field.kind] ?? 'text'}${field.multiple ? '; several with commas between' : ''}`), '', 'Fill in each line, and save this file.'];
  return dialogue.fillIn<Values>({
    name: 'jira-fields.txt',
    instruction: 'fill in each line, and save it.',
    text: (problem, saved = '') => {
      const former = readFields(saved, names);
      return writeFields({ lines, problem }, names.map((name): FieldLine => ({ name, value: former[name] })));
    },
    accept: async (saved) => {
      const values = readFields(saved, names);
      return Object.fromEntries(named.map(({ field, name }) => [field.id, valueOf(field, name, values[name])]));
    },
    done: () => '# Jira is being told. You can close this file.\n',
  });
}

const hints: Partial<Record<Field['kind'], string>> = { number: 'a number', date: 'a date, yyyy-MM-dd', dateTime: 'a time, for instance 2026-03-01T09:30:00Z', issue: 'the key of an issue', group: 'the name of a group' };

function valueOf({ id, kind, multiple }: Field, name: string, value: string | undefined): unknown {
  if (value === undefined) throw invalidParams(`fields.${id}`, `“${name}” is missing.`);
  if (multiple) return value.split(',').map((each) => each.trim()).filter((each) => each !== '');
  if (kind === 'markup') return { markdown: value };
  if (kind !== 'number') return value;
  const number = Number(value);
  if (!Number.isFinite(number)) throw invalidParams(`fields.${id}`, `“${name}” is a number.`);
  return number;
}
