/** What looks like the key of an issue, where no server says which projects there are. */

const shape = /(?<![\p{L}\p{N}_./-])([A-Z][A-Z0-9_]{1,9})-[1-9]\d{0,6}(?![\p{L}\p{N}_]|[-.]\d)/gu;

/** Names of standards, encodings, algorithms and licences that are written in the same way. */
const others = new Set(
  'AES BASE64 CC CP CRC CVE CWE DES DIN EC ECMA EN ES FIPS GPL HTTP IEC IEEE IPV ISO JEP JSR LGPL MD MPEG MPL PBKDF2 PEP PKCS RFC RIPEMD RSA SHA SHA2 SHA3 TLS UCS UTF VT WCAG WIN X'.split(' '),
);

/** Whether there is such a thing at a place of a line, its end included; anywhere in the line, where no place is given. */
export function hasKeyShape(line: string, at?: number): boolean {
  for (const { index, 0: key, 1: project = '' } of line.matchAll(shape)) {
    if (!others.has(project) && (at === undefined || (index <= at && at <= index + key.length))) return true;
  }
  return false;
}
