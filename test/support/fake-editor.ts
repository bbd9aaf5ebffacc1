/** The editor at the other end of the agent: answers what an editor answers, and keeps what it was told. */
import type {
  ClientCapabilities,
  LogMessageParams,
  MessageActionItem,
  ShowDocumentParams,
  ShowMessageParams,
  ShowMessageRequestParams,
} from 'vscode-languageserver/node';
import type { MessageConnection } from 'vscode-jsonrpc/node';
import { ErrorCodes, ResponseError } from 'vscode-jsonrpc/node';
import { notifications } from '../../protocol/index.ts';
import type { NotificationMethod } from '../../protocol/methods.ts';
import { checkNotification } from './validation.ts';

/** An editor that can do all that the agent makes use of. */
export const fullCapabilities: ClientCapabilities = {
  window: { showDocument: { support: true }, workDoneProgress: true, showMessage: {} },
  experimental: { jira: { providersChanged: true } },
};

/** How the editor answers; by default it shows every document and dismisses every question. */
export interface EditorAnswers {
  /** The answer to `window/showDocument`: whether it was shown. */
  showDocument?: (params: ShowDocumentParams) => boolean | Promise<boolean>;
  /** The answer to `window/showMessageRequest`: the action that the user picks. */
  showMessageRequest?: (params: ShowMessageRequestParams) => MessageActionItem | null | Promise<MessageActionItem | null>;
}

type NotificationHandler = (params: unknown) => void;

/** Connects an editor to the agent, and notes whatever the agent should not have sent. */
export class FakeEditor {
  readonly shownDocuments: ShowDocumentParams[] = [];
  readonly shownMessages: ShowMessageParams[] = [];
  readonly logMessages: LogMessageParams[] = [];
  /** What it declared in `initialize`; the gates of what the agent may send. */
  capabilities: ClientCapabilities = {};
  /** The tokens of work done progress that the agent made. */
  readonly progressTokens = new Set<string | number>();
  readonly #violations: string[];
  readonly #handlers = new Map<string, NotificationHandler[]>();

  constructor(connection: MessageConnection, answers: EditorAnswers, violations: string[]) {
    this.#violations = violations;
    connection.onRequest('window/showDocument', async (params: ShowDocumentParams) => {
      this.#gate('window/showDocument', this.capabilities.window?.showDocument?.support);
      this.shownDocuments.push(params);
      return { success: (await answers.showDocument?.(params)) ?? true };
    });
    connection.onRequest('window/showMessageRequest', async (params: ShowMessageRequestParams) => {
      this.shownMessages.push(params);
      return (await answers.showMessageRequest?.(params)) ?? null;
    });
    connection.onRequest('window/workDoneProgress/create', ({ token }: { token: string | number }) => {
      this.#gate('window/workDoneProgress/create', this.capabilities.window?.workDoneProgress);
      this.progressTokens.add(token);
      return null;
    });
    connection.onRequest((method: string) => {
      violations.push(`The agent asked the editor for ${method}.`);
      return new ResponseError(ErrorCodes.MethodNotFound, `There is no ${method}.`);
    });
    connection.onNotification((method: string, params: unknown) => this.#receive(method, params));
  }

  /** Calls `handler` for each notification of this method from now on. */
  onNotification(method: string, handler: NotificationHandler): void {
    this.#handlers.set(method, [...(this.#handlers.get(method) ?? []), handler]);
  }

  #receive(method: string, params: unknown): void {
    const handlers = this.#handlers.get(method);
    if (method === 'window/logMessage') {
      this.logMessages.push(params as LogMessageParams);
    } else if (method === 'window/showMessage') {
      this.shownMessages.push(params as ShowMessageParams);
    } else if (isOurs(method)) {
      this.#receiveOurs(method, params);
    } else if (handlers === undefined) {
      this.#violations.push(`The agent sent ${method}, which nobody takes.`);
    }
    for (const handler of handlers ?? []) handler(params);
  }

  #receiveOurs(method: NotificationMethod, params: unknown): void {
    const jira = (this.capabilities.experimental as { jira?: Record<string, unknown> } | undefined)?.jira;
    this.#gate(method, jira?.[notifications[method].capability] === true);
    try {
      checkNotification(method, params);
    } catch (error) {
      this.#violations.push((error as Error).message);
    }
  }

  #gate(method: string, declared: boolean | undefined): void {
    if (declared !== true) this.#violations.push(`The agent sent ${method}, and the editor had not declared it.`);
  }
}

function isOurs(method: string): method is NotificationMethod {
  return method in notifications;
}
