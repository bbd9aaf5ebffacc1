/** Everything that the agent asks or tells the editor: the gate, the time limit and the fallback of each are here. */
import {
  ApplyWorkspaceEditRequest,
  ConfigurationRequest,
  DidChangeConfigurationNotification,
  DocumentFormattingRequest,
  InlayHintRefreshRequest,
  MessageType,
  ProgressType,
  PublishDiagnosticsNotification,
  RegistrationRequest,
  ShowDocumentRequest,
  ShowMessageNotification,
  ShowMessageRequest,
  TextDocumentContentRefreshRequest,
} from 'vscode-languageserver/node';
import type { Connection, Diagnostic, DocumentSelector, ProgressToken, ShowDocumentParams, ShowMessageRequestParams, WorkspaceEdit } from 'vscode-languageserver/node';
import type { IssuesChanged } from '../../protocol/issues-changed.ts';
import { type EditorRequestMethod, notificationMethods } from '../../protocol/methods.ts';
import type { Provider } from '../../protocol/provider.ts';
import type { Log } from '../infrastructure/log.ts';
import type { EditorCapabilities } from './client-capabilities.ts';
import { inertMessage } from './inert-message.ts';
import { EditorFailure, withinTime } from './within-time.ts';
import { type Progress, WorkDone } from './work-done-progress.ts';

/** The editor, as the rest of the agent knows it. */
export interface EditorClient extends Log {
  readonly capabilities: EditorCapabilities;
  /**
   * Opens an address in the user's browser: by the editor; where it cannot, does not, or does not
   * answer in time, by the system; and where there is no browser either, the user is told the address.
   */
  openExternal(url: string): Promise<void>;
  /**
   * Shows a document in the editor; where it cannot, does not, or does not answer in time, the user is told its place.
   *
   * @param uri a `file:` URI, or one whose content the editor asks the agent for
   * @param place what people call it, for instance the path
   */
  showDocument(uri: string, place: string): Promise<void>;
  /**
   * Asks the user to choose.
   *
   * @param choices titles, all different
   * @param signal withdraws the question
   * @returns the title; `undefined` where the user or the editor dismisses the question, or nobody answers it in ten minutes
   * @throws {EditorFailure} `unknown`, where the editor cannot ask; the signal's reason where it is aborted
   */
  question(message: string, choices: readonly string[], signal: AbortSignal): Promise<string | undefined>;
  /**
   * Changes documents that the user has open.
   *
   * @param label what the change is, for people
   * @returns whether it was done
   */
  applyEdit(label: string, edit: WorkspaceEdit): Promise<boolean>;
  /**
   * Sends a request of the protocol to the editor.
   *
   * @returns its answer, as it came
   * @throws {EditorFailure} where the editor did not declare the capability, answers with an error or keeps silent
   */
  ask(method: EditorRequestMethod, params: object): Promise<unknown>;
  /** What the editor's settings hold in a section; `undefined` where it cannot be asked, or does not answer in time. */
  configuration(section: string): Promise<unknown>;
  /** Has the editor tell of changed settings, where it wants to be asked to. */
  watchConfiguration(): void;
  /** Has the editor ask for the layout of some documents, where it can be told which; once is enough. */
  registerFormatting(documentSelector: DocumentSelector): void;
  /** Has the editor ask for inlay hints again, where it does that. */
  refreshInlayHints(): void;
  /** Shows what is remarked of a document, in the place of what was. @param version of the document that it is about */
  publishDiagnostics(uri: string, version: number | undefined, diagnostics: Diagnostic[]): void;
  /** Shows the user something that no request can answer with. Text of Jira in it is shown as text. */
  showInfo(message: string): void;
  /** Shows the user a warning that no request can answer with. */
  showWarning(message: string): void;
  /** Shows the user that something failed. */
  showError(message: string): void;
  /** Tells that a document whose content the agent gives has changed, to clients that show such documents. */
  contentChanged(uri: string): void;
  /** Tells the whole list of providers, to clients that declared `providersChanged`. */
  providersChanged(providers: Provider[]): void;
  /** Tells what is different from what was answered from the cache, to clients that declared `issuesChanged`. */
  issuesChanged(changed: IssuesChanged): void;
  /**
   * Reports the progress of a request by the client's token. What the user set going, and can cancel, is reported
   * without one too, where the client takes that and the work lasts.
   *
   * @param onCancel called when the user cancels
   */
  workDoneProgress(token: ProgressToken | undefined, title: string, onCancel?: () => void): Progress;
  /** Sends one value of a partial result; resolves when it is on its way. */
  partialResult(token: ProgressToken, value: unknown): Promise<void>;
}

/** Milliseconds that an editor has for answering. Some never answer a request that they do not know (vim-lsp). */
const answerTime = 5000;

/** Milliseconds that the first request about a document waits for the settings. */
const settingsTime = 1000;

/** Milliseconds for what needs the user: to unlock the editor's storage for a secret, to agree to a change (eglot). */
const consentTime = 60_000;

/** Milliseconds that the user has for a question. */
const thinkingTime = 600_000;

/** Milliseconds that the user has for signing in, once it was offered. */
const signInTime = 1_800_000;

/** Whether the editor takes a request. */
const gates: Readonly<Record<EditorRequestMethod, keyof EditorCapabilities>> = {
  'jira/readSecret': 'secrets',
  'jira/storeSecret': 'secrets',
  'jira/deleteSecret': 'secrets',
  'jira/offerSignIn': 'signIn',
  'jira/externalAddress': 'externalAddress',
};

/**
 * The editor at the other end of a connection.
 *
 * @param capabilities what it declared
 */
export function connectedEditor(connection: Connection, capabilities: EditorCapabilities): EditorClient {
  const log = (type: MessageType) => (message: string) => void connection.sendNotification('window/logMessage', { type, message });
  const show = (type: MessageType) => (message: string) => void connection.sendNotification(ShowMessageNotification.type, { type, message: inertMessage(message) });
  const showInfo = show(MessageType.Info);
  let registered = false;
  const workDone = new WorkDone(connection, capabilities, answerTime);

  /** LSP4IJ needs a selection even where it makes no sense, and never answers without one. */
  const shows = async (params: ShowDocumentParams): Promise<boolean> => {
    if (!capabilities.showDocument) return false;
    const selection = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
    return withinTime(answerTime, (token) => connection.sendRequest(ShowDocumentRequest.type, { ...params, selection }, token)).then(
      (answer) => answer?.success === true,
      () => false,
    );
  };

  return {
    capabilities,
    error: log(MessageType.Error),
    warn: log(MessageType.Warning),
    info: log(MessageType.Info),
    debug: log(MessageType.Debug),
    showInfo,
    showWarning: show(MessageType.Warning),
    showError: show(MessageType.Error),

    async openExternal(url) {
      if (await shows({ uri: url, external: true })) return;
      const { openInBrowser } = await import('../infrastructure/browser.ts');
      if (await openInBrowser(url)) return;
      showInfo(`Open this address in your browser: ${url}`);
    },

    async showDocument(uri, place) {
      if (!(await shows({ uri, external: false, takeFocus: true }))) showInfo(`Open ${place}`);
    },

    async question(message, choices, signal) {
      const params: ShowMessageRequestParams = { type: MessageType.Info, message: inertMessage(message), actions: choices.map((title) => ({ title })) };
      try {
        const answer = await withinTime(thinkingTime, (token) => connection.sendRequest(ShowMessageRequest.type, params, token), signal);
        return choices.find((title) => title === answer?.title);
      } catch (error) {
        if (error instanceof EditorFailure && error.reason !== 'unknown') return undefined;
        throw error;
      }
    },

    async applyEdit(label, edit) {
      if (!capabilities.applyEdit) return false;
      return withinTime(consentTime, (token) => connection.sendRequest(ApplyWorkspaceEditRequest.type, { label, edit }, token)).then(
        (answer) => answer?.applied === true,
        () => false,
      );
    },

    async ask(method, params) {
      if (!capabilities[gates[method]]) throw new EditorFailure('undeclared');
      const time = method === 'jira/offerSignIn' ? signInTime : consentTime;
      return withinTime(time, (token) => connection.sendRequest<unknown>(method, params, token));
    },

    contentChanged(uri) {
      if (!capabilities.textDocumentContent) return;
      void withinTime(answerTime, (token) => connection.sendRequest(TextDocumentContentRefreshRequest.type, { uri }, token)).catch(() => undefined);
    },

    async configuration(section) {
      if (!capabilities.configuration) return undefined;
      return withinTime(settingsTime, (token) => connection.sendRequest(ConfigurationRequest.type, { items: [{ section }] }, token)).then(
        (answer) => (Array.isArray(answer) ? (answer as unknown[])[0] : undefined),
        () => undefined,
      );
    },

    watchConfiguration() {
      if (!capabilities.didChangeConfigurationRegistration) return;
      const registrations = [{ id: 'jira-configuration', method: DidChangeConfigurationNotification.method, registerOptions: { section: 'jira' } }];
      void withinTime(answerTime, (token) => connection.sendRequest(RegistrationRequest.type, { registrations }, token)).catch(() => undefined);
    },

    registerFormatting(documentSelector) {
      if (!capabilities.formattingRegistration || registered) return;
      registered = true;
      const registrations = [{ id: 'jira-formatting', method: DocumentFormattingRequest.method, registerOptions: { documentSelector } }];
      void withinTime(answerTime, (token) => connection.sendRequest(RegistrationRequest.type, { registrations }, token)).catch(() => undefined);
    },

    refreshInlayHints() {
      if (!capabilities.inlayHintRefresh) return;
      void withinTime(answerTime, (token) => connection.sendRequest(InlayHintRefreshRequest.type, token)).catch(() => undefined);
    },

    publishDiagnostics(uri, version, diagnostics) {
      void connection.sendNotification(PublishDiagnosticsNotification.type, { uri, ...(version === undefined ? {} : { version }), diagnostics });
    },

    workDoneProgress(token, title, onCancel) {
      return workDone.begin({ token, title, onCancel });
    },

    providersChanged(providers) {
      if (!capabilities.providersChanged) return;
      void connection.sendNotification(notificationMethods.providersChanged, { providers });
    },

    issuesChanged(changed) {
      if (!capabilities.issuesChanged) return;
      void connection.sendNotification(notificationMethods.issuesChanged, changed);
    },

    partialResult(token, value) {
      return connection.sendProgress(new ProgressType<unknown>(), token, value);
    },
  };
}
