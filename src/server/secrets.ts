/** Where secrets are kept: a file, the system's keyring, or the editor's own storage. */
import type { InitializationOptions } from '../../protocol/initialize.ts';
import type { Log } from '../infrastructure/log.ts';
import { createKeyring } from '../infrastructure/storage/keyring.ts';
import { createSecretStore, type MovableSecretStore } from '../infrastructure/storage/secret-store.ts';
import { StorageFailure, type SecretVault } from '../infrastructure/storage/storage.ts';

/**
 * Opens the store of secrets. Whatever the place for new ones, those in the other places are still found.
 * `auto` takes the keyring where there is one, and the file where there is none.
 *
 * @param setting the client's `credentialStore`
 * @param file in the storage folder
 * @param editor the editor's own place, where it declared one
 */
export function openSecrets(setting: NonNullable<InitializationOptions['credentialStore']>, file: string, log: Log, editor: SecretVault | undefined): MovableSecretStore {
  const vaults = { keyring: createKeyring(), client: editor ?? undeclared };
  return createSecretStore({
    file,
    vaults,
    place: setting === 'file' ? undefined : setting === 'auto' ? 'keyring' : setting,
    onRepair: (message) => log.warn(message),
    onFallback: setting === 'auto' ? (message) => log.info(message) : undefined,
  });
}

/** The place of an editor that declared none: secrets that another editor keeps are not to be had here. */
const undeclared: SecretVault = {
  name: "the editor's own storage",
  get: () => Promise.reject(noStorage()),
  set: () => Promise.reject(noStorage()),
  delete: () => Promise.reject(noStorage()),
};

function noStorage(): StorageFailure {
  return new StorageFailure('This editor does not keep secrets for the agent (capability `secrets`). Set `credentialStore` to "auto", "keyring" or "file".');
}
