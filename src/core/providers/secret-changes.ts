/** Changes of the configuration together with a secret: whole or not at all, also under `kill -9`. */
import type { Clock } from '../../infrastructure/clock.ts';
import type { Document, SecretStore } from '../../infrastructure/storage/storage.ts';
import { untilAborted } from '../until-aborted.ts';
import type { Configuration } from './records.ts';

/** Makes an identifier that was never used before. */
export type NewId = (prefix: string) => string;

/** What a change came to. */
export interface Changed<R> {
  readonly result: R;
  /** The names of the secrets that nothing refers to any more. */
  readonly obsolete: readonly string[];
}

/** Milliseconds after which a secret that is noted as unused was left behind by an agent that died. */
const longestChange = 3_600_000;

/**
 * Secrets and configuration are two files, so the order of writing makes a change atomic: first the
 * name of the new secret is noted as unused, then the secret is stored under it, then the
 * configuration that refers to it is written, which is the change itself, and last the old secret is
 * deleted. Whatever is noted as unused for long is deleted by the next change; nothing else ever is.
 */
export class SecretChanges {
  readonly #configuration: Document<Configuration>;
  readonly #secrets: SecretStore;
  readonly #newId: NewId;
  readonly #clock: Clock;

  constructor(configuration: Document<Configuration>, secrets: SecretStore, newId: NewId, clock: Clock) {
    this.#configuration = configuration;
    this.#secrets = secrets;
    this.#newId = newId;
    this.#clock = clock;
  }

  /**
   * Stores a secret and changes the configuration to refer to it.
   *
   * @param change edits the configuration in place; when it throws, nothing is changed
   * @param signal ends the waiting for who keeps the secret, who may never answer; once it is aborted, nothing is changed
   */
  async store<R>(secret: string, change: (configuration: Configuration, secretName: string) => Changed<R>, signal?: AbortSignal): Promise<R> {
    const name = this.#newId('secret');
    await this.#configuration.update((configuration) => this.#note(configuration, [name]));
    const kept = this.#secrets.set(name, secret);
    try {
      await (signal === undefined ? kept : untilAborted(kept, signal));
      return await this.change((configuration) => {
        signal?.throwIfAborted();
        const changed = change(configuration, name);
        forget(configuration, [name]);
        return changed;
      });
    } catch (error) {
      const cleared = kept.catch(() => undefined).then(() => this.#clear([name]));
      if (signal?.aborted !== true) await cleared;
      throw error;
    }
  }

  /** Changes the configuration, and deletes the secrets that it refers to no more. */
  async change<R>(change: (configuration: Configuration) => Changed<R>): Promise<R> {
    const { result, garbage } = await this.#configuration.update((configuration) => {
      const { result, obsolete } = change(configuration);
      this.#note(configuration, obsolete);
      const oldest = this.#clock.now() - longestChange;
      const left = configuration.unusedSecrets.filter(({ since }) => Date.parse(since) < oldest).map(({ secret }) => secret);
      return { result, garbage: [...obsolete, ...left] };
    });
    await this.#clear(garbage);
    return result;
  }

  #note(configuration: Configuration, names: readonly string[]): void {
    const since = new Date(this.#clock.now()).toISOString();
    configuration.unusedSecrets.push(...names.map((secret) => ({ secret, since })));
  }

  /** The change is made by now, so a failure is no failure of it: what is left stays noted, for the next one. */
  async #clear(names: readonly string[]): Promise<void> {
    if (names.length === 0) return;
    try {
      for (const name of names) await this.#secrets.delete(name);
      await this.#configuration.update((configuration) => forget(configuration, names));
    } catch {
      // Noted.
    }
  }
}

function forget(configuration: Configuration, names: readonly string[]): void {
  configuration.unusedSecrets = configuration.unusedSecrets.filter(({ secret }) => !names.includes(secret));
}
