/** Opens the private key of an application link that a team shares. */
import type { SharedKey } from '../../../protocol/shared-keys.ts';
import type { Age, Opener } from '../../infrastructure/age.ts';
import { invalidParams, JiraError } from '../errors.ts';
import { readPrivateKey } from '../keys/private-key.ts';

/** A key that signs. */
export interface OpenedKey {
  readonly fingerprint: string;
  /** Unencrypted PKCS#8, PEM. */
  readonly privateKey: string;
  /** The identity of age by which later keys open too, where a passphrase gave it away. */
  readonly identity?: string | undefined;
}

/**
 * Opens a key by the identities of the user, else by the passphrase of the team: that opens either the key, or the
 * identity of the team beside it.
 *
 * @param source who publishes it, for messages
 * @returns `undefined` where neither fits
 * @throws {JiraError} `unsupported` for one that is damaged, or another one than it says
 */
export async function openKey(age: Age, key: SharedKey, opener: Opener, source: string): Promise<OpenedKey | undefined> {
  const { fingerprint } = key;
  try {
    const byIdentity = await age.decrypt(key.privateKey, { identities: opener.identities });
    if (byIdentity !== undefined) return { fingerprint, privateKey: await read(byIdentity, fingerprint) };
    if (opener.passphrase === undefined) return undefined;
    const { passphrase } = opener;
    const identity = key.identity === undefined ? undefined : firstIdentity(await age.decrypt(key.identity, { passphrase, identities: [] }));
    const text = await age.decrypt(key.privateKey, identity === undefined ? { passphrase, identities: [] } : { identities: [identity] });
    return text === undefined ? undefined : { fingerprint, privateKey: await read(text, fingerprint), identity };
  } catch (error) {
    if (error instanceof WrongKey || error instanceof TypeError) {
      throw new JiraError('unsupported', `A key that ${source} publishes is damaged, or another one than it says. Ask whoever published it to do it again.`);
    }
    throw error;
  }
}

/** The error for a key that nothing opens. @param passphrase the one that was tried, where one was */
export function lockedError(source: string, passphrase: string | undefined): JiraError {
  return passphrase === undefined
    ? invalidParams('passphrase', `The key that ${source} shares is encrypted for the team: give its \`passphrase\`, or name a file with your identity of age by the setting \`ageIdentities\`.`)
    : invalidParams('passphrase', `The passphrase does not open the key that ${source} shares. Check it, and whether it was changed.`);
}

class WrongKey extends Error {}

async function read(text: string, fingerprint: string): Promise<string> {
  const key = await readPrivateKey(text).catch(() => undefined);
  if (key?.fingerprint !== fingerprint) throw new WrongKey();
  return key.pem;
}

function firstIdentity(text: string | undefined): string | undefined {
  return text?.split(/\r?\n/).map((line) => line.trim()).find((line) => line.startsWith('AGE-SECRET-KEY-'));
}
