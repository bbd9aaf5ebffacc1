/** Types in Markdown: in a word, and as a table of members. */
import type { JsonSchema } from './schema.ts';
import { referredName } from './schema.ts';

/** The types that there are to link to, by name. */
export type Types = Readonly<Record<string, JsonSchema>>;

/**
 * A type in a word, for instance `[Issue](#issue)[]`, for a cell of a table.
 *
 * `null` is left out: an optional member may always be null.
 */
export function typeInWords(schema: JsonSchema): string {
  const name = referredName(schema);
  if (name !== undefined) return `[${name}](#${name.toLowerCase()})`;
  const alternatives = alternativesOf(schema);
  if (alternatives !== undefined) return alternatives.map(typeInWords).join(' \\| ');
  if (schema.enum !== undefined) return schema.enum.map((value) => code(JSON.stringify(value))).join(' \\| ');
  if (schema.const !== undefined) return code(JSON.stringify(schema.const));
  if (schema.type === 'array') return listInWords(typeInWords(schema.items ?? {}));
  if (schema.properties !== undefined) return objectInWords(schema);
  if (typeof schema.additionalProperties === 'object') return `{ [name]: ${typeInWords(schema.additionalProperties)} }`;
  return plainTypes(schema).join(' \\| ') || 'any';
}

/** A table of the members of params or of a type that clients write. */
export function inputTable(schema: JsonSchema, types: Types): string {
  const rows = members(schema).map(([name, member, required]) => [
    code(name),
    typeInWords(member),
    required ? 'yes' : 'no',
    member.default === undefined ? '' : code(JSON.stringify(member.default)),
    descriptionOf(member, types),
  ]);
  return rows.length === 0 ? 'No members: `{}`.' : table(['name', 'type', 'required', 'default', 'description'], rows);
}

/** A table of the members of a result or of a type that the agent writes. */
export function outputTable(schema: JsonSchema, types: Types): string {
  const rows = members(schema).map(([name, member, required]) => [
    code(name),
    typeInWords(member),
    required ? 'always' : 'optional',
    descriptionOf(member, types),
  ]);
  return table(['name', 'type', 'there', 'description'], rows);
}

/** A table in Markdown. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** The alternatives of a union, without `null`; `undefined` where it is none. */
export function alternativesOf(schema: JsonSchema): JsonSchema[] | undefined {
  return (schema.anyOf ?? schema.oneOf)?.filter(({ type }) => type !== 'null');
}

export function code(text: string): string {
  return `\`${text}\``;
}

function members(schema: JsonSchema): [name: string, member: JsonSchema, required: boolean][] {
  return Object.entries(schema.properties ?? {}).map(([name, member]) => [name, member, schema.required?.includes(name) ?? false]);
}

/** A member without words of its own is described by the words of its type. */
function descriptionOf(member: JsonSchema, types: Types): string {
  const own = [member, ...(alternativesOf(member) ?? [])].map(({ description }) => description).find((text) => text !== undefined);
  const ofType = referencesOf(member).map((name) => types[name]?.description ?? '');
  return [own ?? ofType.join(' '), boundsOf(member)].filter((text) => text !== '').join(' ').replaceAll('|', '\\|');
}

function referencesOf(member: JsonSchema): string[] {
  const schemas = [member, ...(alternativesOf(member) ?? []), ...(member.items === undefined ? [] : [member.items])];
  return schemas.map(referredName).filter((name) => name !== undefined);
}

function boundsOf(schema: JsonSchema): string {
  const [only] = alternativesOf(schema) ?? [schema];
  const { minimum, maximum, maxItems, maxLength } = only ?? schema;
  const bounds = [];
  if (minimum !== undefined && maximum !== undefined) bounds.push(`${minimum} to ${maximum}.`);
  if (maxItems !== undefined) bounds.push(`At most ${maxItems}.`);
  if (maxLength !== undefined) bounds.push(`At most ${maxLength} characters.`);
  return bounds.join(' ');
}

function listInWords(item: string): string {
  return item.includes(' ') ? `(${item})[]` : `${item}[]`;
}

function objectInWords(schema: JsonSchema): string {
  const inner = members(schema).map(([name, member, required]) => `${name}${required ? '' : '?'}: ${typeInWords(member)}`);
  return `{ ${inner.join(', ')} }`;
}

function plainTypes({ type }: JsonSchema): string[] {
  return [type ?? []].flat().filter((each) => each !== 'null');
}
