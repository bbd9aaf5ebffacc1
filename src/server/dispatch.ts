/** The way of a request to its handler and back: validation, cancellation, errors. */
import { setMaxListeners } from 'node:events';
import type { CancellationToken } from 'vscode-languageserver/node';
import { requests } from '../../protocol/index.ts';
import type { RequestMethod } from '../../protocol/methods.ts';
import type { Core } from '../core/core.ts';
import { TokenEnds } from '../core/providers/token-ends.ts';
import { createCore } from './agent.ts';
import { ClientSignIn } from './client-sign-in.ts';
import { createClientVault } from './client-vault.ts';
import type { Documents } from './documents/documents.ts';
import type { EditorClient } from './editor-client.ts';
import type { FeatureMethod } from './features/methods.ts';
import type { Handler, HandlerContext } from './handler.ts';
import { handlers } from './handlers/index.ts';
import { ProvidersNotifier } from './providers-notifier.ts';
import { responseError } from './response-errors.ts';
import { LiveSettings } from './settings.ts';
import { validateParams } from './validation.ts';
import type { Workbench } from './workbench.ts';
import { WorkspaceTrust } from './workspace-trust.ts';

/** What the dispatcher is made from. */
export interface DispatcherOptions {
  readonly storage: string | undefined;
  readonly initializationOptions: unknown;
  /** `settings` of a `workspace/didChangeConfiguration` that came before. */
  readonly configuration: unknown;
  /** Gives the URIs of the folders that the editor has open. */
  readonly folders: () => readonly string[];
  readonly editor: EditorClient;
  /** Gives the documents that the editor has open. */
  readonly documents: () => Promise<Documents>;
}

/** Requests after which an issue may be another one than documents show. */
const writes: ReadonlySet<RequestMethod> = new Set(['jira/transition', 'jira/assign', 'jira/editIssue', 'jira/createIssue', 'jira/startWork']);

/** Answers the requests of the protocol. The core is made by the first of them. */
export class Dispatcher {
  readonly #options: DispatcherOptions;
  #context: HandlerContext | undefined;
  #notifier: ProvidersNotifier | undefined;
  #tokenEnds: TokenEnds | undefined;
  readonly #settings: LiveSettings;
  readonly #clientSignIn: ClientSignIn;
  #workbench: Promise<Workbench> | undefined;

  constructor(options: DispatcherOptions) {
    this.#options = options;
    this.#clientSignIn = new ClientSignIn(options.editor);
    this.#settings = new LiveSettings(options.initializationOptions, options.configuration, options.editor);
  }

  /**
   * Answers one request.
   *
   * @throws {ResponseError} for whatever goes wrong
   */
  async dispatch<M extends RequestMethod>(method: M, params: unknown, token: CancellationToken): Promise<unknown> {
    return this.#cancellable(token, async (signal) => {
      const validated = validateParams(requests[method].params, params);
      const result = await (handlers[method] as Handler<RequestMethod>)(validated as never, this.#ready(), signal);
      this.#notifier?.check();
      if (writes.has(method)) this.#changed();
      return result;
    });
  }

  /**
   * Answers one request of standard LSP.
   *
   * @throws {ResponseError} for whatever goes wrong
   */
  async answer(method: FeatureMethod, params: unknown, documents: Documents, token: CancellationToken): Promise<unknown> {
    const [{ features }, { featureParams }] = await Promise.all([import('./features/index.ts'), import('./features/params.ts')]);
    return this.#cancellable(token, async (signal) => {
      const context = this.#ready();
      const validated = validateParams(featureParams[method], params);
      const workbench = await this.#workbenchOf(context, documents);
      await this.#settings.ready();
      const result: unknown = await features[method](validated as never, { ...context, documents, workbench }, signal);
      if (method === 'workspace/executeCommand') this.#changed();
      return result;
    });
  }

  /** Begins to look into the documents that the editor has open. A store that cannot be used is told by the first request. */
  async follow(documents: Documents): Promise<void> {
    try {
      await this.#workbenchOf(this.#ready(), documents);
      this.#options.editor.watchConfiguration();
      await this.#settings.ready();
    } catch (error) {
      this.#options.editor.error(error instanceof Error ? error.message : String(error));
    }
  }

  /** Takes over a `workspace/didChangeConfiguration`. @param settings its `settings` */
  configure(settings: unknown): void {
    this.#settings.changed(settings);
  }

  /** Takes over that the editor has other folders open. */
  foldersChanged(): void {
    this.#context?.core.workspace.open(this.#options.folders());
  }

  /** Begins to tell of changed providers. A store that cannot be used is told by the first request. */
  watch(): void {
    try {
      this.#ready().core.connections.recover();
      this.#notifier?.start();
    } catch (error) {
      this.#options.editor.error(error instanceof Error ? error.message : String(error));
    }
  }

  /** Closes every connection and listener. */
  async close(): Promise<void> {
    this.#notifier?.stop();
    this.#tokenEnds?.stop();
    this.#context?.trust.close();
    this.#context?.core.workspace.close();
    await this.#workbench?.then((workbench) => workbench.close());
    this.#context?.core.authorizations.close();
    await this.#context?.core.organization.close();
    this.#context?.core.refreshes.close();
    await this.#context?.core.cache.close();
    await this.#context?.core.connections.close();
  }

  /** What documents show of issues may be another thing now. */
  #changed(): void {
    void this.#workbench?.then(({ lookup, transitions }) => {
      transitions.forget();
      lookup.changed();
    });
  }

  async #cancellable<R>(token: CancellationToken, work: (signal: AbortSignal) => Promise<R>): Promise<R> {
    const abort = new AbortController();
    // Many pages at once listen to one signal; Node warns of more than ten.
    setMaxListeners(0, abort.signal);
    const subscription = token.onCancellationRequested(() => abort.abort());
    try {
      if (token.isCancellationRequested) abort.abort();
      abort.signal.throwIfAborted();
      return await work(abort.signal);
    } catch (error) {
      throw responseError(error, abort.signal.aborted, this.#options.editor);
    } finally {
      subscription.dispose();
    }
  }

  #workbenchOf({ core, editor }: Pick<HandlerContext, 'core' | 'editor'>, documents: Documents): Promise<Workbench> {
    return (this.#workbench ??= import('./workbench.ts').then(({ createWorkbench }) => createWorkbench({ core, editor, clientSignIn: this.#clientSignIn, documents, settings: this.#settings, folders: this.#options.folders })));
  }

  #ready(): HandlerContext {
    if (this.#context !== undefined) return this.#context;
    const { storage, initializationOptions, editor } = this.#options;
    const core: Core = createCore({
      storage,
      initializationOptions,
      log: editor,
      vault: createClientVault(editor),
      onAvailabilityChange: () => {
        this.#notifier?.check();
        void this.#workbench?.then(({ references }) => references.tryAgain());
      },
      onRefusal: (message, provider, reason) => this.#clientSignIn.tell({ provider, reason, message }),
      onLeak: (message) => editor.showWarning(message),
      onWithdrawal: (message) => editor.showInfo(message),
      onIssuesChange: editor.capabilities.issuesChanged ? (changed) => editor.issuesChanged(changed) : undefined,
    });
    const trust = new WorkspaceTrust(core, editor);
    core.workspace.watch(() => trust.offer());
    core.workspace.open(this.#options.folders());
    this.#notifier = new ProvidersNotifier(core, editor);
    this.#tokenEnds = new TokenEnds({ ...core, warn: (message, provider) => this.#clientSignIn.tell({ provider, reason: 'credentialsEndSoon', message }) });
    this.#tokenEnds.start();
    const projects = async () => (await this.#workbenchOf({ core, editor }, await this.#options.documents())).projects;
    this.#context = { core, editor, trust, projects };
    return this.#context;
  }
}
