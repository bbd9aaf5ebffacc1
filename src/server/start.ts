/** Starts the language server: the connection, its life cycle, and the way of a request to its handler. */
import { createConnection, DidChangeWorkspaceFoldersNotification } from 'vscode-languageserver/node';
import type { CancellationToken, InitializeParams, InitializeResult } from 'vscode-languageserver/node';
import { requestMethods } from '../../protocol/methods.ts';
import { version } from '../version.ts';
import { resolveClientCapabilities } from './client-capabilities.ts';
import { surviveBugs, tellDevelopers } from './bug-report.ts';
import { connectedEditor } from './editor-client.ts';
import { followDocuments } from './documents/follow.ts';
import { featureMethods } from './features/methods.ts';
import { Lifecycle } from './lifecycle.ts';
import type { Dispatcher } from './dispatch.ts';
import { serverCapabilities } from './server-capabilities.ts';
import { openTransport, type TransportChoice } from './transport/transport.ts';

/** What the command line decides. */
export interface StartOptions {
  /** The folder of the agent's files; `undefined` leaves it to the client or the platform. */
  readonly storage: string | undefined;
  readonly transport: TransportChoice;
}

/**
 * Serves one client until it says `exit`, closes the stream, or dies.
 * Nothing is read from disk and no network is touched before the first request that needs it.
 */
export function start(options: StartOptions): void {
  surviveBugs();
  const lifecycle = new Lifecycle();
  const { reader, writer } = openTransport(options.transport, (reason) => {
    if (reason !== undefined) tellDevelopers(reason);
    process.exit(reason === undefined ? lifecycle.exitCode : 1);
  });
  const connection = createConnection(reader, writer);
  let dispatcher: Promise<Dispatcher> | undefined;
  let initialization: InitializeParams | undefined;
  let configuration: unknown;
  let folders: readonly string[] = [];

  /** The core is loaded by the first request that needs it. */
  const getDispatcher = (params: InitializeParams): Promise<Dispatcher> =>
    (dispatcher ??= import('./dispatch.ts').then(({ Dispatcher }) => new Dispatcher({
      storage: options.storage,
      initializationOptions: params.initializationOptions as unknown,
      configuration,
      folders: () => folders,
      editor: connectedEditor(connection, resolveClientCapabilities(params.capabilities)),
      documents: () => documents(),
    })));

  const encoding = () => resolveClientCapabilities(initialization?.capabilities).positionEncoding;
  const documents = followDocuments(connection, encoding, async (open) => (await getDispatcher(initialization!)).follow(open));

  connection.onInitialize((params): InitializeResult => {
    lifecycle.initialize();
    initialization = params;
    folders = foldersOf(params);
    // Not before: where the client declares its folders, the library takes this notification for itself when it initializes.
    connection.onNotification(DidChangeWorkspaceFoldersNotification.type, ({ event: { added, removed } }) => {
      const gone = new Set(removed.map(({ uri }) => uri));
      folders = [...folders.filter((uri) => !gone.has(uri)), ...added.map(({ uri }) => uri)];
      void dispatcher?.then((ready) => ready.foldersChanged());
    });
    return {
      capabilities: serverCapabilities(resolveClientCapabilities(params.capabilities)),
      serverInfo: { name: 'jira-language-server', version },
    };
  });

  connection.onInitialized(() => {
    if (initialization !== undefined && resolveClientCapabilities(initialization.capabilities).providersChanged) {
      void getDispatcher(initialization).then((ready) => ready.watch());
    }
  });

  // Many editors tell their settings at once, and that is no reason to load anything.
  connection.onDidChangeConfiguration((params) => {
    configuration = (params as { settings?: unknown } | undefined)?.settings;
    void dispatcher?.then((ready) => ready.configure(configuration));
  });

  for (const method of Object.values(requestMethods)) {
    // By name and not by RequestType, which answers a request without params itself, and with no `data`.
    connection.onRequest(method, async (...received: Received) => {
      lifecycle.assertRunning();
      const [params, token] = paramsAndToken(received);
      const ready = await getDispatcher(initialization!);
      return ready.dispatch(method, params, token);
    });
  }
  for (const method of featureMethods) {
    connection.onRequest(method, async (...received: Received) => {
      lifecycle.assertRunning();
      const [params, token] = paramsAndToken(received);
      const open = await documents();
      return (await getDispatcher(initialization!)).answer(method, params, open, token);
    });
  }
  connection.onRequest((method) => lifecycle.refuse(method));

  connection.onShutdown(async () => {
    lifecycle.shutdown();
    await dispatcher?.then((ready) => ready.close());
  });

  connection.listen();
}

/** The URIs of the folders that the editor has open; an old one has just one. */
function foldersOf({ workspaceFolders, rootUri }: InitializeParams): string[] {
  return workspaceFolders?.map(({ uri }) => uri) ?? (typeof rootUri === 'string' ? [rootUri] : []);
}

/** What vscode-jsonrpc hands to a handler: no params for a request without any, and several for an array. */
type Received = [...params: unknown[], token: CancellationToken];

function paramsAndToken(received: Received): [params: unknown, token: CancellationToken] {
  const token = received.pop() as CancellationToken;
  return [received.length > 1 ? received : received[0], token];
}
