/** Files as the core sees them: documents that several agents share, and a place for secrets. */

/** Why a file could not be used. `message` says which file and what to do; it holds nothing of its content. */
export class StorageFailure extends Error {
  override readonly name: string = 'StorageFailure';
}

/**
 * One JSON document on disk that any number of agents read and change at once.
 * It is always whole: a reader sees the state before a change or after it.
 */
export interface Document<T> {
  /**
   * The newest state on disk. It is frozen, since several readers share it: change it by `update` alone.
   *
   * @throws {StorageFailure} when it cannot be read
   */
  read(): Promise<T>;
  /**
   * Changes the state: `change` gets the newest one, under a lock that all agents heed, and edits it
   * in place. When it throws or changes nothing, nothing is written. In the rare case that another agent took
   * the lock away (after this process slept, for instance) it is called again, with the state that is the newest
   * then: it must do nothing but edit the state.
   *
   * @returns what `change` returned
   * @throws {StorageFailure} when it cannot be read, locked or written; the file is then as it was
   * @throws what `change` throws
   */
  update<R>(change: (state: T) => R): Promise<R>;
  /**
   * Tells when the content of the file changed, by whomever, this document included. Every change after this
   * call is told, though several in quick succession may be told as one.
   *
   * @returns a function that ends it
   */
  watch(listener: () => void): () => void;
}

/** What is known of a secret without reading it. */
export interface SecretEntry {
  readonly name: string;
  /** When it was stored; RFC 3339, UTC. */
  readonly createdAt: string;
}

/** Secrets by name, readable by their owner alone. A secret is one string. */
export interface SecretStore {
  /** @throws {StorageFailure} */
  get(name: string): Promise<string | undefined>;
  /** Stores a secret, in the place of one of the same name. @throws {StorageFailure} */
  set(name: string, secret: string): Promise<void>;
  /** Deleting what is not there is no error. @throws {StorageFailure} */
  delete(name: string): Promise<void>;
  /** All secrets, for finding those that nothing refers to any more. @throws {StorageFailure} */
  list(): Promise<SecretEntry[]>;
}

/**
 * A place for secrets outside of the agent's files: the system keyring, or the editor's own. What is stored under an
 * item's name is never changed, only deleted.
 */
export interface SecretVault {
  /** What it is called in messages, for instance `the system keyring`. */
  readonly name: string;
  /** @throws {StorageFailure} when it cannot be used; it is then not known whether there is such an item */
  get(item: string): Promise<string | undefined>;
  /** @throws {StorageFailure} when it cannot be used, or refuses a secret of that length */
  set(item: string, secret: string): Promise<void>;
  /** Deleting what is not there is no error. @throws {StorageFailure} when it cannot be used */
  delete(item: string): Promise<void>;
}
