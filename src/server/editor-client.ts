/** Everything that the agent asks or tells the editor: the gate, the time limit and the fallback of each are here. */
import { MessageType, ProgressType, ShowDocumentRequest, ShowMessageNotification, WorkDoneProgress } from 'vscode-languageserver/node';
import type { Connection, ProgressToken, WorkDoneProgressBegin, WorkDoneProgressEnd, WorkDoneProgressReport } from 'vscode-languageserver/node';
import { type EditorRequestMethod, notificationMethods } from '../../protocol/methods.ts';
import type { Provider } from '../../protocol/provider.ts';
import type { Log } from '../infrastructure/log.ts';
import type { EditorCapabilities } from './client-capabilities.ts';

/** The editor, as the rest of the agent knows it. */
export interface EditorClient extends Log {
  /**
   * Opens an address in the user's browser: by the editor; where it cannot, does not, or does not
   * answer in time, by the system; and where there is no browser either, the user is told the address.
   */
  openExternal(url: string): Promise<void>;
  /**
   * Sends a request of the protocol to the editor.
   *
   * @returns its answer, as it came
   * @throws {EditorFailure} where the editor did not declare the capability, answers with an error or keeps silent
   */
  ask(method: EditorRequestMethod, params: object): Promise<unknown>;
  /** Shows the user a warning that no request can answer with. */
  showWarning(message: string): void;
  /** Tells the whole list of providers, to clients that declared `providersChanged`. */
  providersChanged(providers: Provider[]): void;
  /** Reports the progress of a request whose client gave a token; without one it does nothing. */
  workDoneProgress(token: ProgressToken | undefined, title: string): Progress;
  /** Sends one value of a partial result. */
  partialResult(token: ProgressToken, value: unknown): void;
}

/** Why there is no answer of the editor. It holds nothing of what the editor said. */
export class EditorFailure extends Error {
  override readonly name = 'EditorFailure';
  readonly reason: 'undeclared' | 'refused' | 'silent';

  constructor(reason: EditorFailure['reason']) {
    super(`The editor gave no answer: ${reason}.`);
    this.reason = reason;
  }
}

/** The progress of one request. */
export interface Progress {
  /** Says how far it is, for people. */
  report(message: string): void;
  end(): void;
}

/** Milliseconds that an editor has for answering. Some never answer a request that they do not know (vim-lsp). */
const answerTime = 5000;

/** Milliseconds for a secret: the user may have to unlock the editor's storage. */
const secretTime = 60_000;

/** Whether the editor takes a request. */
const gates: Readonly<Record<EditorRequestMethod, keyof EditorCapabilities>> = {
  'jira/readSecret': 'secrets',
  'jira/storeSecret': 'secrets',
  'jira/deleteSecret': 'secrets',
};

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
      // LSP4IJ needs a selection even where it makes no sense, and never answers without one.
      const nowhere = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
      const shown = capabilities.showDocument
        ? await withinTime(answerTime, connection.sendRequest(ShowDocumentRequest.type, { uri: url, external: true, selection: nowhere })).then(({ success }) => success, () => false)
        : false;
      if (shown) return;
      const { openInBrowser } = await import('../infrastructure/browser.ts');
      if (await openInBrowser(url)) return;
      void connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Info, message: `Open this address in your browser: ${url}` });
    },

    async ask(method, params) {
      if (!capabilities[gates[method]]) throw new EditorFailure('undeclared');
      return withinTime(secretTime, connection.sendRequest<unknown>(method, params));
    },

    workDoneProgress(token, title) {
      const send = (value: WorkDoneProgressBegin | WorkDoneProgressReport | WorkDoneProgressEnd) => {
        if (token !== undefined) void connection.sendProgress(WorkDoneProgress.type, token, value);
      };
      send({ kind: 'begin', title });
      return { report: (message) => send({ kind: 'report', message }), end: () => send({ kind: 'end' }) };
    },

    showWarning(message) {
      void connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Warning, message });
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

/** The answer. @throws {EditorFailure} where the editor answers with an error, or keeps silent for some milliseconds */
async function withinTime<T>(milliseconds: number, answer: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new EditorFailure('silent')), milliseconds);
  });
  try {
    return await Promise.race([answer.catch(() => Promise.reject(new EditorFailure('refused'))), silence]);
  } finally {
    clearTimeout(timer);
  }
}
