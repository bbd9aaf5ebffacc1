/** What is refused where a private key is due: what it looks like, and what to do next. */
import { invalidParams, type JiraError } from '../errors.ts';

const wholePem =
  'Paste the whole file that begins with “-----BEGIN PRIVATE KEY-----” or “-----BEGIN RSA PRIVATE KEY-----”, with its first and its last line.';
const bareKey = ['a private key without its first and last line', wholePem] as const;
const belonging = 'Paste the private key that belongs to it.';
const makeOne =
  'Jira takes RSA keys alone: make one with jira/generateKeyPair, or with “openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -out key.pem”.';

/** By what it looks like: what it is, in words, and the next step. */
const refusals = {
  nothing: ['empty', wholePem],
  something: ['neither a key nor anything else that is known here', wholePem],
  filePath: ['the path of a file', `Paste what is in the file, not its name. ${wholePem}`],
  binary: [
    'a binary file',
    'Convert it to PEM: “openssl pkey -inform DER -in FILE -out key.pem”, or for PKCS#12 “openssl pkcs12 -in FILE -nocerts -nodes -out key.pem”.',
  ],
  pemInBase64: ['a PEM file that was encoded in base64 once more', 'Decode it first: “base64 -d FILE”.'],
  pkcs8Key: bareKey,
  pkcs1Key: bareKey,
  encryptedKey: bareKey,
  several: ['more than one private key', 'Paste the one whose public key is in the application link.'],
  cutShort: ['a private key that is cut short', `A part of it is missing. ${wholePem}`],
  damaged: ['a private key that is damaged', 'Something was changed or lost on the way. Copy the file once more, whole, and with no editor in between.'],
  certificate: ['a certificate', belonging],
  certificateRequest: ['a certificate request', belonging],
  certificates: ['a PKCS#7 file, which holds certificates', belonging],
  publicKey: ['a public key', `The public key goes into Jira's application link. ${belonging}`],
  sshPublicKey: ['the public key of an SSH key', `${belonging} It is the file of the same name without “.pub”; convert a copy of it: “ssh-keygen -p -m PKCS8 -f COPY”.`],
  opensshKey: ["a private key in OpenSSH's own form", 'If it is an RSA key, convert a copy of it: “ssh-keygen -p -m PKCS8 -f COPY”.'],
  ssh2Key: ['a private key in the form of SSH2', 'If it is an RSA key, convert it: “ssh-keygen -i -f FILE > key.pem”.'],
  puttyKey: ['a key of PuTTY (.ppk)', 'If it is an RSA key, convert it: “puttygen FILE.ppk -O private-openssh -o key.pem”, or in PuTTYgen by “Export OpenSSH key”.'],
  pkcs12: ['a PKCS#12 file (.p12, .pfx) in base64', 'Take the key out of it: “openssl pkcs12 -in FILE -nocerts -nodes -out key.pem”.'],
  javaKeyStore: [
    'a Java key store in base64',
    'Make PKCS#12 of it, “keytool -importkeystore -srckeystore FILE -destkeystore key.p12 -deststoretype PKCS12”, and take the key out: “openssl pkcs12 -in key.p12 -nocerts -nodes -out key.pem”.',
  ],
  pgpKey: ['a PGP key', makeOne],
  jsonWebKey: ['a JSON Web Key', `Convert it to PEM. ${wholePem}`],
  xml: ['XML', `Convert the key to PEM. ${wholePem}`],
  otherPem: ['a PEM file of another kind', wholePem],
  ecKey: ['an EC key', makeOne],
  dsaKey: ['a DSA key', makeOne],
  edwardsKey: ['an Ed25519 key, or one of its kin', makeOne],
  pssKey: ['an RSA key that is bound to PSS signatures', makeOne],
  multiPrimeKey: ['an RSA key of more than two primes', makeOne],
  otherKey: ['a key of another kind than RSA', makeOne],
  unsupportedEncryption: ['a private key with an encryption that is out of use', 'Decrypt a copy of it: “openssl pkey -provider legacy -provider default -in FILE -out key.pem”.'],
} satisfies Record<string, readonly [what: string, next: string]>;

/** What can stand where a private key is due. */
export type Lookalike = keyof typeof refusals;

/**
 * The error for what is no usable private key.
 *
 * @param lookalike what it looks like
 */
export function refused(lookalike: Lookalike): JiraError {
  const [what, next] = refusals[lookalike];
  return invalidParams('authentication.privateKey', `An RSA private key in PEM is due here, but this is ${what}. ${next}`);
}

/**
 * The error for a key that a computer can guess.
 *
 * @param bits the size of its modulus
 */
export function tooSmall(bits: number): JiraError {
  return invalidParams('authentication.privateKey', `This RSA key has ${bits} bits, which is no protection; 1024 is the least, and 2048 is good. ${makeOne}`);
}

/** The error for an encrypted key that comes without its passphrase. */
export function passphraseMissing(): JiraError {
  return invalidParams('authentication.passphrase', 'The private key is encrypted: give its passphrase too.');
}

/** The error for a passphrase that does not open the key. */
export function passphraseWrong(): JiraError {
  return invalidParams(
    'authentication.passphrase',
    'The passphrase does not open the private key. Check the passphrase, and that it is the one of this key: “openssl pkey -in FILE -noout” asks for it.',
  );
}
