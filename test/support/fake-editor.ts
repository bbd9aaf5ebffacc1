/** The editor at the other end of the agent: answers what an editor answers, and keeps what it was told. */
import type {
  ApplyWorkspaceEditParams,
  ClientCapabilities,
  ConfigurationParams,
  LogMessageParams,
  MessageActionItem,
  PublishDiagnosticsParams,
  Registration,
  RegistrationParams,
  ShowDocumentParams,
  ShowMessageParams,
  ShowMessageRequestParams,
} from 'vscode-languageserver/node';
import type { MessageConnection } from 'vscode-jsonrpc/node';
import { ErrorCodes, ResponseError } from 'vscode-jsonrpc/node';
import { editorRequests, notifications } from '../../protocol/index.ts';
import { editorRequestMethods, type EditorRequestMethod, type NotificationMethod } from '../../protocol/methods.ts';
import type { SignInAnswer, SignInOffer } from '../../protocol/sign-in-offer.ts';
import { checkEditorParams, checkNotification } from './validation.ts';

/** An editor that can do all that the agent makes use of, but keep secrets: agents on one storage shall find them again. */
export const fullCapabilities: ClientCapabilities = {
  window: { showDocument: { support: true }, workDoneProgress: true, showMessage: {} },
  workspace: { applyEdit: true, workspaceEdit: { documentChanges: true } },
  textDocument: { codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } } },
  experimental: { jira: { providersChanged: true, issuesChanged: true } },
};

/** One that keeps secrets too. */
export const keepingCapabilities: ClientCapabilities = {
  ...fullCapabilities,
  experimental: { jira: { providersChanged: true, issuesChanged: true, secrets: true } },
};

/** How the editor answers; by default it shows every document and dismisses every question. */
export interface EditorAnswers {
  /** The answer to `window/showDocument`: whether it was shown. */
  showDocument?: (params: ShowDocumentParams) => boolean | Promise<boolean>;
  /** The answer to `window/showMessageRequest`: the action that the user picks. */
  showMessageRequest?: (params: ShowMessageRequestParams) => MessageActionItem | null | Promise<MessageActionItem | null>;
  /** The answer to `workspace/applyEdit`: whether it was done. By default it is. */
  applyEdit?: (params: ApplyWorkspaceEditParams) => boolean | Promise<boolean>;
  /** What its settings hold in the section `jira`; by default nothing. */
  configuration?: unknown;
  /** What the editor keeps for agents; windows of one editor share it. Where it is given, the editor declares that it keeps secrets. */
  secrets?: Map<string, string>;
  /** The answer to `jira/offerSignIn`; by default "notNow". */
  offerSignIn?: (params: SignInOffer) => SignInAnswer['answer'] | Promise<SignInAnswer['answer']>;
  /** The answer to `jira/externalAddress`; by default what was asked. */
  externalAddress?: (params: { address: string }) => unknown;
  /** Comes before the editor's own answer about a secret: an answer that is not that of an honest editor, or an error. */
  disturbSecrets?: (method: EditorRequestMethod) => unknown;
}

type NotificationHandler = (params: unknown) => void;

/** Connects an editor to the agent, and notes whatever the agent should not have sent. */
export class FakeEditor {
  readonly shownDocuments: ShowDocumentParams[] = [];
  readonly shownMessages: ShowMessageParams[] = [];
  readonly logMessages: LogMessageParams[] = [];
  readonly edits: ApplyWorkspaceEditParams[] = [];
  /** The documents whose content the agent said to be another one now. */
  readonly changedContents: string[] = [];
  /** What the agent remarked of documents, in order. */
  readonly diagnostics: PublishDiagnosticsParams[] = [];
  /** What the agent had itself asked for after the start. */
  readonly registrations: Registration[] = [];
  /** How often the agent had it ask for inlay hints again. */
  hintRefreshes = 0;
  /** What it was asked to offer the user. */
  readonly signInOffers: SignInOffer[] = [];
  /** What it keeps for agents. */
  readonly secrets: Map<string, string>;
  /** What it declared in `initialize`; the gates of what the agent may send. */
  capabilities: ClientCapabilities = {};
  /** The tokens of work done progress that the agent made. */
  readonly progressTokens = new Set<string | number>();
  readonly #violations: string[];
  readonly #handlers = new Map<string, NotificationHandler[]>();

  constructor(connection: MessageConnection, answers: EditorAnswers, violations: string[]) {
    this.#violations = violations;
    this.secrets = answers.secrets ?? new Map();
    connection.onRequest('window/showDocument', async (params: ShowDocumentParams) => {
      this.#gate('window/showDocument', this.capabilities.window?.showDocument?.support);
      this.shownDocuments.push(params);
      return { success: (await answers.showDocument?.(params)) ?? true };
    });
    connection.onRequest('window/showMessageRequest', async (params: ShowMessageRequestParams) => {
      this.shownMessages.push(params);
      return (await answers.showMessageRequest?.(params)) ?? null;
    });
    connection.onRequest('workspace/applyEdit', async (params: ApplyWorkspaceEditParams) => {
      this.#gate('workspace/applyEdit', this.capabilities.workspace?.applyEdit);
      this.edits.push(params);
      return { applied: (await answers.applyEdit?.(params)) ?? true };
    });
    connection.onRequest('workspace/configuration', ({ items }: ConfigurationParams) => {
      this.#gate('workspace/configuration', this.capabilities.workspace?.configuration);
      return items.map(({ section }) => (section === 'jira' ? (answers.configuration ?? null) : null));
    });
    connection.onRequest('client/registerCapability', ({ registrations }: RegistrationParams) => {
      const { workspace, textDocument } = this.capabilities;
      const gates: Record<string, boolean | undefined> = {
        'workspace/didChangeConfiguration': workspace?.didChangeConfiguration?.dynamicRegistration,
        'textDocument/formatting': textDocument?.formatting?.dynamicRegistration,
      };
      for (const { method } of registrations) this.#gate(`a registration for ${method}`, gates[method]);
      this.registrations.push(...registrations);
      return null;
    });
    connection.onRequest('workspace/inlayHint/refresh', () => {
      this.#gate('workspace/inlayHint/refresh', this.capabilities.workspace?.inlayHint?.refreshSupport);
      this.hintRefreshes += 1;
      return null;
    });
    connection.onRequest('workspace/textDocumentContent/refresh', ({ uri }: { uri: string }) => {
      this.#gate('workspace/textDocumentContent/refresh', this.capabilities.workspace?.textDocumentContent !== undefined);
      this.changedContents.push(uri);
      return null;
    });
    connection.onRequest('window/workDoneProgress/create', ({ token }: { token: string | number }) => {
      this.#gate('window/workDoneProgress/create', this.capabilities.window?.workDoneProgress);
      this.progressTokens.add(token);
      return null;
    });
    for (const method of Object.values(editorRequestMethods)) {
      connection.onRequest(method, async (params: { name: string; secret?: string } | SignInOffer | { address: string }) => {
        this.#receiveOurs(method, editorRequests[method].capability, () => checkEditorParams(method, params));
        if ('reason' in params) {
          this.signInOffers.push(params);
          return { answer: (await answers.offerSignIn?.(params)) ?? 'notNow' };
        }
        if ('address' in params) return answers.externalAddress?.(params) ?? params;
        const disturbed = answers.disturbSecrets?.(method);
        return disturbed === undefined ? this.#keepSecret(method, params) : disturbed;
      });
    }
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
    } else if (method === 'textDocument/publishDiagnostics') {
      this.diagnostics.push(params as PublishDiagnosticsParams);
    } else if (isOurs(method)) {
      this.#receiveOurs(method, notifications[method].capability, () => checkNotification(method, params));
    } else if (handlers === undefined) {
      this.#violations.push(`The agent sent ${method}, which nobody takes.`);
    }
    for (const handler of handlers ?? []) handler(params);
  }

  #keepSecret(method: EditorRequestMethod, { name, secret }: { name: string; secret?: string }): unknown {
    if (method === 'jira/readSecret') return { secret: this.secrets.get(name) ?? null };
    if (method === 'jira/storeSecret') this.secrets.set(name, secret!);
    else this.secrets.delete(name);
    return null;
  }

  #receiveOurs(method: string, capability: string, check: () => void): void {
    const jira = (this.capabilities.experimental as { jira?: Record<string, unknown> } | undefined)?.jira;
    this.#gate(method, jira?.[capability] === true);
    try {
      check();
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
