/** Requests, notifications, types and errors, each as a section in Markdown. */
import stringify from 'json-stringify-pretty-compact';
import type { EditorRequestDefinition, RequestDefinition } from '../../protocol/definition.ts';
import { errorKinds } from '../../protocol/errors.ts';
import { editorRequests, notifications, requests } from '../../protocol/index.ts';
import type { EditorRequestMethod, NotificationMethod, RequestMethod } from '../../protocol/methods.ts';
import { code, inputTable, outputTable, table, typeInWords } from './render-types.ts';
import { writtenByClients } from './directions.ts';
import type { JsonSchema, ProtocolSchema } from './schema.ts';
import { errorsOf, referredName } from './schema.ts';

/** The requests in one table, each with its sentence. */
export function requestOverview(): string {
  return table(
    ['request', 'what it does'],
    Object.values(requests).map(({ method, summary }) => [`[${method}](#${anchor(method)})`, summary]),
  );
}

/** The whole section of a request. @param id the id of its example */
export function requestSection(schema: ProtocolSchema, method: RequestMethod, id: number): string {
  const { summary, details, example, partialResult }: RequestDefinition = requests[method];
  const types = schema.$defs;
  const { params, result } = schema.methods[method]!;
  return paragraphs(
    `### ${method}`,
    'Client → agent.',
    sentences(summary),
    details === undefined ? undefined : sentences(details),
    `**Params** ${code(referredName(params)!)}`,
    inputTable(resolve(schema, params), types),
    `**Result** ${referredName(result!)!.endsWith('Result') ? code(referredName(result!)!) : typeInWords(result!)}`,
    resultTable(schema, result!),
    partialResult === undefined ? undefined : partialResultNote(schema, method),
    `**[Errors](#errors)** ${errorsOf(method).map(code).join(', ')}`,
    '**Example**',
    json({ jsonrpc: '2.0', id, method, params: example.params }),
    json({ jsonrpc: '2.0', id, result: example.result }),
  );
}

/** The whole section of a request to the client. @param id the id of its example */
export function editorRequestSection(schema: ProtocolSchema, method: EditorRequestMethod, id: number): string {
  const { summary, details, capability, example }: EditorRequestDefinition = editorRequests[method];
  const { params, result } = schema.methods[method]!;
  const answer = resolve(schema, result!);
  return paragraphs(
    `### ${method}`,
    `Agent → client, where the client declared ${code(`experimental.jira.${capability}`)}.`,
    sentences(summary),
    details === undefined ? undefined : sentences(details),
    `**Params** ${code(referredName(params)!)}`,
    outputTable(resolve(schema, params), schema.$defs),
    `**Result** ${code(referredName(result!)!)}`,
    answer.type === 'null' ? '`null`.' : inputTable(answer, schema.$defs),
    '**Example**',
    json({ jsonrpc: '2.0', id, method, params: example.params }),
    json({ jsonrpc: '2.0', id, result: example.result }),
  );
}

/** The whole section of a notification. */
export function notificationSection(schema: ProtocolSchema, method: NotificationMethod): string {
  const { summary, capability, example } = notifications[method];
  const { params } = schema.methods[method]!;
  return paragraphs(
    `### ${method}`,
    `Agent → client, where the client declared ${code(`experimental.jira.${capability}`)}.`,
    sentences(summary),
    `**Params** ${code(referredName(params)!)}`,
    outputTable(resolve(schema, params), schema.$defs),
    '**Example**',
    json({ jsonrpc: '2.0', method, params: example.params }),
  );
}

/** The section of every named type that is not shown with its method. */
export function typeSections(schema: ProtocolSchema): string {
  const shown = new Set(['InitializationOptions', 'ClientCapabilities', 'AgentCapabilities', 'ErrorData']);
  const names = Object.keys(schema.$defs).filter((name) => !/(Params|Result|Arguments)$/.test(name) && !shown.has(name));
  const written = writtenByClients(schema);
  return names
    .sort()
    .map((name) => typeSection(schema, name, written.has(name)))
    .join('\n\n');
}

/** A named type as a table, for a place of its own in the document. */
export function typeTable(schema: ProtocolSchema, name: string, side: 'input' | 'output'): string {
  const type = schema.$defs[name]!;
  return side === 'input' ? inputTable(type, schema.$defs) : outputTable(type, schema.$defs);
}

/** Every kind of error, its code and its meaning. */
export function errorTable(): string {
  return table(
    ['`data.kind`', 'code', 'what it means'],
    Object.entries(errorKinds).map(([kind, meaning]) => [code(kind), kind === 'invalidParams' ? '-32602' : '-32803', meaning]),
  );
}

function typeSection(schema: ProtocolSchema, name: string, isInput: boolean): string {
  const type = schema.$defs[name]!;
  const variants = type.oneOf;
  if (variants !== undefined) return paragraphs(`### ${name}`, sentences(type.description ?? ''), 'One of:', ...variants.map((each) => variant(schema, each)));
  const body = type.properties === undefined ? `Type: ${typeInWords(type)}.` : isInput ? inputTable(type, schema.$defs) : outputTable(type, schema.$defs);
  return paragraphs(`### ${name}`, type.description === undefined ? undefined : sentences(type.description), body);
}

function variant(schema: ProtocolSchema, type: JsonSchema): string {
  return paragraphs(`With \`type\`: ${typeInWords(type.properties!['type']!)}`, inputTable(type, schema.$defs));
}

function resultTable(schema: ProtocolSchema, reference: JsonSchema): string | undefined {
  const result = resolve(schema, reference);
  if (result.type === 'null') return '`null`.';
  return referredName(reference)!.endsWith('Result') ? outputTable(result, schema.$defs) : undefined;
}

function partialResultNote(schema: ProtocolSchema, method: RequestMethod): string {
  const partial = resolve(schema, schema.methods[method]!.partialResult!);
  return `**Partial result**, one for each \`$/progress\`: ${typeInWords(partial)}`;
}

function resolve(schema: ProtocolSchema, reference: JsonSchema): JsonSchema {
  return schema.$defs[referredName(reference)!]!;
}

/** One sentence a line, so that a change of one shows as a change of one. */
function sentences(text: string): string {
  return text.replaceAll(/(?<=\.) (?=[A-Z`“])/g, '\n');
}

function json(value: unknown): string {
  return `\`\`\`json\n${stringify(value, { maxLength: 100 })}\n\`\`\``;
}

function paragraphs(...parts: (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined).join('\n\n');
}

function anchor(heading: string): string {
  return heading.toLowerCase().replaceAll(/[^a-z0-9-]/g, '');
}
