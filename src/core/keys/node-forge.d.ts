/** What `@types/node-forge` leaves out: the modules one by one, and three functions. */

declare module 'node-forge/lib/forge.js' {
  import type * as all from 'node-forge';
  type PasswordBased = {
    /** RFC 7292, appendix B.2; `id` is 1 for a key and 2 for an initialisation vector, `n` counts bytes. */
    generatePkcs12Key(password: string, salt: all.util.ByteStringBuffer, id: 1 | 2, iterations: number, n: number): all.util.ByteStringBuffer;
  };
  type Keys = {
    pbe: PasswordBased;
    /** The part of a certificate that is signed. */
    getTBSCertificate(certificate: all.pki.Certificate): all.asn1.Asn1;
  };
  type Des = { createDecryptionCipher(key: string): all.rc2.cipher };
  const forge: Omit<typeof all, 'pki'> & { pki: typeof all.pki & Keys; des: Des };
  export default forge;
}

declare module 'node-forge/lib/pki.js';
declare module 'node-forge/lib/md5.js';
