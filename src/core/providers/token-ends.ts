/** Warns of personal access tokens that end soon: without it they end in silence, and lists are then refused. */
import type { Clock } from '../../infrastructure/clock.ts';
import type { Log } from '../../infrastructure/log.ts';
import { personalAccessTokensUrl } from '../jira/server-info.ts';
import type { ProviderStore } from './provider-store.ts';
import type { ProviderRecord } from './records.ts';

const day = 86_400_000;
/** Milliseconds before the end. */
const ahead = 7 * day;
/** Milliseconds between two looks: a window may stay open for weeks. */
const pause = day / 4;

/** What the warnings are made with. */
export interface TokenEndsOptions {
  readonly store: ProviderStore;
  readonly clock: Clock;
  readonly log: Log;
  /** Shows a warning about a provider to the user. */
  readonly warn: (message: string, provider: string) => void;
}

/** Looks now and then. Each end is told once, by one of the agents that share the storage. */
export class TokenEnds {
  readonly #options: TokenEndsOptions;
  #cancel: (() => void) | undefined;

  constructor(options: TokenEndsOptions) {
    this.#options = options;
  }

  /** Looks at once, and every six hours from now on. */
  start(): void {
    void this.#look();
    this.#cancel = this.#options.clock.after(pause, () => this.start());
  }

  /** Looks no more. */
  stop(): void {
    this.#cancel?.();
  }

  async #look(): Promise<void> {
    const { store, clock, log, warn } = this.#options;
    try {
      for (const record of await store.list()) {
        const end = endSoon(record, clock.now());
        if (end !== undefined && (await store.note(record, { endTold: end }))) warn(warning(record, end), record.id);
      }
    } catch (error) {
      // A store that cannot be used is told by the request that needs it.
      log.debug(error instanceof Error ? error.message : String(error));
    }
  }
}

/** The end that has to be told. Access by OAuth is renewed by itself. */
function endSoon({ authentication: { type, expiresAt }, state, endTold }: ProviderRecord, now: number): string | undefined {
  if (type !== 'token' || state !== 'connected' || expiresAt === undefined || expiresAt === endTold) return undefined;
  const left = Date.parse(expiresAt) - now;
  return left > 0 && left <= ahead ? expiresAt : undefined;
}

function warning({ name, baseUrl }: ProviderRecord, end: string): string {
  return `${name}: the personal access token ends on ${end.slice(0, 10)}. Create a new one and configure the provider with it: ${personalAccessTokensUrl(baseUrl)}`;
}
