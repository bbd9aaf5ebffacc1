/** The tables of requests, commands and notifications, each with its types. */
import { commands } from '../../../protocol/commands.ts';
import { editorRequests, notifications, requests } from '../../../protocol/index.ts';
import { commandNames, editorRequestMethods, notificationMethods, requestMethods } from '../../../protocol/methods.ts';
import type { ProtocolSchema } from '../schema.ts';
import { errorsOf, referredName } from '../schema.ts';
import { javadoc } from './javadoc.ts';
import { constantOf } from './names.ts';
import type { JavaTypes } from './types.ts';

/** A file of Java: the name of its type, its imports, and its lines. */
export interface JavaFile {
  readonly name: string;
  readonly imports: readonly string[];
  readonly lines: readonly string[];
}

/** All tables. */
export function tables(schema: ProtocolSchema, types: JavaTypes): JavaFile[] {
  return [requestTable(schema, types), commandTable(schema, types), clientInterface(schema, types), protocolConstants(schema)];
}

function requestTable(schema: ProtocolSchema, types: JavaTypes): JavaFile {
  const constants = Object.entries(requestMethods).map(([name, method]) => {
    const { params, result, partialResult } = schema.methods[method]!;
    const given = referredName(params)!;
    const answer = resultType(types, referredName(result!)!);
    const doc = javadoc(`${requests[method].summary}${requests[method].details === undefined ? '' : ` ${requests[method].details}`} It may fail with ${errorsOf(method).map((kind) => `\`${kind}\``).join(', ')}.`);
    if (partialResult === undefined) return { name: constantOf(name), doc, text: `Request<${given}, ${answer}> ${constantOf(name)} = new Request<>("${method}", ${given}.class, ${answer}.class);` };
    const part = referredName(partialResult)!;
    return { name: constantOf(name), doc, text: `StreamedRequest<${given}, ${answer}, ${part}> ${constantOf(name)} = new StreamedRequest<>("${method}", ${given}.class, ${answer}.class, ${part}.class);` };
  });
  return {
    name: 'JiraRequests',
    imports: ['java.util.List', 'org.jiralanguageserver.wire.Request', 'org.jiralanguageserver.wire.StreamedRequest'],
    lines: [
      ...javadoc('Every request to the agent, with what it takes and gives.'),
      'public final class JiraRequests {',
      '  private JiraRequests() {}',
      ...constants.flatMap(({ doc, text }) => ['', ...doc.map(indented), `  public static final ${text}`]),
      '',
      '  /** All of them, in the order of the documents. */',
      '  public static final List<Request<?, ?>> ALL = List.of(',
      ...constants.map(({ name }, index) => `      ${name}${index < constants.length - 1 ? ',' : ');'}`),
      '}',
    ],
  };
}

function commandTable(schema: ProtocolSchema, types: JavaTypes): JavaFile {
  const constants = Object.entries(commandNames).map(([name, command]) => {
    const given = referredName(schema.commands[command]!.arguments)!;
    const answer = resultType(types, referredName(schema.commands[command]!.result)!);
    const { title, summary } = commands[command];
    return { name: constantOf(name), doc: javadoc(summary), text: `Command<${given}, ${answer}> ${constantOf(name)} = new Command<>("${command}", "${title}", ${given}.class, ${answer}.class);` };
  });
  return {
    name: 'JiraCommands',
    imports: ['java.util.List', 'org.jiralanguageserver.wire.Command'],
    lines: [
      ...javadoc('Every command of the agent: what a command is not told, it asks the user. Its answer is `null` where the user dismissed a question.'),
      'public final class JiraCommands {',
      '  private JiraCommands() {}',
      ...constants.flatMap(({ doc, text }) => ['', ...doc.map(indented), `  public static final ${text}`]),
      '',
      '  /** All of them. */',
      '  public static final List<Command<?, ?>> ALL = List.of(',
      ...constants.map(({ name }, index) => `      ${name}${index < constants.length - 1 ? ',' : ');'}`),
      '}',
    ],
  };
}

/** What the agent asks and tells a client beside standard LSP, as LSP4J takes it. */
function clientInterface(schema: ProtocolSchema, types: JavaTypes): JavaFile {
  const asked = Object.entries(editorRequestMethods).map(([name, method]) => {
    const { params, result } = schema.methods[method]!;
    const { summary, details, capability } = editorRequests[method];
    return [
      ...javadoc(`${summary}${details === undefined ? '' : ` ${details}`} It comes where the client declared \`${capability}\`.`),
      `@JsonRequest("${method}")`,
      `default CompletableFuture<${resultType(types, referredName(result!)!)}> ${name}(${referredName(params)!} params) {`,
      '  throw new UnsupportedOperationException();',
      '}',
    ];
  });
  const told = Object.entries(notificationMethods).map(([name, method]) => {
    const { summary, capability } = notifications[method];
    return [
      ...javadoc(`${summary} It comes where the client declared \`${capability}\`.`),
      `@JsonNotification("${method}")`,
      `default void ${name}(${referredName(schema.methods[method]!.params)!} params) {`,
      '  throw new UnsupportedOperationException();',
      '}',
    ];
  });
  return {
    name: 'JiraClient',
    imports: ['java.util.concurrent.CompletableFuture', 'org.eclipse.lsp4j.jsonrpc.services.JsonNotification', 'org.eclipse.lsp4j.jsonrpc.services.JsonRequest', 'org.eclipse.lsp4j.services.LanguageClient'],
    lines: [
      ...javadoc('What the agent asks and tells its client: all of LSP, and what is added to it. A client implements what it declares.'),
      'public interface JiraClient extends LanguageClient {',
      ...[...asked, ...told].flatMap((lines) => ['', ...lines.map(indented)]).slice(1),
      '}',
    ],
  };
}

function protocolConstants({ protocolVersion }: ProtocolSchema): JavaFile {
  return {
    name: 'JiraProtocol',
    imports: [],
    lines: [
      ...javadoc('What is true of the whole protocol.'),
      'public final class JiraProtocol {',
      '  private JiraProtocol() {}',
      '',
      '  /** The version that these types are of; a client works with no other. */',
      `  public static final int VERSION = ${protocolVersion};`,
      '}',
    ],
  };
}

function resultType(types: JavaTypes, name: string): string {
  return types.definition(name).type === 'null' ? 'Void' : name;
}

function indented(line: string): string {
  return `  ${line}`;
}
