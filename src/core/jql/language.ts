/** What can be written in queries to one Jira: its fields and functions. */
import { identifier, list, present, record, text } from '../jira/json.ts';
import { readSprintField } from './sprint-field.ts';
import { standardFields, standardFunctions } from './standard.ts';
import type { OperatorName } from './syntax.ts';
import { unquoted, written } from './words.ts';

/** A field that queries may name. */
export interface JqlField {
  /** Without quotation marks. */
  readonly name: string;
  /** As it is written in a query: between quotation marks where it needs them. */
  readonly written: string;
  /** What else it is called in queries, `cf[10001]` for instance. */
  readonly aliases: readonly string[];
  /** Of a custom field: `cf[10001]`. */
  readonly customField?: string;
  /** What the user's language calls it. */
  readonly title?: string;
  readonly operators: readonly OperatorName[];
  /** The types of its values, as Jira calls them. */
  readonly types: readonly string[];
  /** Whether Jira suggests values of it. */
  readonly hasSuggestions: boolean;
  readonly searchable: boolean;
  readonly sortable: boolean;
}

/** A function that queries may call. */
export interface JqlFunction {
  readonly name: string;
  /** With its parentheses, as Jira proposes to write it. */
  readonly written: string;
  readonly isList: boolean;
  readonly types: readonly string[];
}

/** What one Jira has for a user. */
export class JqlLanguage {
  readonly fields: readonly JqlField[];
  readonly functions: readonly JqlFunction[];
  /** Whether it is what the server said: then what is not in it is not there. */
  readonly isComplete: boolean;
  /** What the field of sprints is called in queries; absent where there is no Jira Software, or where that is not known. */
  readonly sprintField: string | undefined;
  readonly #fields = new Map<string, JqlField>();
  readonly #functions: ReadonlyMap<string, JqlFunction>;

  constructor(fields: readonly JqlField[], functions: readonly JqlFunction[], isComplete: boolean, sprintField?: string) {
    this.fields = fields;
    this.functions = functions;
    this.isComplete = isComplete;
    this.sprintField = sprintField;
    for (const field of fields.toReversed()) {
      for (const name of [field.name, ...field.aliases]) this.#fields.set(name.toLowerCase(), field);
    }
    this.#functions = new Map(functions.map((each) => [each.name.toLowerCase(), each]));
  }

  /** The field of a name in a query, in any case. */
  field(name: string): JqlField | undefined {
    return this.#fields.get(name.toLowerCase());
  }

  /** The field that the user's language calls so. */
  fieldByTitle(title: string): JqlField | undefined {
    const lower = title.toLowerCase();
    return this.fields.find((field) => field.title?.toLowerCase() === lower);
  }

  /** The function of a name, in any case. */
  function(name: string): JqlFunction | undefined {
    return this.#functions.get(name.toLowerCase());
  }
}

/** What every Jira has: it stands in for what the server would say. */
export const standardLanguage = new JqlLanguage(
  standardFields.map(({ name, type, operators }) => ({
    name, written: written(name), aliases: [], operators, types: [type], hasSuggestions: type === 'choice' || type === 'user' || type === 'version', searchable: true, sortable: type !== 'text',
  })),
  standardFunctions.map(({ name, type, isList }) => ({ name, written: `${name}()`, isList, types: [type] })),
  false,
);

/**
 * Reads what a server says.
 *
 * @param data the answer of `/rest/api/2/jql/autocompletedata`
 * @param fields the answer of `/rest/api/2/field`, which tells names in the user's language, and other names in queries
 */
export function readLanguage(data: unknown, fields: unknown): JqlLanguage {
  const { visibleFieldNames, visibleFunctionNames } = record(data);
  const described = new Map(list(fields).map(record).flatMap((field) => list(field['clauseNames']).flatMap((name) => (typeof name === 'string' ? [[name.toLowerCase(), field] as const] : []))));
  const found = list(visibleFieldNames).flatMap((each) => toField(record(each), described));
  return new JqlLanguage(found, list(visibleFunctionNames).flatMap((each) => toFunction(record(each))), found.length > 0, readSprintField(fields));
}

const operatorNames: ReadonlySet<string> = new Set<OperatorName>([
  '=', '!=', '<', '<=', '>', '>=', '~', '!~', 'in', 'not in', 'is', 'is not', 'was', 'was not', 'was in', 'was not in', 'changed',
]);

function toField(field: Record<string, unknown>, described: ReadonlyMap<string, Record<string, unknown>>): JqlField[] {
  const value = text(field['value']);
  if (value === undefined) return [];
  const name = unquoted(value);
  const customField = identifier(field['cfid']);
  const description = described.get((customField ?? name).toLowerCase());
  const names = list(description?.['clauseNames']).flatMap((each) => text(each) ?? []);
  const title = text(description?.['name']);
  return [
    {
      name,
      written: value,
      aliases: [...new Set([...names, ...(customField === undefined ? [] : [customField])])].filter((each) => each.toLowerCase() !== name.toLowerCase()),
      ...present({ customField, title }),
      operators: list(field['operators']).map((each) => String(each).toLowerCase()).filter((each): each is OperatorName => operatorNames.has(each)),
      types: list(field['types']).flatMap((each) => text(each) ?? []),
      hasSuggestions: isTrue(field['auto']),
      searchable: isTrue(field['searchable']),
      sortable: isTrue(field['orderable']),
    },
  ];
}

function toFunction({ value, isList, types }: Record<string, unknown>): JqlFunction[] {
  const call = text(value);
  const name = call === undefined ? undefined : unquoted(call.replace(/\s*\(.*$/, ''));
  if (call === undefined || name === undefined || name === '') return [];
  return [{ name, written: call.endsWith(')') ? call : `${call}()`, isList: isTrue(isList), types: list(types).flatMap((each) => text(each) ?? []) }];
}

/** Jira writes its booleans as strings here. */
function isTrue(value: unknown): boolean {
  return value === true || value === 'true';
}

/** What a type of Jira is called for people: `com.atlassian.jira.project.version.Version` is a version. */
export function typeName(type: string): string {
  const last = type.split('.').at(-1)!.replace(/^Application(?=User$)/, '');
  return last.replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ').toLowerCase();
}
