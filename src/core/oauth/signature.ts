/** RSA-SHA1 signatures (RFC 5849, section 3.4.3), also where OpenSSL refuses to make them. */
import { createPrivateKey, generateKeyPair, type KeyObject, sign } from 'node:crypto';
import { promisify } from 'node:util';

/** Signs a signature base string (RFC 5849, section 3.4.1); gives the signature in base64. */
export type RsaSha1Signer = (baseString: string) => string;

/**
 * Makes a signer for one key. The key is read once, and one signature is tried: where OpenSSL
 * refuses SHA-1 by its policy (RHEL 9 and its kin, FIPS), node-forge is loaded and signs instead.
 * It gives the same bytes (RSASSA-PKCS1-v1_5 leaves nothing to chance), a hundred times slower:
 * some 30 ms for a key of 2048 bits, with the event loop blocked.
 *
 * @param privateKeyPem an RSA key, unencrypted PKCS#8
 */
export async function createRsaSha1Signer(privateKeyPem: string): Promise<RsaSha1Signer> {
  const key = createPrivateKey(privateKeyPem);
  if (canSign(key)) {
    return (baseString) => signByOpenSsl(key, baseString);
  }
  const { forge } = await import('../keys/forge.ts');
  const forgeKey = forge.pki.privateKeyFromPem(privateKeyPem);
  return (baseString) => {
    const digest = forge.md.sha1.create().update(baseString, 'utf8');
    return Buffer.from(forgeKey.sign(digest), 'latin1').toString('base64');
  };
}

/**
 * Whether the OpenSSL of this process makes RSA-SHA1 signatures. It answers for the doctor: a signer
 * finds out by itself. The key that is tried is made for it, in the background, and thrown away;
 * it has 2048 bits because FIPS makes no smaller one.
 */
export async function sha1SignaturesAllowed(): Promise<boolean> {
  const { privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: 2048 });
  return canSign(privateKey);
}

/** No list of error codes would do: each distribution refuses in its own way. */
function canSign(key: KeyObject): boolean {
  try {
    signByOpenSsl(key, 'GET&https%3A%2F%2Fjira.example.com%2F&');
    return true;
  } catch {
    return false;
  }
}

function signByOpenSsl(key: KeyObject, baseString: string): string {
  return sign('RSA-SHA1', Buffer.from(baseString), key).toString('base64');
}
