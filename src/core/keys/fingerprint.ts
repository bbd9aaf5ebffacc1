/** The name that people and programs know a key by. */
import { createHash, type KeyObject } from 'node:crypto';

/**
 * Tells one public key from all others without showing it: `SHA256:` and the unpadded base64 of the
 * SHA-256 of its SPKI DER, as the wire contract has it.
 *
 * @param publicKey a public key of any type
 */
export function fingerprintOf(publicKey: KeyObject): string {
  const spki = publicKey.export({ type: 'spki', format: 'der' });
  return `SHA256:${createHash('sha256').update(spki).digest('base64').replace(/=+$/, '')}`;
}
