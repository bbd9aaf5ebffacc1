import type { KeyObject } from 'node:crypto';
import { readPublicKey } from './verify.ts';

/** An incoming application link, as an administrator makes it. */
export interface ApplicationLink {
  readonly consumerKey: string;
  /** PEM public key, PEM certificate, or bare base64. */
  readonly publicKey: string;
  readonly name?: string;
}

/** Who signs requests. */
export interface Consumer {
  readonly key: string;
  readonly name: string;
  readonly publicKey: KeyObject;
}

/** The consumers that a site knows. */
export class ConsumerStore {
  readonly #byKey = new Map<string, Consumer>();

  /**
   * Adds a link, or replaces that of the same consumer key.
   *
   * @throws {TypeError} when the key cannot be read
   */
  add({ consumerKey, publicKey, name }: ApplicationLink): Consumer {
    const consumer = { key: consumerKey, name: name ?? consumerKey, publicKey: readPublicKey(publicKey) };
    this.#byKey.set(consumerKey, consumer);
    return consumer;
  }

  /** Finds a consumer by its key. */
  find(key: string): Consumer | undefined {
    return this.#byKey.get(key);
  }

  /** Forgets a consumer. */
  remove(key: string): void {
    this.#byKey.delete(key);
  }
}
