/** Types of the protocol as types of Java. */
import type { JsonSchema, ProtocolSchema } from '../schema.ts';
import { referredName } from '../schema.ts';
import { alternativesOf } from '../render-types.ts';
import { knownTypes, shapeOf, typeNameOf } from './names.ts';

/** A type as it is written in Java. */
export interface JavaType {
  /** Where it may be absent: an object even for a number. */
  readonly boxed: string;
  /** Where it is always there. */
  readonly plain: string;
  readonly imports: readonly string[];
  /** How Gson reads and writes it as a member, where that is not told by the type itself. */
  readonly adapter?: string;
}

/** A type without a name of its own, which is declared where it is used, or once for all who use it. */
export interface Anonymous {
  readonly name: string;
  readonly schema: JsonSchema;
  /** Its words where it is declared once for all; `undefined` where it is declared in the type that uses it. */
  readonly shared?: string;
}

/** Finds types of Java, and what must be declared for them. */
export class JavaTypes {
  readonly #schema: ProtocolSchema;

  constructor(schema: ProtocolSchema) {
    this.#schema = schema;
  }

  /**
   * The type of a member.
   *
   * @param member its name, for the name of a type that has none
   * @param found called with each type without a name, so that it is declared
   * @throws {Error} for what this generator knows no type for
   */
  of(schema: JsonSchema, member: string, found: (anonymous: Anonymous) => void): JavaType {
    const name = referredName(schema);
    if (name !== undefined) return this.#named(name);
    const alternatives = alternativesOf(schema);
    if (alternatives !== undefined) return this.#union(alternatives, member, found);
    if (schema.enum !== undefined || schema.properties !== undefined) return declared(schema, member, found);
    if (schema.const !== undefined) return typeof schema.const === 'number' ? primitive('Integer', 'int') : simple('String');
    return this.#plain(schema, member, found);
  }

  /** The definition behind a name, without the `null` that a result of a command may be. */
  definition(name: string): JsonSchema {
    const schema = this.#schema.$defs[name];
    if (schema === undefined) throw new Error(`There is no type ${name}.`);
    const alternatives = schema.anyOf?.filter(({ type }) => type !== 'null');
    return alternatives?.length === 1 ? alternatives[0]! : schema;
  }

  /** Whether a named type is one that Java has, so that none is declared. */
  isKnown(name: string): boolean {
    const { type, properties, enum: values, oneOf } = this.definition(name);
    return name in knownTypes || type === 'null' || (type === 'string' && values === undefined && properties === undefined && oneOf === undefined);
  }

  #named(name: string): JavaType {
    const known = knownTypes[name];
    if (known !== undefined) return { boxed: known.name, plain: known.name, imports: known.imports };
    if (name === 'Time') return time;
    if (this.definition(name).type === 'null') return simple('Void');
    return simple(this.isKnown(name) ? 'String' : name);
  }

  #union(alternatives: readonly JsonSchema[], member: string, found: (anonymous: Anonymous) => void): JavaType {
    const [first, second] = alternatives;
    if (first === undefined) throw new Error(`${member} is a union of nothing.`);
    if (second === undefined) return this.of(first, member, found);
    if (alternatives.every((each) => typeof each.const === 'number')) return primitive('Integer', 'int');
    if (alternatives.every((each) => each.properties !== undefined)) return declared(merged(alternatives), member, found);
    if (alternatives.length > 2) throw new Error(`${member} is a union that Java has no type for.`);
    const [left, right] = [this.of(first, member, found), this.of(second, member, found)];
    const either = `Either<${left.boxed}, ${right.boxed}>`;
    return { boxed: either, plain: either, imports: ['org.eclipse.lsp4j.jsonrpc.messages.Either', ...left.imports, ...right.imports] };
  }

  #plain(schema: JsonSchema, member: string, found: (anonymous: Anonymous) => void): JavaType {
    const [type] = [schema.type ?? []].flat().filter((each) => each !== 'null');
    switch (type) {
      case 'string':
        return (schema as { format?: string }).format === 'date-time' ? time : simple('String');
      case 'boolean':
        return primitive('Boolean', 'boolean');
      case 'integer':
        return (schema.maximum ?? Infinity) <= 2_147_483_647 ? primitive('Integer', 'int') : primitive('Long', 'long');
      case 'number':
        return primitive('Double', 'double');
      case 'array': {
        const item = this.of(schema.items ?? {}, singular(member), found);
        if (item.adapter !== undefined) throw new Error(`${member} is a list of what Gson cannot read without an adapter.`);
        return { ...simple(`List<${item.boxed}>`), imports: ['java.util.List', ...item.imports] };
      }
      case 'object':
        return this.#map(schema, member, found);
      case undefined:
        return { ...simple('JsonElement'), imports: ['com.google.gson.JsonElement'] };
      default:
        throw new Error(`${member} is of the type ${type}, which Java has no type for.`);
    }
  }

  #map({ additionalProperties }: JsonSchema, member: string, found: (anonymous: Anonymous) => void): JavaType {
    if (typeof additionalProperties !== 'object') throw new Error(`${member} is an object that nothing is known of.`);
    const value = this.of(additionalProperties, member, found);
    const map = { ...simple(`Map<String, ${value.boxed}>`), imports: ['java.util.Map', ...value.imports] };
    return value.boxed === 'JsonElement' ? { ...map, adapter: 'FieldValuesAdapter' } : map;
  }
}

const time: JavaType = { boxed: 'Instant', plain: 'Instant', imports: ['java.time.Instant'], adapter: 'TimeAdapter' };

function simple(name: string): JavaType {
  return { boxed: name, plain: name, imports: [] };
}

function primitive(boxed: string, plain: string): JavaType {
  return { boxed, plain, imports: [] };
}

function declared(schema: JsonSchema, member: string, found: (anonymous: Anonymous) => void): JavaType {
  const shape = shapeOf(schema);
  const name = shape?.name ?? typeNameOf(member);
  found({ name, schema, ...(shape === undefined ? {} : { shared: shape.description }) });
  return simple(name);
}

/** Several kinds of objects as one: what one of them lacks is optional. */
function merged(alternatives: readonly JsonSchema[]): JsonSchema {
  const values = alternatives.flatMap(({ properties = {} }) => [properties['type']?.const, ...(properties['type']?.enum ?? [])]).filter((value) => value !== undefined);
  const properties = Object.assign({}, ...alternatives.map((each) => each.properties)) as Record<string, JsonSchema>;
  if (values.length > 0) properties['type'] = { type: 'string', enum: authenticationOrder(values) };
  const required = Object.keys(properties).filter((name) => alternatives.every((each) => each.required?.includes(name)));
  return { type: 'object', properties, required };
}

/** In the order of the ways in, so that the values are found to be those. */
function authenticationOrder(values: readonly unknown[]): unknown[] {
  const order: readonly unknown[] = ['token', 'oauth1', 'basic'];
  return values.toSorted((one, other) => order.indexOf(one) - order.indexOf(other));
}

function singular(member: string): string {
  return member.replace(/ren$/, '').replace(/s$/, '');
}
