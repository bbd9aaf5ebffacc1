/** Asks the user about servers that the workspace names, before anything is sent to them. */
import type { Core } from '../core/core.ts';
import type { ListedProvider } from '../core/providers/records.ts';
import { trustWorkspaceProvider, undecided } from '../core/workspace/trust.ts';
import type { EditorClient } from './editor-client.ts';
import { EditorFailure } from './within-time.ts';

const ways = { oauth1: 'OAuth, by your approval in the browser', token: 'a personal access token of yours', basic: 'your user name and password' } as const;

/** What the user is asked about a server that the workspace names: who names it, its host, and what is to happen there. */
export function trustQuestion({ name, baseUrl, authentication, offer }: ListedProvider): { readonly host: string; readonly question: string; readonly allow: string } {
  const { host, protocol } = new URL(baseUrl);
  const insecure = protocol === 'http:' ? ' The address is plain http, and can be read on the way.' : '';
  const question = `${offer?.source} names the Jira server ${host} (“${name}”, ${baseUrl}), to sign in by ${ways[authentication.type]}.${insecure} Is this your Jira? Nothing is sent to it before you approve it.`;
  return { host, question, allow: `Approve ${host}` };
}

/** Asks about each server once while the agent runs; “Refuse” is kept, and a question that is dismissed comes back with the next window. */
export class WorkspaceTrust {
  readonly #core: Core;
  readonly #editor: EditorClient;
  readonly #asked = new Set<string>();
  readonly #abort = new AbortController();
  #asking: Promise<void> = Promise.resolve();

  constructor(core: Core, editor: EditorClient) {
    this.#core = core;
    this.#editor = editor;
  }

  /** Asks about what the workspace names and nobody has said anything about. It returns at once, and never throws. */
  offer(): void {
    this.#next(async () => {
      for (const provider of await undecided(this.#core)) {
        if (this.#asked.has(provider.baseUrl)) continue;
        this.#asked.add(provider.baseUrl);
        await this.#ask(provider);
      }
    });
  }

  /** For a request that needs the server now, and is refused meanwhile: asks once more. It returns at once, and never throws. */
  askAgain(id: string): void {
    this.#next(async () => {
      const provider = (await this.#core.store.list()).find((each) => each.id === id);
      const { approval } = provider?.offer ?? {};
      if (provider !== undefined && approval !== undefined && approval !== 'approved') await this.#ask(provider);
    });
  }

  /** Withdraws what is asked. */
  close(): void {
    this.#abort.abort();
  }

  /** One question after another. */
  #next(work: () => Promise<void>): void {
    this.#asking = this.#asking.then(work).catch((error: unknown) => {
      if (!this.#abort.signal.aborted) this.#editor.debug(error instanceof Error ? error.message : String(error));
    });
  }

  async #ask(provider: ListedProvider): Promise<void> {
    const { host, allow, question } = trustQuestion(provider);
    try {
      const answer = await this.#editor.question(question, [allow, 'Not now', 'Refuse'], this.#abort.signal);
      if (answer === allow || answer === 'Refuse') await trustWorkspaceProvider(this.#core, provider.id, host, answer === allow);
    } catch (error) {
      if (!(error instanceof EditorFailure)) throw error;
    }
  }
}
