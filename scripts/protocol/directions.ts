/** Which types a client writes, and which it reads. */
import { alternativesOf } from './render-types.ts';
import type { JsonSchema, ProtocolSchema } from './schema.ts';
import { referredName } from './schema.ts';

/** The names of the types that clients write: params, arguments, settings and their answers, and what these refer to. */
export function writtenByClients(schema: ProtocolSchema): Set<string> {
  return reachable(schema, [
    ...Object.values(schema.methods).flatMap(({ direction, params, result }) => (direction === 'clientToAgent' ? [params] : result === undefined ? [] : [result])),
    ...Object.values(schema.commands).map((command) => command.arguments),
    { $ref: '#/$defs/InitializationOptions' },
    { $ref: '#/$defs/ClientCapabilities' },
  ]);
}

/** The names of the types that clients read: results, notifications and what the agent asks, and what these refer to. */
export function readByClients(schema: ProtocolSchema): Set<string> {
  return reachable(schema, [
    ...Object.values(schema.methods).flatMap(({ direction, params, result, partialResult }) => (direction === 'clientToAgent' ? [result!, ...(partialResult === undefined ? [] : [partialResult])] : [params])),
    ...Object.values(schema.commands).map(({ result }) => result),
    { $ref: '#/$defs/AgentCapabilities' },
    { $ref: '#/$defs/ErrorData' },
  ]);
}

function reachable(schema: ProtocolSchema, roots: readonly JsonSchema[]): Set<string> {
  const names = new Set<string>();
  const visit = (type: JsonSchema): void => {
    const name = referredName(type);
    if (name !== undefined && !names.has(name)) {
      names.add(name);
      visit(schema.$defs[name]!);
    }
    for (const inner of [...Object.values(type.properties ?? {}), ...(alternativesOf(type) ?? []), ...(type.items ? [type.items] : [])]) visit(inner);
  };
  roots.forEach(visit);
  return names;
}
