/** Everything that the agent asks or tells the editor: the gate, the time limit and the fallback of each are here. */
import { MessageType, ShowDocumentRequest } from 'vscode-languageserver/node';
import type { Connection, ProgressToken } from 'vscode-languageserver/node';
import { ProgressType } from 'vscode-jsonrpc';
import { notificationMethods } from '../../protocol/methods.ts';
import type { Provider } from '../../protocol/provider.ts';
import type { Log } from '../infrastructure/log.ts';
import type { EditorCapabilities } from './client-capabilities.ts';

/** The editor, as the rest of the agent knows it. */
export interface EditorClient extends Log {
  /**
   * Opens an address in the user's browser by the editor.
   *
   * @returns false where the editor cannot, does not, or does not answer in time: then the agent opens it
   */
  openExternal(url: string): Promise<boolean>;
  /** Tells the whole list of providers, to clients that declared `providersChanged`. */
  providersChanged(providers: Provider[]): void;
  /** Sends one value of a partial result. */
  partialResult(token: ProgressToken, value: unknown): void;
}

/** Milliseconds that an editor has for answering. Some never answer a request that they do not know (vim-lsp). */
const answerTime = 5000;

/**
 * The editor at the other end of a connection.
 *
 * @param capabilities what it declared
 */
export function connectedEditor(connection: Connection, capabilities: EditorCapabilities): EditorClient {
  const log = (type: MessageType) => (message: string) => void connection.sendNotification('window/logMessage', { type, message });
  return {
    error: log(MessageType.Error),
    warn: log(MessageType.Warning),
    info: log(MessageType.Info),
    debug: log(MessageType.Debug),

    async openExternal(url) {
      if (!capabilities.showDocument) return false;
      const answer = connection.sendRequest(ShowDocumentRequest.type, { uri: url, external: true });
      return withinTime(answer.then(({ success }) => success), false);
    },

    providersChanged(providers) {
      if (!capabilities.providersChanged) return;
      void connection.sendNotification(notificationMethods.providersChanged, { providers });
    },

    partialResult(token, value) {
      void connection.sendProgress(new ProgressType<unknown>(), token, value);
    },
  };
}

/** The answer, or the fallback where the editor refuses, fails or keeps silent. */
async function withinTime<T>(answer: Promise<T>, fallback: T): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<T>((resolve) => {
    timer = setTimeout(resolve, answerTime, fallback);
  });
  try {
    return await Promise.race([answer, silence]);
  } catch {
    return fallback;
  } finally {
    clearTimeout(timer);
  }
}

