import { createPublicKey, createVerify, X509Certificate, type KeyObject } from 'node:crypto';
import { signatureBaseString } from './encoding.ts';
import { requireParameters, valueOf, type OAuthMessage } from './message.ts';
import { OAuthProblem } from './problem.ts';

/** Seconds by which a timestamp may be off, either way. */
const clockWindow = 300;

/**
 * Reads a public key as Jira's form takes it: a PEM public key, a PEM certificate, or bare base64 of the key.
 *
 * @throws {TypeError} for anything else, PKCS#1 (`BEGIN RSA PUBLIC KEY`) included
 */
export function readPublicKey(text: string): KeyObject {
  const trimmed = text.trim();
  if (trimmed.startsWith('-----BEGIN CERTIFICATE-----')) return new X509Certificate(trimmed).publicKey;
  if (trimmed.startsWith('-----BEGIN PUBLIC KEY-----')) return createPublicKey(trimmed);
  if (trimmed.startsWith('-----')) throw new TypeError('Jira takes no such PEM as a public key');
  const der = Buffer.from(trimmed, 'base64');
  try {
    return createPublicKey({ key: der, format: 'der', type: 'spki' });
  } catch (error) {
    throw new TypeError('Jira cannot read the public key', { cause: error });
  }
}

/** Checks signed requests, and remembers the nonces that were used. */
export class MessageVerifier {
  readonly #now: () => number;
  readonly #used = new Map<string, number>();

  /** `now` gives milliseconds since 1970. */
  constructor(now: () => number) {
    this.#now = now;
  }

  /**
   * Checks a request in the order of net.oauth's validator: single parameters, version, timestamp and nonce,
   * signature.
   *
   * @throws {OAuthProblem} naming the first thing that is wrong
   */
  verify(message: OAuthMessage, publicKey: KeyObject): void {
    checkSingleParameters(message);
    checkVersion(message);
    this.#checkTimestampAndNonce(message);
    checkSignature(message, publicKey);
  }

  #checkTimestampAndNonce(message: OAuthMessage): void {
    requireParameters(message, 'oauth_timestamp', 'oauth_nonce');
    const text = valueOf(message, 'oauth_timestamp') ?? '';
    const now = Math.floor(this.#now() / 1000);
    const [from, to] = [now - clockWindow, now + clockWindow];
    if (!/^\d+$/.test(text)) throw new OAuthProblem('parameter_rejected', [['oauth_parameters_rejected', 'oauth_timestamp']]);
    const timestamp = Number(text);
    if (timestamp < from || timestamp > to) {
      throw new OAuthProblem('timestamp_refused', [['oauth_acceptable_timestamps', `${from}-${to}`]]);
    }
    for (const [nonce, until] of this.#used) if (until < now) this.#used.delete(nonce);
    const nonce = JSON.stringify(
      ['oauth_timestamp', 'oauth_nonce', 'oauth_consumer_key', 'oauth_token'].map((name) => valueOf(message, name)),
    );
    if (this.#used.has(nonce)) throw new OAuthProblem('nonce_used');
    this.#used.set(nonce, timestamp + clockWindow);
  }
}

function checkSingleParameters({ parameters }: OAuthMessage): void {
  const names = parameters.map(([name]) => name).filter((name) => name.startsWith('oauth_'));
  const repeated = names.filter((name, at) => names.indexOf(name) !== at);
  if (repeated.length > 0) {
    throw new OAuthProblem('parameter_rejected', [['oauth_parameters_rejected', [...new Set(repeated)].join('&')]]);
  }
}

function checkVersion(message: OAuthMessage): void {
  const version = valueOf(message, 'oauth_version');
  if (version !== undefined && version !== '1.0') {
    throw new OAuthProblem('version_rejected', [['oauth_acceptable_versions', '1.0-1.0']]);
  }
}

function checkSignature(message: OAuthMessage, publicKey: KeyObject): void {
  requireParameters(message, 'oauth_consumer_key', 'oauth_signature_method', 'oauth_signature');
  const method = valueOf(message, 'oauth_signature_method') ?? '';
  if (method !== 'RSA-SHA1') {
    throw new OAuthProblem('signature_method_rejected', [['oauth_acceptable_signature_methods', 'RSA-SHA1']]);
  }
  const signature = valueOf(message, 'oauth_signature') ?? '';
  const baseString = signatureBaseString(message.method, message.url, message.parameters);
  if (!createVerify('RSA-SHA1').update(baseString, 'utf8').verify(publicKey, signature, 'base64')) {
    throw new OAuthProblem('signature_invalid', [
      ['oauth_signature', signature],
      ['oauth_signature_base_string', baseString],
      ['oauth_signature_method', method],
    ]);
  }
}
