/** The protocol's document: the words are in `template.md`, and what the definitions say is put in. */
import { errorKinds } from '../../protocol/errors.ts';
import { commandNames, editorRequestMethods, notificationMethods, protocolVersion, requestMethods } from '../../protocol/methods.ts';
import { editorRequestSection, errorTable, notificationSection, requestOverview, requestSection, typeSections, typeTable } from './render-methods.ts';
import { commandOverview, commandSection } from './render-commands.ts';
import type { ProtocolSchema } from './schema.ts';

const notice = '<!-- Generated from protocol/ and scripts/protocol/template.md by scripts/generate.ts; do not edit. -->';

/** Ids of the examples, so that each request and its response are a pair; those of the template are smaller. */
const firstExampleId = 11;

/**
 * Fills in the template.
 *
 * @param template Markdown, with a line `<!-- insert: NAME -->` where something belongs
 * @throws {Error} for a name that nobody knows, and for one that is never used
 */
export function protocolDocument(template: string, schema: ProtocolSchema): string {
  const parts = generatedParts(schema);
  const unused = new Set(Object.keys(parts));
  const filled = template.replaceAll(/^<!-- insert: (\S+) -->$/gm, (_line, name: string) => {
    const part = parts[name];
    if (part === undefined) throw new Error(`template.md asks for “${name}”, which is not generated.`);
    unused.delete(name);
    return part;
  });
  if (unused.size > 0) throw new Error(`template.md never inserts ${[...unused].join(', ')}.`);
  return `${notice}\n\n${filled}`;
}

function generatedParts(schema: ProtocolSchema): Record<string, string> {
  const requestSections = Object.values(requestMethods).map((method, index) => requestSection(schema, method, firstExampleId + index));
  const firstEditorExampleId = firstExampleId + requestSections.length;
  const editorRequestSections = Object.values(editorRequestMethods).map((method, index) => editorRequestSection(schema, method, firstEditorExampleId + index));
  const firstCommandExampleId = firstEditorExampleId + editorRequestSections.length;
  return {
    protocolVersion: `This is version **${protocolVersion}** of the protocol: ${requestSections.length} requests to the agent, ${editorRequestSections.length} to the client, ${Object.keys(notificationMethods).length} notification, ${Object.keys(errorKinds).length} kinds of error.`,
    initializationOptions: typeTable(schema, 'InitializationOptions', 'input'),
    clientCapabilities: typeTable(schema, 'ClientCapabilities', 'input'),
    agentCapabilities: typeTable(schema, 'AgentCapabilities', 'output'),
    errorData: typeTable(schema, 'ErrorData', 'output'),
    errorKinds: errorTable(),
    requestOverview: requestOverview(),
    requests: requestSections.join('\n\n'),
    editorRequests: editorRequestSections.join('\n\n'),
    commandOverview: commandOverview(),
    commands: Object.values(commandNames).map((name, index) => commandSection(schema, name, firstCommandExampleId + index)).join('\n\n'),
    notifications: Object.values(notificationMethods).map((method) => notificationSection(schema, method)).join('\n\n'),
    types: typeSections(schema),
  };
}
