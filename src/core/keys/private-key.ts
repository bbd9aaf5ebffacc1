/** Reads the RSA private key that a user pasted. */
import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { fingerprintOf } from './fingerprint.ts';
import { decryptLegacyKey } from './legacy-encryption.ts';
import { lookalikeOfDer, lookalikeOfLabel, lookalikeOfText } from './lookalike.ts';
import { type PemBlock, readPem, unwrap, writePem } from './pem.ts';
import { type Lookalike, passphraseMissing, passphraseWrong, refused, tooSmall } from './private-key-refusals.ts';

/** An RSA private key, with what is known of it. */
export interface RsaPrivateKey {
  /** PKCS#8, PEM, not encrypted. */
  readonly pem: string;
  readonly bits: number;
  readonly fingerprint: string;
  /** SPKI, PEM. */
  readonly publicKey: string;
}

/** A form of private key: its label in PEM, and what is to be found below it. */
interface Form {
  readonly label: string;
  readonly content: Lookalike;
}

const forms: readonly Form[] = [
  { label: 'PRIVATE KEY', content: 'pkcs8Key' },
  { label: 'ENCRYPTED PRIVATE KEY', content: 'encryptedKey' },
  { label: 'RSA PRIVATE KEY', content: 'pkcs1Key' },
];

/** Less was broken in public long ago (RSA-768 in 2009), and Jira's documentation begins at 1024. */
const leastBits = 1024;

/**
 * Reads an RSA private key in PEM: PKCS#8 or PKCS#1, encrypted or not, among other things or alone,
 * with line breaks, with spaces in their place, or with none. The numbers in it are checked against
 * one another, so that a damaged key is found here and not by Jira.
 *
 * @param text as it was pasted
 * @param passphrase for an encrypted key; one too many does no harm
 * @throws {JiraError} invalidParams for `authentication.privateKey` or `authentication.passphrase`,
 *   saying what the text looks like instead; it never repeats the text
 */
export async function readPrivateKey(text: string, passphrase?: string): Promise<RsaPrivateKey> {
  const key = await open(await findKey(unwrap(text)), passphrase);
  assertUsable(key);
  const publicKey = createPublicKey(key);
  return {
    pem: key.export({ type: 'pkcs8', format: 'pem' }).toString(),
    bits: modulusLength(key),
    fingerprint: fingerprintOf(publicKey),
    publicKey: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
  };
}

type KeyBlock = PemBlock & Form;

async function findKey(text: string): Promise<KeyBlock> {
  const blocks = readPem(text);
  const [block, another] = blocks.flatMap((each) => {
    const form = forms.find(({ label }) => label.replaceAll(' ', '') === each.label.replaceAll(' ', ''));
    return form === undefined ? [] : [{ ...each, ...form }];
  });
  if (another !== undefined) throw refused('several');
  if (block === undefined) throw refused(blocks[0] === undefined ? await lookalikeOfText(text) : lookalikeOfLabel(blocks[0].label));
  if (!block.complete) throw refused('cutShort');
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(block.base64)) throw refused(block.base64 === '' ? 'cutShort' : 'damaged');
  return block;
}

async function open(block: KeyBlock, passphrase = ''): Promise<KeyObject> {
  try {
    return createPrivateKey({ key: writePem(block.label, block), passphrase });
  } catch (error) {
    const form = await formOf(block);
    if (form.label !== block.label) return await open({ ...block, ...form }, passphrase);
    if (block.encryption === undefined && block.content !== 'encryptedKey') throw refused('damaged');
    if (passphrase === '') throw passphraseMissing();
    if (!isUnsupported(error)) throw passphraseWrong();
  }
  return await openLegacy(block, passphrase);
}

async function openLegacy(block: PemBlock, passphrase: string): Promise<KeyObject> {
  const pem = await decryptLegacyKey(block, passphrase);
  if (pem === 'unsupported') throw refused('unsupportedEncryption');
  if (pem === undefined) throw passphraseWrong();
  try {
    return createPrivateKey(pem);
  } catch {
    throw passphraseWrong();
  }
}

/** That an algorithm is missing, and not that the passphrase is wrong. */
function isUnsupported(error: unknown): boolean {
  const { code } = error as NodeJS.ErrnoException;
  return code === 'ERR_OSSL_EVP_UNSUPPORTED' || code === 'ERR_OSSL_PEM_UNSUPPORTED_ENCRYPTION';
}

/**
 * The form of what is in a block, whatever its label says.
 *
 * @throws {JiraError} where it is no private key, or visibly damaged
 */
async function formOf(block: KeyBlock): Promise<Form> {
  const content = Buffer.from(block.base64, 'base64');
  if (block.encryption !== undefined) {
    if (!/^([0-9A-F]{16}){1,2}$/i.test(block.encryption.iv)) throw refused('damaged');
    if (content.length % desBlock !== 0) throw refused('cutShort');
    return block;
  }
  const found = (await lookalikeOfDer(content)) ?? 'damaged';
  const form = forms.find((each) => each.content === found);
  if (form === undefined) throw refused(found);
  return form;
}

/** Octets in a block of DES, the smallest of all the ciphers in use. */
const desBlock = 8;

function assertUsable(key: KeyObject): void {
  const type = key.asymmetricKeyType ?? '';
  if (type !== 'rsa') throw refused(otherTypes[type] ?? 'otherKey');
  const bits = modulusLength(key);
  if (bits < leastBits) throw tooSmall(bits);
  const fault = faultOfNumbers(key);
  if (fault !== undefined) throw refused(fault);
}

const otherTypes: Readonly<Record<string, Lookalike>> = {
  ec: 'ecKey',
  dsa: 'dsaKey',
  ed25519: 'edwardsKey',
  ed448: 'edwardsKey',
  x25519: 'edwardsKey',
  x448: 'edwardsKey',
  'rsa-pss': 'pssKey',
};

function modulusLength(key: KeyObject): number {
  return key.asymmetricKeyDetails?.modulusLength ?? 0;
}

/** RFC 8017, section 3.2. OpenSSL reads keys without this check, and signs with them, wrongly or not. */
function faultOfNumbers(key: KeyObject): Lookalike | undefined {
  const numbers = key.export({ format: 'jwk' });
  const [n, e, d, p, q, dp, dq, qi] = (['n', 'e', 'd', 'p', 'q', 'dp', 'dq', 'qi'] as const).map((name) => toInteger(numbers[name]));
  if (!n || !e || !d || !p || !q || !dp || !dq || !qi || p === 1n || q === 1n) return 'damaged';
  if (n !== p * q) return n % (p * q) === 0n ? 'multiPrimeKey' : 'damaged';
  const [p1, q1] = [p - 1n, q - 1n];
  const agree = (e * d) % p1 === 1n && (e * d) % q1 === 1n && d % p1 === dp && d % q1 === dq && (qi * q) % p === 1n;
  return agree ? undefined : 'damaged';
}

function toInteger(base64url: string | undefined): bigint {
  return BigInt(`0x${Buffer.from(base64url ?? '', 'base64url').toString('hex') || '0'}`);
}
