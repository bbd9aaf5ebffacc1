/** Private keys that a team shares: encrypted, wherever they lie. */
import * as z from 'zod';
import { optional } from './primitives.ts';

/** What age writes with `--armor` (C2SP, "The age file encryption format"): nothing in it is in the clear. */
export const AgeText = z
  .string()
  .max(20_000)
  .regex(
    /^\s*-----BEGIN AGE ENCRYPTED FILE-----\r?\n[A-Za-z0-9+/=\r\n]+-----END AGE ENCRYPTED FILE-----\s*$/,
    'is not an encrypted file of age in its text form (-----BEGIN AGE ENCRYPTED FILE-----)',
  )
  .meta({ id: 'AgeText', description: 'A file encrypted with age, in its text form.' });

/** Who can read what is encrypted. */
export const AgeRecipient = z
  .string()
  .trim()
  .max(3000)
  .regex(/^age1[a-z0-9]+$/, 'is no recipient of age: it begins with “age1”')
  .meta({ id: 'AgeRecipient', description: 'A public key of age, as `age-keygen` prints it.' });

/** A fingerprint, as `KeyPair` has it. */
export const Fingerprint = z
  .string()
  .regex(/^SHA256:[A-Za-z0-9+/]{43}$/)
  .meta({ id: 'Fingerprint', description: '`SHA256:` and the unpadded base64 of the SHA-256 of the SPKI DER of a public key.' });

/** The private key of an application link, encrypted for the team. */
export const SharedKey = z
  .strictObject({
    fingerprint: Fingerprint,
    privateKey: AgeText.describe('The private key in PEM, encrypted for recipients or by a passphrase.'),
    identity: optional(AgeText).describe('The identity of age that opens `privateKey`, encrypted by the passphrase of the team.'),
  })
  .meta({ id: 'SharedKey', description: 'The private key of an application link, encrypted for the team.' });

/** A passphrase that protects a key which others can get at: whoever has the file can try passphrases at leisure. */
export const TeamPassphrase = z
  .string()
  .min(12, 'is shorter than 12 characters: whoever gets the encrypted key can try passphrases at leisure')
  .max(1000)
  .describe('The passphrase of the team, of 12 characters at least; four or five random words are good. It is not stored.');

export type SharedKey = z.output<typeof SharedKey>;
