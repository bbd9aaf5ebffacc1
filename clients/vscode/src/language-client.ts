/** The agent as a language server: how it is started, what it is told, and what happens when it ends. */
import { env, type ExtensionContext, l10n, type SecretStorage, Uri, window } from 'vscode';
import {
  CloseAction,
  type ErrorHandler,
  ErrorAction,
  LanguageClient,
  type LanguageClientOptions,
  type NodeModule,
  State,
  type StaticFeature,
  TransportKind,
} from 'vscode-languageclient/node';
import type { ClientCapabilities } from '../../../protocol/initialize.ts';
import type { IssuesChanged } from '../../../protocol/issues-changed.ts';
import type { SignInAnswer, SignInOffer } from '../../../protocol/sign-in-offer.ts';
import { editorRequestMethods, notificationMethods } from '../../../protocol/methods.ts';
import type { Provider } from '../../../protocol/provider.ts';
import type { AgentSettings } from './agent-settings.ts';

/** `stopped` also before the first start; `failed` where it ended too often, or cannot be started. */
export type AgentState = 'stopped' | 'starting' | 'running' | 'failed';

/** Whom the agent's messages are for. */
export interface AgentListener {
  providersChanged(providers: readonly Provider[]): void;
  issuesChanged(change: IssuesChanged): void;
  stateChanged(state: AgentState): void;
  /** VS Code runs a command of the agent, for instance of a code action. @param run has the agent do it */
  runs(command: string, args: readonly unknown[], run: () => Promise<unknown>): Promise<unknown>;
  /** Answers when the user has signed in, or does not want to. */
  signInOffered(offer: SignInOffer): Promise<SignInAnswer>;
}

/** Starts the agent. @throws {Error} where it does not start; the client has told the user why */
export async function startLanguageClient(context: ExtensionContext, settings: AgentSettings, listener: AgentListener): Promise<LanguageClient> {
  const client = new LanguageClient('jira', 'Jira', programOf(settings), clientOptions(settings, listener));
  client.registerFeature(jiraCapabilities);
  keepSecrets(client, context.secrets);
  tellExternalAddresses(client);
  client.onNotification(notificationMethods.providersChanged, ({ providers }: { providers: readonly Provider[] }) => listener.providersChanged(providers));
  client.onNotification(notificationMethods.issuesChanged, (change: IssuesChanged) => listener.issuesChanged(change));
  client.onRequest(editorRequestMethods.offerSignIn, (offer: SignInOffer) => listener.signInOffered(offer));
  client.onDidChangeState(({ newState }) => listener.stateChanged(states[newState]));
  await client.start();
  return client;
}

const states: Record<State, AgentState> = { [State.Stopped]: 'stopped', [State.Starting]: 'starting', [State.Running]: 'running', [State.StartFailed]: 'failed' };

function programOf({ program, node, environment }: AgentSettings): NodeModule {
  return {
    module: program,
    transport: TransportKind.stdio,
    options: { env: environment },
    ...(node === undefined ? {} : { runtime: node }),
  };
}

/** Keys of issues are known in every text of the user, and not in what VS Code itself writes. */
const documentSelector = ['file', 'untitled', 'jira', 'vscode-scm', 'vscode-notebook-cell', 'vscode-vfs'].map((scheme) => ({ scheme }));

function clientOptions(settings: AgentSettings, listener: AgentListener): LanguageClientOptions {
  return {
    middleware: { executeCommand: (command, args, next) => listener.runs(command, args, async () => next(command, args)) },
    documentSelector,
    initializationOptions: () => settings.options,
    synchronize: { configurationSection: 'jira' },
    errorHandler: new Restarts(),
  };
}

/** What this client can do beside LSP. */
const jiraCapabilities: StaticFeature = {
  fillClientCapabilities(capabilities) {
    const jira: Partial<ClientCapabilities> = { providersChanged: true, issuesChanged: true, secrets: true, signIn: true, externalAddress: true };
    capabilities.experimental = { ...(capabilities.experimental as object | undefined), jira };
  },
  initialize() {},
  getState: () => ({ kind: 'static' }),
  clear() {},
};

/**
 * VS Code knows how the user's browser reaches this machine: over SSH, from within a container or beside a window in a
 * browser it forwards the port. Elsewhere it gives back what it got.
 */
function tellExternalAddresses(client: LanguageClient): void {
  client.onRequest(editorRequestMethods.externalAddress, async ({ address }: { address: string }) => {
    const { origin, pathname } = new URL(address);
    // Some that embed VS Code forward the port, and forget the path.
    const external = new URL((await env.asExternalUri(Uri.parse(origin, true))).toString());
    return { address: `${external.origin}${external.pathname.replace(/\/$/, '')}${pathname}` };
  });
}

/** VS Code keeps the agent's secrets: for the user, in every window, and on the user's own machine. */
function keepSecrets(client: LanguageClient, secrets: SecretStorage): void {
  client.onRequest(editorRequestMethods.readSecret, async ({ name }: { name: string }) => ({ secret: (await secrets.get(name)) ?? null }));
  client.onRequest(editorRequestMethods.storeSecret, async ({ name, secret }: { name: string; secret: string }) => {
    await secrets.store(name, secret);
    return null;
  });
  client.onRequest(editorRequestMethods.deleteSecret, async ({ name }: { name: string }) => {
    await secrets.delete(name);
    return null;
  });
}

/** An agent that ended by itself is started again, and the user is told once; not one that ends again and again. */
class Restarts implements ErrorHandler {
  readonly #ends: number[] = [];

  error(): { action: ErrorAction } {
    return { action: ErrorAction.Continue };
  }

  closed(): { action: CloseAction; handled: boolean } {
    const now = Date.now();
    this.#ends.push(now);
    const recent = this.#ends.filter((end) => now - end < shortWhile);
    if (recent.length > mostEnds) {
      void window.showErrorMessage(l10n.t('The Jira agent ended five times within three minutes, and is not started again. The output “Jira” may say why.'));
      return { action: CloseAction.DoNotRestart, handled: true };
    }
    if (recent.length === 1) void window.showWarningMessage(l10n.t('The Jira agent ended by itself, and was started again.'));
    return { action: CloseAction.Restart, handled: true };
  }
}

/** Milliseconds. */
const shortWhile = 180_000;
const mostEnds = 4;
