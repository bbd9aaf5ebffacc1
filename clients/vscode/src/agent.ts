/** The agent, as the parts of the extension see it: requests that start it, and events. */
import { type CancellationToken, type Disposable, type Event, EventEmitter, type ExtensionContext } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import type { CommandArguments, CommandResult } from '../../../protocol/commands.ts';
import type { ParamsInputOf, ResultOf } from '../../../protocol/definition.ts';
import type { Requests } from '../../../protocol/index.ts';
import type { IssuesChanged } from '../../../protocol/issues-changed.ts';
import type { CommandName, RequestMethod } from '../../../protocol/methods.ts';
import type { Provider } from '../../../protocol/provider.ts';
import type { SignInAnswer, SignInOffer } from '../../../protocol/sign-in-offer.ts';
import { AgentSettings } from './agent-settings.ts';
import type { AgentListener, AgentState } from './language-client.ts';

export type { AgentState };

/** One agent for this window. It is started by the first request. */
export class Agent implements Disposable {
  readonly settings: AgentSettings;
  readonly #context: ExtensionContext;
  readonly #providersChanged = new EventEmitter<readonly Provider[]>();
  readonly #issuesChanged = new EventEmitter<IssuesChanged>();
  readonly #stateChanged = new EventEmitter<AgentState>();
  #state: AgentState = 'stopped';
  #client: Promise<LanguageClient> | undefined;
  #runs: AgentListener['runs'] = (_command, _args, run) => run();
  #offerSignIn: (offer: SignInOffer) => Promise<SignInAnswer> = () => Promise.resolve({ answer: 'notNow' });

  constructor(context: ExtensionContext) {
    this.#context = context;
    this.settings = new AgentSettings(context);
  }

  /** The whole list, whenever a provider or its state changed, also in another window. */
  get onDidChangeProviders(): Event<readonly Provider[]> {
    return this.#providersChanged.event;
  }

  /** What is different from what was answered from the cache. */
  get onDidChangeIssues(): Event<IssuesChanged> {
    return this.#issuesChanged.event;
  }

  get onDidChangeState(): Event<AgentState> {
    return this.#stateChanged.event;
  }

  get state(): AgentState {
    return this.#state;
  }

  /** Has `offer` show what the agent offers: to sign in, in one window of all. */
  answerSignInOffers(offer: (offer: SignInOffer) => Promise<SignInAnswer>): void {
    this.#offerSignIn = offer;
  }

  /** The client of the running agent; it is started where it does not run. @throws {Error} where it cannot be started */
  client(): Promise<LanguageClient> {
    return (this.#client ??= this.#start());
  }

  /**
   * Sends a request of the protocol.
   *
   * @throws {ResponseError} with `data` as in `protocol/errors.ts`; see `errors.ts`
   */
  async request<M extends RequestMethod>(method: M, params: ParamsInputOf<Requests[M]>, token?: CancellationToken): Promise<ResultOf<Requests[M]>> {
    const client = await this.client();
    return token === undefined ? client.sendRequest(method, params) : client.sendRequest(method, params, token);
  }

  /** Runs a command of the agent, which asks the user for what its arguments do not say. */
  async run<N extends CommandName>(command: N, args: CommandArguments<N>): Promise<CommandResult<N>> {
    return (await this.client()).sendRequest('workspace/executeCommand', { command, arguments: [args] });
  }

  /** Has a part of the extension run the agent's commands that VS Code runs, for instance those of code actions. */
  takeCommands(runs: AgentListener['runs']): void {
    this.#runs = runs;
  }

  /** The configured providers; no server is asked. */
  async providers(): Promise<readonly Provider[]> {
    return (await this.request('jira/providers', {})).providers;
  }

  /** Starts the agent where there is something for it to do: a server, or somebody who names some. */
  async startIfNeeded(): Promise<void> {
    if (await this.settings.isAnythingConfigured()) await this.client().catch(() => undefined); // The client told why.
  }

  /** Ends the agent and starts it with the settings that are now. */
  async restart(): Promise<void> {
    await this.stop();
    await this.client();
  }

  /** Ends the agent. The next request starts it again. */
  async stop(): Promise<void> {
    const client = await this.#client?.catch(() => undefined);
    this.#client = undefined;
    await client?.dispose();
    this.#become('stopped');
  }

  dispose(): void {
    this.#providersChanged.dispose();
    this.#issuesChanged.dispose();
    this.#stateChanged.dispose();
  }

  async #start(): Promise<LanguageClient> {
    this.#become('starting');
    try {
      // The library is large: it is evaluated when there is an agent to talk to.
      const { startLanguageClient } = await import('./language-client.ts');
      return await startLanguageClient(this.#context, this.settings, {
        providersChanged: (providers) => this.#providersChanged.fire(providers),
        issuesChanged: (change) => this.#issuesChanged.fire(change),
        stateChanged: (state) => this.#become(state),
        runs: (command, args, run) => this.#runs(command, args, run),
        signInOffered: (offer) => this.#offerSignIn(offer),
      });
    } catch (error) {
      this.#client = undefined;
      this.#become('failed');
      throw error;
    }
  }

  #become(state: AgentState): void {
    if (state === this.#state) return;
    this.#state = state;
    this.#stateChanged.fire(state);
  }
}
