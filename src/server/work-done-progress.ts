/** Work done progress (LSP 3.18): by the client's token, or by one of the agent's own where the client takes that. */
import { type Connection, type ProgressToken, WorkDoneProgress, WorkDoneProgressCancelNotification, WorkDoneProgressCreateRequest } from 'vscode-languageserver/node';
import type { EditorCapabilities } from './client-capabilities.ts';
import { withinTime } from './within-time.ts';

/** The progress of one request. */
export interface Progress {
  /** Says how far it is, for people. */
  report(message: string): void;
  end(): void;
}

/** What a progress is begun with. */
export interface ProgressOptions {
  readonly title: string;
  /** The client's, where the request came with one. */
  readonly token?: ProgressToken | undefined;
  /** Called when the user cancels; without it there is no way to, and no progress but by the client's token. */
  readonly onCancel?: (() => void) | undefined;
}

/** Milliseconds after which work is worth a progress of its own. */
const worthTelling = 500;

/** Begins progress, and hears of those that the user cancels. */
export class WorkDone {
  readonly #connection: Connection;
  readonly #capabilities: EditorCapabilities;
  readonly #answerTime: number;
  #cancellable: Map<ProgressToken, () => void> | undefined;

  /** @param answerTime milliseconds that the editor has for making a token */
  constructor(connection: Connection, capabilities: EditorCapabilities, answerTime: number) {
    this.#connection = connection;
    this.#capabilities = capabilities;
    this.#answerTime = answerTime;
  }

  /** Begins at once where the client gave a token; by a token of the agent's own once work that can be cancelled takes long; else not at all. */
  begin({ title, token, onCancel }: ProgressOptions): Progress {
    if (token !== undefined) return this.#under(token, title, onCancel);
    if (!this.#capabilities.workDoneProgress || onCancel === undefined) return { report: () => undefined, end: () => undefined };
    let progress: Progress | undefined;
    let ended = false;
    let last: string | undefined;
    const timer = setTimeout(() => {
      const own = globalThis.crypto.randomUUID(); // The module `crypto` at the start would take 5 MB.
      const create = (token: Parameters<Parameters<typeof withinTime>[1]>[0]) => this.#connection.sendRequest(WorkDoneProgressCreateRequest.type, { token: own }, token);
      void withinTime<unknown>(this.#answerTime, create).then(
        () => {
          if (ended) return;
          progress = this.#under(own, title, onCancel);
          if (last !== undefined) progress.report(last);
        },
        () => undefined,
      );
    }, worthTelling);
    return {
      report: (message) => {
        last = message;
        progress?.report(message);
      },
      end: () => {
        ended = true;
        clearTimeout(timer);
        progress?.end();
      },
    };
  }

  #under(token: ProgressToken, title: string, onCancel: (() => void) | undefined): Progress {
    const connection = this.#connection;
    if (onCancel !== undefined) this.#listen().set(token, onCancel);
    void connection.sendProgress(WorkDoneProgress.type, token, { kind: 'begin', title, ...(onCancel === undefined ? {} : { cancellable: true }) });
    return {
      report: (message) => void connection.sendProgress(WorkDoneProgress.type, token, { kind: 'report', message }),
      end: () => {
        this.#cancellable?.delete(token);
        void connection.sendProgress(WorkDoneProgress.type, token, { kind: 'end' });
      },
    };
  }

  /** In the place of the library's own listener, which knows the library's own tokens alone. */
  #listen(): Map<ProgressToken, () => void> {
    if (this.#cancellable === undefined) {
      const cancellable = (this.#cancellable = new Map<ProgressToken, () => void>());
      this.#connection.onNotification(WorkDoneProgressCancelNotification.type, ({ token }) => cancellable.get(token)?.());
    }
    return this.#cancellable;
  }
}
