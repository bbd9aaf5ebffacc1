/** Declarations: records, enumerations and unions. */
import { errorKinds } from '../../../protocol/errors.ts';
import type { JsonSchema } from '../schema.ts';
import { referredName } from '../schema.ts';
import { javadoc } from './javadoc.ts';
import { componentOf, constantOf, secretMembers, typeNameOf } from './names.ts';
import type { Anonymous, JavaType, JavaTypes } from './types.ts';

/** What a declaration is made in. */
export interface Surroundings {
  readonly types: JavaTypes;
  /** Whether clients make values of it, and read them. */
  readonly written: boolean;
  readonly read: boolean;
  /** What is said of a type that says nothing of itself. */
  readonly words: (name: string) => string;
  /** Told of each import. */
  readonly imports: Set<string>;
  /** Told of each type that is declared once for all. */
  readonly shared: (anonymous: Anonymous) => void;
}

/** The lines of a type, without imports. */
export function declare(name: string, schema: JsonSchema, surroundings: Surroundings): string[] {
  if (schema.enum !== undefined) return enumeration(name, schema, surroundings);
  if (schema.oneOf !== undefined) return union(name, schema, surroundings);
  if (schema.properties !== undefined) return record(name, schema, surroundings);
  throw new Error(`${name} is nothing that can be declared.`);
}

interface Component {
  readonly name: string;
  readonly type: JavaType;
  readonly optional: boolean;
  /** Whether it is always written, also as `null`, which then says something. */
  readonly nullable: boolean;
  readonly description: string;
  readonly secret: boolean;
}

function record(name: string, schema: JsonSchema, surroundings: Surroundings, implemented?: { readonly name: string; readonly tag: string }): string[] {
  const { imports } = surroundings;
  const nested = new Map<string, Anonymous>();
  const components = Object.entries(schema.properties ?? {})
    .filter(([member]) => implemented === undefined || member !== 'type')
    .map(([member, each]): Component => {
      const found = surroundings.types.of(each, member, (anonymous) => (anonymous.shared === undefined ? nested.set(anonymous.name, anonymous) : surroundings.shared(anonymous)));
      const optional = schema.required?.includes(member) !== true;
      const nullable = !optional && each.anyOf?.some(({ type: alternative }) => alternative === 'null') === true;
      const type = nullable ? withNull(found, member) : found;
      const isText = type.boxed === 'String' || type.boxed === 'Map<String, String>';
      return { name: componentOf(member), type, optional, nullable, description: descriptionOf(each, surroundings), secret: isText && (secretMembers.has(member) || secretMembers.has(`${name}.${member}`)) };
    });
  for (const { type } of components) for (const each of type.imports) imports.add(each);
  const optionals = components.filter(({ optional }) => optional);
  if (components.some(({ optional, nullable }) => optional || nullable)) imports.add('org.jetbrains.annotations.Nullable');
  if (components.some(({ type }) => type.adapter !== undefined)) {
    imports.add('com.google.gson.annotations.JsonAdapter');
    for (const { type } of components) if (type.adapter !== undefined) imports.add(`org.jiralanguageserver.wire.${type.adapter}`);
  }
  const body = [
    ...(implemented === undefined ? [] : section([`@Override`, `public String type() {`, `  return "${implemented.tag}";`, `}`])),
    ...checks(name, components, imports),
    ...(surroundings.written && optionals.length > 0 ? withers(name, components) : []),
    ...secrecy(name, components),
    ...[...nested.values()].flatMap((each) => section(declare(each.name, each.schema, surroundings))),
  ];
  const described = components.filter(({ description }) => description !== '').map((each) => [each.name, each.description] as const);
  return [
    ...javadoc(schema.description ?? surroundings.words(name), described),
    `public record ${name}(`,
    ...components.map((each, index) => `    ${componentText(each)}${index < components.length - 1 ? ',' : ''}`),
    `)${implemented === undefined ? '' : ` implements ${implemented.name}`} {${body.length === 0 ? '}' : ''}`,
    ...(body.length === 0 ? [] : [...indent(body), '}']),
  ];
}

function componentText({ name, type, optional, nullable }: Component): string {
  const adapter = type.adapter === undefined ? '' : `@JsonAdapter(${nullable ? `value = ${type.adapter}.class, nullSafe = false` : `${type.adapter}.class`}) `;
  return `${adapter}${parameterText({ name, type, optional, nullable })}`;
}

function parameterText({ name, type, optional, nullable }: Pick<Component, 'name' | 'type' | 'optional' | 'nullable'>): string {
  return `${optional || nullable ? '@Nullable ' : ''}${optional || nullable ? type.boxed : type.plain} ${name}`;
}

/** A type whose `null` goes over the wire. */
function withNull(type: JavaType, member: string): JavaType {
  if (type.boxed !== 'String' || type.adapter !== undefined) throw new Error(`${member} may be null, which Java writes for texts alone.`);
  return { ...type, adapter: 'NullableTextAdapter' };
}

/** What must be there is, from the start; and no list changes afterwards. */
function checks(name: string, components: readonly Component[], imports: Set<string>): string[] {
  const lines = components.flatMap(({ name: component, type, optional, nullable }) => {
    if (type.boxed.startsWith('List<')) return optional ? [`${component} = ${component} == null ? null : List.copyOf(${component});`] : [`${component} = List.copyOf(${component});`];
    if (optional || nullable || type.plain !== type.boxed || type.boxed === 'Void') return [];
    imports.add('java.util.Objects');
    return [`Objects.requireNonNull(${component}, "${component}");`];
  });
  return lines.length === 0 ? [] : section([`public ${name} {`, ...indent(lines), '}']);
}

/** How a value with optional members is made: the required ones first, the others by name. */
function withers(name: string, components: readonly Component[]): string[] {
  const required = components.filter(({ optional }) => !optional);
  const all = components.map((each) => each.name).join(', ');
  const of = [
    ...javadoc(`With what is required alone.`),
    `public static ${name} of(${required.map(parameterText).join(', ')}) {`,
    `  return new ${name}(${components.map(({ name: component, optional }) => (optional ? 'null' : component)).join(', ')});`,
    '}',
  ];
  const each = components.filter(({ optional }) => optional).flatMap(({ name: component, type, description }) => section([
    ...javadoc(description === '' ? `The same with another \`${component}\`.` : description),
    `public ${name} with${typeNameOf(component)}(@Nullable ${type.boxed} ${component}) {`,
    `  return new ${name}(${all});`,
    '}',
  ]));
  return [...section(of), ...each];
}

/** A record says all that it holds; one with secrets says less. */
function secrecy(name: string, components: readonly Component[]): string[] {
  if (!components.some(({ secret }) => secret)) return [];
  const shown = components.map(({ name: component, secret }, index) => `"${index === 0 ? '' : ', '}${component}=" + ${secret ? `(${component} == null ? null : "…")` : component}`);
  return section([
    ...javadoc('Without the secrets.'),
    '@Override',
    'public String toString() {',
    `  return "${name}[" + ${shown.join(' + ')} + "]";`,
    '}',
  ]);
}

function union(name: string, schema: JsonSchema, surroundings: Surroundings): string[] {
  surroundings.imports.add('com.google.gson.annotations.JsonAdapter').add('org.jiralanguageserver.wire.TaggedUnionAdapter').add('java.util.Map');
  const variants = (schema.oneOf ?? []).map((each) => {
    const tag = String(each.properties?.['type']?.const);
    return { tag, name: typeNameOf(tag).replace('Oauth', 'OAuth'), schema: each };
  });
  return [
    ...javadoc(schema.description),
    `@JsonAdapter(${name}.Adapter.class)`,
    `public sealed interface ${name} {`,
    ...indent([
      ...section([...javadoc('Which of them it is.'), 'String type();']),
      ...variants.flatMap((each) => section(record(each.name, { ...each.schema, description: each.schema.description ?? `With the type \`${each.tag}\`.` }, surroundings, { name, tag: each.tag }))),
      ...section([
        ...javadoc('Finds the record by its type.'),
        `final class Adapter extends TaggedUnionAdapter {`,
        `  public Adapter() {`,
        `    super("type", Map.of(${variants.map((each) => `"${each.tag}", ${each.name}.class`).join(', ')}));`,
        '  }',
        '}',
      ]),
    ]),
    '}',
  ];
}

function enumeration(name: string, schema: JsonSchema, { read, imports }: Surroundings): string[] {
  imports.add('org.jiralanguageserver.wire.WireEnum');
  const values = (schema.enum ?? []).map(String);
  const words: Readonly<Record<string, string>> = name === 'ErrorKind' ? errorKinds : {};
  const constants = [
    ...values.map((value) => [...javadoc(words[value] ?? `\`${value}\`.`), `${constantOf(value)}("${value}")`]),
    ...(read ? [[...javadoc('A value that this client does not know: agents of later versions may have some.'), 'UNKNOWN("")']] : []),
  ];
  return [
    ...javadoc(schema.description),
    `public enum ${name} implements WireEnum {`,
    ...indent(constants.flatMap((lines, index) => [...lines.slice(0, -1), `${lines.at(-1)}${index < constants.length - 1 ? ',' : ';'}`])),
    '',
    ...indent(['private final String value;', '', `${name}(String value) {`, '  this.value = value;', '}', '', '@Override', 'public String value() {', '  return value;', '}']),
    '}',
  ];
}

function descriptionOf(schema: JsonSchema, { types }: Surroundings): string {
  const own = [schema, ...(schema.anyOf ?? [])].map(({ description }) => description).find((text) => text !== undefined);
  const name = referredName(schema) ?? (schema.anyOf ?? []).map(referredName).find((each) => each !== undefined);
  const words = own ?? (name === undefined ? '' : (types.definition(name).description ?? ''));
  return schema.default === undefined ? words : `${words} By default \`${JSON.stringify(schema.default)}\`.`.trim();
}

function section(lines: readonly string[]): string[] {
  return ['', ...lines];
}

function indent(lines: readonly string[]): string[] {
  const [first, ...rest] = lines;
  return [...(first === '' || first === undefined ? [] : [first]), ...rest].map((line) => (line === '' ? '' : `  ${line}`));
}
