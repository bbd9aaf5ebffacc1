/** A map that forgets what was set longest ago. */
export class LimitedMap<K, V> {
  readonly #entries = new Map<K, V>();
  readonly #most: number;

  /** @param most entries that are kept */
  constructor(most: number) {
    this.#most = most;
  }

  get(key: K): V | undefined {
    return this.#entries.get(key);
  }

  set(key: K, value: V): void {
    this.#entries.delete(key);
    this.#entries.set(key, value);
    if (this.#entries.size > this.#most) this.#entries.delete(this.#entries.keys().next().value!);
  }

  delete(key: K): void {
    this.#entries.delete(key);
  }

  /** Deletes the entries whose keys fit. */
  deleteWhere(fits: (key: K) => boolean): void {
    for (const key of this.#entries.keys()) if (fits(key)) this.#entries.delete(key);
  }
}
