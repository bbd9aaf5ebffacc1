/** The commands of `workspace/executeCommand`, in Markdown. */
import stringify from 'json-stringify-pretty-compact';
import { type CommandDefinition, commands } from '../../protocol/commands.ts';
import type { CommandName } from '../../protocol/methods.ts';
import { alternativesOf, code, inputTable, outputTable, table } from './render-types.ts';
import { type JsonSchema, type ProtocolSchema, referredName } from './schema.ts';

/** The commands in one table, each with its sentence. */
export function commandOverview(): string {
  const all: CommandDefinition[] = Object.values(commands);
  return table(
    ['command', 'title', 'what it does', 'a bare value means'],
    all.map(({ name, title, summary, main }) => [`[${name}](#${name.toLowerCase().replaceAll('.', '')})`, title, summary, main === undefined ? '' : code(main)]),
  );
}

/** The whole section of a command. @param id the id of its example */
export function commandSection(schema: ProtocolSchema, name: CommandName, id: number): string {
  const { summary, details, example }: CommandDefinition = commands[name];
  const { arguments: given, result } = schema.commands[name]!;
  const answer = resolve(schema, result);
  const shown = (alternativesOf(answer) ?? [answer]).map((each) => (each.$ref === undefined ? each : resolve(schema, each))).find(({ properties }) => properties !== undefined);
  return [
    `### ${name}`,
    summary,
    ...(details === undefined ? [] : [details.replaceAll(/(?<=\.) (?=[A-Z`“])/g, '\n')]),
    `**Arguments** ${code(referredName(given)!)}`,
    inputTable(resolve(schema, given), schema.$defs),
    `**Result** ${code(referredName(result)!)}`,
    shown === undefined ? '`null`.' : outputTable(shown, schema.$defs),
    '**Example**',
    json({ jsonrpc: '2.0', id, method: 'workspace/executeCommand', params: { command: name, arguments: [example.arguments] } }),
    json({ jsonrpc: '2.0', id, result: example.result }),
  ].join('\n\n');
}

function resolve(schema: ProtocolSchema, reference: JsonSchema): JsonSchema {
  return schema.$defs[referredName(reference)!]!;
}

function json(value: unknown): string {
  return `\`\`\`json\n${stringify(value, { maxLength: 100 })}\n\`\`\``;
}
