/** The way of a request to its handler and back: validation, cancellation, errors. */
import type { CancellationToken } from 'vscode-languageserver/node';
import type { RequestMethod } from '../../protocol/methods.ts';
import type { EditorCapabilities } from './client-capabilities.ts';
import type { EditorClient } from './editor-client.ts';

/** What the dispatcher is made from. */
export interface DispatcherOptions {
  readonly storage: string | undefined;
  readonly initializationOptions: unknown;
  readonly capabilities: EditorCapabilities;
  readonly editor: EditorClient;
}

/** Answers the requests of the protocol. */
export interface Dispatcher {
  dispatch(method: RequestMethod, params: unknown, token: CancellationToken): Promise<unknown>;
  watch(): void;
  close(): Promise<void>;
}

export function createDispatcher(_options: DispatcherOptions): Dispatcher {
  throw new Error('being written');
}
