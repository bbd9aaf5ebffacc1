/** The protocol as one JSON Schema (2020-12): every named type, and what each method takes and gives. */
import * as z from 'zod';
import { commands as commandDefinitions } from '../../protocol/commands.ts';
import { ErrorData } from '../../protocol/errors.ts';
import { editorRequests, notifications, requests } from '../../protocol/index.ts';
import { AgentCapabilities, ClientCapabilities, InitializationOptions } from '../../protocol/initialize.ts';
import { commandNames, editorRequestMethods, notificationMethods, protocolVersion, requestMethods } from '../../protocol/methods.ts';
import type { EditorRequestMethod, NotificationMethod, RequestMethod } from '../../protocol/methods.ts';
import type { RequestDefinition } from '../../protocol/definition.ts';

/** A JSON Schema, as far as the generator makes and reads it. */
export interface JsonSchema {
  $ref?: string;
  type?: string;
  description?: string;
  default?: unknown;
  const?: unknown;
  enum?: unknown[];
  properties?: Record<string, JsonSchema>;
  required?: string[];
  additionalProperties?: JsonSchema | boolean;
  propertyNames?: JsonSchema;
  items?: JsonSchema;
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  minimum?: number;
  maximum?: number;
  minItems?: number;
  maxItems?: number;
  minLength?: number;
  maxLength?: number;
  pattern?: string;
  $defs?: Record<string, JsonSchema>;
}

/** A method, with its types by reference. */
export interface MethodSchema {
  readonly direction: 'clientToAgent' | 'agentToClient';
  readonly params: JsonSchema;
  readonly result?: JsonSchema;
  readonly partialResult?: JsonSchema;
  readonly errors?: readonly string[];
  readonly capability?: string;
}

/** A command of `workspace/executeCommand`, with its types by reference. */
export interface CommandSchema {
  readonly title: string;
  readonly arguments: JsonSchema;
  readonly result: JsonSchema;
}

/** The whole protocol. */
export interface ProtocolSchema {
  readonly $schema: string;
  readonly $id: string;
  readonly $comment: string;
  readonly title: string;
  readonly protocolVersion: number;
  readonly methods: Record<string, MethodSchema>;
  readonly commands: Record<string, CommandSchema>;
  readonly $defs: Record<string, JsonSchema>;
}

/**
 * Makes the schema from the definitions.
 *
 * Members that a schema does not name are allowed, since later versions of the protocol may add some.
 *
 * @throws {Error} where one name stands for two different types
 */
export function protocolSchema(): ProtocolSchema {
  const definitions = new Definitions();
  const methods: Record<string, MethodSchema> = {};
  for (const [name, method] of Object.entries(requestMethods)) methods[method] = requestSchema(definitions, name, method);
  for (const [name, method] of Object.entries(editorRequestMethods)) methods[method] = editorRequestSchema(definitions, name, method);
  for (const [name, method] of Object.entries(notificationMethods)) methods[method] = notificationSchema(definitions, name, method);
  const commands: Record<string, CommandSchema> = {};
  for (const [name, command] of Object.entries(commandNames)) {
    const { title, arguments: given, result } = commandDefinitions[command];
    commands[command] = { title, arguments: definitions.add(typeName(name, 'Arguments'), given, 'input'), result: definitions.add(typeName(name, 'CommandResult'), result, 'output') };
  }
  definitions.add('InitializationOptions', InitializationOptions, 'input');
  definitions.add('ClientCapabilities', ClientCapabilities, 'input');
  definitions.add('AgentCapabilities', AgentCapabilities, 'output');
  definitions.add('ErrorData', ErrorData, 'output');
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'urn:jira-language-server:protocol:1',
    $comment: 'Generated from protocol/ by scripts/generate.ts; do not edit.',
    title: 'The protocol of the Jira language server',
    protocolVersion,
    methods,
    commands,
    $defs: definitions.all,
  };
}

/** The name of the type of what a method or a command takes or gives, for instance `IssuesResult`. */
export function typeName(methodName: string, role: 'Params' | 'Result' | 'PartialResult' | 'Arguments' | 'CommandResult'): string {
  return `${methodName.charAt(0).toUpperCase()}${methodName.slice(1)}${role}`;
}

/** The name that a reference holds. */
export function referredName({ $ref }: JsonSchema): string | undefined {
  return $ref?.replace('#/$defs/', '');
}

/** Every kind of error that a request may answer with. */
export function errorsOf(method: RequestMethod): string[] {
  return ['invalidParams', ...requests[method].errors, 'storage'];
}

function requestSchema(definitions: Definitions, name: string, method: RequestMethod): MethodSchema {
  const { params, result, partialResult }: RequestDefinition = requests[method];
  return {
    direction: 'clientToAgent',
    params: definitions.add(typeName(name, 'Params'), params, 'input'),
    result: definitions.add(typeName(name, 'Result'), result, 'output'),
    ...(partialResult === undefined ? {} : { partialResult: definitions.add(typeName(name, 'PartialResult'), partialResult, 'output') }),
    errors: errorsOf(method),
  };
}

function editorRequestSchema(definitions: Definitions, name: string, method: EditorRequestMethod): MethodSchema {
  const { params, result, capability } = editorRequests[method];
  return {
    direction: 'agentToClient',
    params: definitions.add(typeName(name, 'Params'), params, 'output'),
    result: definitions.add(typeName(name, 'Result'), result, 'input'),
    capability,
  };
}

function notificationSchema(definitions: Definitions, name: string, method: NotificationMethod): MethodSchema {
  const { params, capability } = notifications[method];
  return { direction: 'agentToClient', params: definitions.add(typeName(name, 'Params'), params, 'output'), capability };
}

/** Collects named types. */
class Definitions {
  readonly all: Record<string, JsonSchema> = {};

  /**
   * Adds a type and the named types that it refers to.
   *
   * @param name its name, unless the definition gives it one
   * @param io whether it is what a client may write, or what the agent writes
   * @returns a reference to it
   */
  add(name: string, type: z.ZodType, io: 'input' | 'output'): JsonSchema {
    const { $schema: _dialect, $defs, ...schema } = convert(type, io);
    for (const [each, definition] of Object.entries($defs ?? {})) this.#put(each, definition);
    const own = z.globalRegistry.get(type)?.id ?? name;
    if (schema.$ref === undefined) this.#put(own, schema);
    return { $ref: `#/$defs/${own}` };
  }

  #put(name: string, definition: JsonSchema): void {
    const { id: _id, ...schema } = definition as JsonSchema & { id?: string };
    const known = this.all[name];
    if (known !== undefined && JSON.stringify(known) !== JSON.stringify(schema)) {
      throw new Error(`There are two different types of the name ${name}.`);
    }
    this.all[name] = schema;
  }
}

function convert(type: z.ZodType, io: 'input' | 'output'): JsonSchema & { $schema?: string } {
  return z.toJSONSchema(type, {
    io,
    target: 'draft-2020-12',
    override({ zodSchema, jsonSchema }) {
      const meta = z.globalRegistry.get(zodSchema as z.core.$ZodType);
      if (meta?.['default'] !== undefined) jsonSchema.default = meta['default'] as typeof jsonSchema.default;
      if (jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties;
      if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
    },
  }) as JsonSchema;
}
