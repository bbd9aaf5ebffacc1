/** Files as the core sees them: documents that several agents share, and a place for secrets. */

/** Why a file could not be used. `message` says which file and what to do; it holds nothing of its content. */
export class StorageFailure extends Error {
  override readonly name = 'StorageFailure';
}

/**
 * One JSON document on disk that any number of agents read and change at once.
 * It is always whole: a reader sees the state before a change or after it.
 */
export interface Document<T> {
  /**
   * The newest state on disk.
   *
   * @throws {StorageFailure} when it cannot be read
   */
  read(): Promise<T>;
  /**
   * Changes the state: `change` gets the newest one, under a lock that all agents heed, and edits it
   * in place. When it throws, nothing is written.
   *
   * @returns what `change` returned
   * @throws {StorageFailure} when it cannot be read, locked or written
   */
  update<R>(change: (state: T) => R): Promise<R>;
  /**
   * Tells when the file changed, by whomever.
   *
   * @returns a function that ends it
   */
  watch(listener: () => void): () => void;
}

/** Secrets by name, readable by their owner alone. A secret is one string. */
export interface SecretStore {
  /** @throws {StorageFailure} */
  get(name: string): Promise<string | undefined>;
  /** @throws {StorageFailure} */
  set(name: string, secret: string): Promise<void>;
  /** Deleting what is not there is no error. @throws {StorageFailure} */
  delete(name: string): Promise<void>;
}
