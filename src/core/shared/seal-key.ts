/** Encrypts the private key of an application link for a team. */
import type { SharedKey } from '../../../protocol/shared-keys.ts';
import type { Age } from '../../infrastructure/age.ts';
import { invalidParams } from '../errors.ts';

/** Who can open what is encrypted. */
export interface Sealing {
  /** Public keys of age, the one of the team's identity included. */
  readonly recipients: readonly string[];
  /** The identity of the team, encrypted by its passphrase. */
  readonly identity?: string | undefined;
}

/**
 * Prepares the encryption. Of a passphrase comes an identity of age that is encrypted by it: so keys are added later
 * without the passphrase, and open without it for who gave it once.
 *
 * @throws {JiraError} invalidParams where nobody could open anything
 */
export async function prepareSealing(age: Age, passphrase: string | undefined, recipients: readonly string[]): Promise<Sealing> {
  if (passphrase === undefined) {
    if (recipients.length === 0) throw invalidParams('passphrase', 'Say who can open the keys: give a `passphrase`, `recipients` of age, or both.');
    return { recipients };
  }
  const { identity, recipient } = await age.newIdentity();
  return { recipients: [recipient, ...recipients], identity: await age.encryptBy(passphrase, identity) };
}

/** @param privateKey PEM @throws {JiraError} invalidParams for a recipient that is none */
export async function sealKey(age: Age, key: { readonly privateKey: string; readonly fingerprint: string }, { recipients, identity }: Sealing): Promise<SharedKey> {
  try {
    return { fingerprint: key.fingerprint, privateKey: await age.encryptTo(recipients, key.privateKey), identity };
  } catch (error) {
    if (error instanceof TypeError) throw invalidParams('recipients', error.message);
    throw error;
  }
}
