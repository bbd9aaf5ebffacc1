/** Where secrets are kept: a file, the system's keyring, or the editor's own storage. */
import type { InitializationOptions } from '../../protocol/initialize.ts';
import type { Log } from '../infrastructure/log.ts';
import { createKeyring } from '../infrastructure/storage/keyring.ts';
import { createSecretStore, type MovableSecretStore } from '../infrastructure/storage/secret-store.ts';
import type { SecretVault } from '../infrastructure/storage/storage.ts';

/**
 * Opens the store of secrets. Whatever the place for new ones, those in the other places are still found, and are
 * brought to the new place in the background: a request that needs one meanwhile finds it.
 * `auto` takes the keyring where there is one, since all editors can read it; where there is none the editor's own
 * storage, if it has one; then the file. What another editor has put somewhere stays in reach of it.
 *
 * @param setting the client's `credentialStore`
 * @param file in the storage folder
 * @param editor the editor's own place
 * @param moves whether they are brought to the new place; a command that just looks does not know what the client set
 */
export function openSecrets(setting: NonNullable<InitializationOptions['credentialStore']>, file: string, log: Log, editor: SecretVault, moves: boolean): MovableSecretStore {
  const told = new Set<string>();
  const warnOnce = (message: string): void => {
    if (!told.has(message)) log.warn(message);
    told.add(message);
  };
  const secrets = createSecretStore({
    file,
    vaults: { keyring: createKeyring(), client: editor },
    place: setting === 'file' ? undefined : setting === 'auto' ? 'keyring' : setting,
    onRepair: warnOnce,
    fallback: setting === 'auto' ? { place: 'client', onUse: (message) => log.info(message) } : undefined,
  });
  if (moves) secrets.moveAll().catch((error: unknown) => warnOnce(error instanceof Error ? error.message : String(error)));
  return secrets;
}
