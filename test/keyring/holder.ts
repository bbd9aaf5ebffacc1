/** A process that keeps secrets as the agent does, and does to them what it is told to. */
import { createKeyring } from '../../src/infrastructure/storage/keyring.ts';
import { createSecretStore, type MovableSecretStore } from '../../src/infrastructure/storage/secret-store.ts';

/** One call of the store. */
export interface Call {
  readonly method: keyof MovableSecretStore;
  readonly args: readonly string[];
}

/** What it gave, or why it failed. */
export interface Outcome {
  readonly result?: unknown;
  readonly failure?: string;
}

const [, , file, place] = process.argv;
const say = (message: unknown): void => void process.send!(message);
const store = createSecretStore({
  file: file!,
  vaults: { keyring: createKeyring() },
  place: place === 'file' ? undefined : 'keyring',
  fallback: place === 'auto' ? { onUse: (message) => say({ note: message }) } : undefined,
  onRepair: (message) => say({ note: message }),
});

process.on('message', ({ method, args }: Call) => {
  const call = store[method] as (...args: readonly string[]) => Promise<unknown>;
  void call.apply(store, [...args]).then(
    (result) => say({ result }),
    (error: unknown) => say({ failure: String(error) }),
  );
});
