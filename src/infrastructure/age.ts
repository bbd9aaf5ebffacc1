/** Encryption for a team, in the format of age (C2SP, "The age file encryption format"). */
import { randomBytes, scrypt, type ScryptOptions } from 'node:crypto';
import { promisify } from 'node:util';
import type { Identity, Recipient, Stanza } from 'age-encryption';

/** What may open an encrypted text. */
export interface Opener {
  readonly passphrase?: string | undefined;
  /** Private keys of age: `AGE-SECRET-KEY-1…`. */
  readonly identities: readonly string[];
}

/** Encrypts and decrypts texts; the library is loaded on first use. */
export interface Age {
  /** @returns the text form (armor) of what each of the recipients alone can open. @throws {TypeError} for a recipient that is none */
  encryptTo(recipients: readonly string[], text: string): Promise<string>;
  /** @returns the text form of what the passphrase opens */
  encryptBy(passphrase: string, text: string): Promise<string>;
  /** @returns the text; `undefined` where nothing of the opener opens it. @throws {TypeError} for what is not encrypted with age, or damaged */
  decrypt(armored: string, opener: Opener): Promise<string | undefined>;
  /** Makes a key pair of age: the private half, and the public one. */
  newIdentity(): Promise<{ readonly identity: string; readonly recipient: string }>;
}

/** age's own: a guess takes 256 MiB and a good part of a second. */
const workFactor = 18;

/** The highest that is accepted: a hostile file must not take the memory of the machine. */
const highestWorkFactor = 20;

const label = 'age-encryption.org/v1/scrypt';

/** Makes the encryption. Keys are derived from passphrases by Node.js, on another thread: the library would stand in the way for seconds. */
export function createAge(): Age {
  return {
    async encryptTo(recipients, text) {
      const { Encrypter, armor } = await import('age-encryption');
      const encrypter = new Encrypter();
      try {
        for (const recipient of recipients) encrypter.addRecipient(recipient);
      } catch {
        throw new TypeError('One of the recipients is no public key of age.');
      }
      return `${armor.encode(await encrypter.encrypt(text)).trim()}\n`;
    },

    async encryptBy(passphrase, text) {
      const { Encrypter, armor } = await import('age-encryption');
      const encrypter = new Encrypter();
      encrypter.addRecipient(await passphraseRecipient(passphrase));
      return `${armor.encode(await encrypter.encrypt(text)).trim()}\n`;
    },

    async decrypt(armored, { passphrase, identities }) {
      const { Decrypter, armor } = await import('age-encryption');
      const decrypter = new Decrypter();
      for (const identity of identities) decrypter.addIdentity(identity);
      if (passphrase !== undefined) decrypter.addIdentity(await passphraseIdentity(passphrase));
      if (passphrase === undefined && identities.length === 0) return undefined;
      try {
        return await decrypter.decrypt(armor.decode(armored), 'text');
      } catch (error) {
        if (error instanceof Error && error.message === noMatch) return undefined;
        throw new TypeError('It is not encrypted with age, or damaged.');
      }
    },

    async newIdentity() {
      const { generateX25519Identity, identityToRecipient } = await import('age-encryption');
      const identity = await generateX25519Identity();
      return { identity, recipient: await identityToRecipient(identity) };
    },
  };
}

/** How the library says that nothing opened the file. */
const noMatch = "no identity matched any of the file's recipients";

/** Wraps a file key as the format says of scrypt stanzas. */
async function passphraseRecipient(passphrase: string): Promise<Recipient> {
  const [{ Stanza }, { chacha20poly1305 }] = await Promise.all([import('age-encryption'), import('@noble/ciphers/chacha.js')]);
  return {
    async wrapFileKey(fileKey) {
      const salt = randomBytes(16);
      const key = await derive(passphrase, salt, workFactor);
      return [new Stanza(['scrypt', unpadded(salt), String(workFactor)], chacha20poly1305(key, zeroNonce).encrypt(fileKey))];
    },
  };
}

async function passphraseIdentity(passphrase: string): Promise<Identity> {
  const { chacha20poly1305 } = await import('@noble/ciphers/chacha.js');
  return {
    async unwrapFileKey(stanzas) {
      const [stanza] = stanzas.filter(({ args }) => args[0] === 'scrypt');
      if (stanza === undefined || stanzas.length > 1) return null;
      const { salt, logN } = readScryptStanza(stanza);
      try {
        return chacha20poly1305(await derive(passphrase, salt, logN), zeroNonce).decrypt(stanza.body);
      } catch {
        return null;
      }
    },
  };
}

function readScryptStanza({ args, body }: Stanza): { salt: Buffer; logN: number } {
  const [, encodedSalt = '', factor = ''] = args;
  const salt = Buffer.from(encodedSalt, 'base64');
  const logN = /^[1-9]\d?$/.test(factor) ? Number(factor) : Number.NaN;
  if (args.length !== 3 || salt.length !== 16 || unpadded(salt) !== encodedSalt || !(logN <= highestWorkFactor) || body.length !== 32) {
    throw new TypeError('The passphrase stanza is not as the format has it.');
  }
  return { salt, logN };
}

const zeroNonce = new Uint8Array(12);

async function derive(passphrase: string, salt: Buffer, logN: number): Promise<Uint8Array> {
  const N = 2 ** logN;
  const run = promisify<string, Buffer, number, ScryptOptions, Buffer>(scrypt);
  return new Uint8Array(await run(passphrase, Buffer.concat([Buffer.from(label), salt]), 32, { N, r: 8, p: 1, maxmem: 2 * 128 * N * 8 }));
}

function unpadded(bytes: Buffer): string {
  return bytes.toString('base64').replace(/=+$/, '');
}
