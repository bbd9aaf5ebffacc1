/** Tells the client of changed providers: of this window, of another, and of the network. */
import type { Provider } from '../../protocol/provider.ts';
import type { Core } from '../core/core.ts';
import { toProvider } from '../core/providers/records.ts';
import type { EditorClient } from './editor-client.ts';

/** The providers as clients see them just now. */
export async function currentProviders({ store, connections }: Core): Promise<Provider[]> {
  return (await store.list()).map((record) => toProvider(record, connections.isUnreachable(record.id), connections.pausedUntil(record.id)));
}

/** Sends `jira/providersChanged` when what a client would see is no longer what it saw last. */
export class ProvidersNotifier {
  readonly #core: Core;
  readonly #editor: EditorClient;
  #last: string | undefined;
  #checking: Promise<void> = Promise.resolve();
  #stop: (() => void) | undefined;

  constructor(core: Core, editor: EditorClient) {
    this.#core = core;
    this.#editor = editor;
  }

  /** Begins to watch; what is there now is what the client can ask for, and is not told. */
  start(): void {
    if (this.#stop !== undefined) return;
    this.#stop = this.#core.store.watch(() => this.check());
    this.#checking = this.#look(() => undefined);
  }

  /** Looks whether something changed; one look at a time. */
  check(): void {
    if (this.#stop === undefined) return;
    this.#checking = this.#checking.then(() => this.#look((providers) => this.#editor.providersChanged(providers)));
  }

  /** Ends the watching. */
  stop(): void {
    this.#stop?.();
    this.#stop = undefined;
  }

  async #look(tell: (providers: Provider[]) => void): Promise<void> {
    try {
      const providers = await currentProviders(this.#core);
      const seen = JSON.stringify(providers);
      if (seen === this.#last) return;
      this.#last = seen;
      tell(providers);
    } catch (error) {
      // A store that cannot be read is told by the request that needs it.
      this.#editor.debug(error instanceof Error ? error.message : String(error));
    }
  }
}
