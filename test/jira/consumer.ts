import { createHmac, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';

/** What to sign differently from usual. */
export interface Signing {
  /** OAuth parameters beside the usual ones, or in place of them; undefined leaves one out. */
  readonly oauth?: Readonly<Record<string, string | undefined>>;
  /** Where the OAuth parameters go; the header by default. */
  readonly into?: 'header' | 'query' | 'form';
  /** Fields of a form body, which are signed. */
  readonly form?: Readonly<Record<string, string>>;
  /** A JSON body, which is not signed. */
  readonly json?: unknown;
  /** The URL to sign where it is not the one to ask for. */
  readonly signedUrl?: string;
}

/**
 * A consumer of OAuth 1.0a for tests of the emulated Jira, made of node:crypto alone and independent of both the
 * emulator's verification and the product's signing.
 */
export class TestConsumer {
  readonly key: string;
  /** SPKI in PEM. */
  readonly publicKey: string;
  /** PKCS#8 in PEM. */
  readonly privateKey: string;
  readonly #privateKey: KeyObject;

  constructor(key = 'test-consumer') {
    const pair = generateKeyPairSync('rsa', { modulusLength: 2048 });
    this.key = key;
    this.publicKey = pair.publicKey.export({ type: 'spki', format: 'pem' }).toString();
    this.privateKey = pair.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
    this.#privateKey = pair.privateKey;
  }

  /** Sends a signed request. */
  async send(method: string, url: string, signing: Signing = {}): Promise<Response> {
    const { oauth, into = 'header', form, json, signedUrl = url } = signing;
    const parameters = present({
      oauth_consumer_key: this.key,
      oauth_nonce: randomBytes(12).toString('hex'),
      oauth_signature_method: 'RSA-SHA1',
      oauth_timestamp: String(Math.floor(Date.now() / 1000)),
      oauth_version: '1.0',
      ...oauth,
    });
    const base = baseString(method, new URL(signedUrl), [...Object.entries(parameters), ...Object.entries(form ?? {})]);
    const signed = { oauth_signature: this.#sign(parameters['oauth_signature_method'] ?? '', base), ...parameters };
    const target = new URL(url);
    if (into === 'query') for (const [name, value] of Object.entries(signed)) target.searchParams.append(name, value);
    const fields = { ...form, ...(into === 'form' && signed) };
    return fetch(target, {
      method,
      headers: {
        ...(into === 'header' && { Authorization: header(signed) }),
        ...(json !== undefined && { 'Content-Type': 'application/json' }),
      },
      ...(Object.keys(fields).length > 0 && { body: new URLSearchParams(fields) }),
      ...(json !== undefined && { body: JSON.stringify(json) }),
    });
  }

  #sign(method: string, base: string): string {
    if (method === 'HMAC-SHA1') return createHmac('sha1', 'secret&').update(base).digest('base64');
    return sign('RSA-SHA1', Buffer.from(base), this.#privateKey).toString('base64');
  }
}

function baseString(method: string, url: URL, parameters: readonly (readonly [string, string])[]): string {
  const encoded = [...parameters, ...url.searchParams].map(([name, value]) => `${encode(name)}=${encode(value)}`);
  const normalised = encoded.sort(byNameThenValue).join('&');
  return `${method}&${encode(url.origin + url.pathname)}&${encode(normalised)}`;
}

function byNameThenValue(left: string, right: string): number {
  const [names, values] = [0, 1].map((at) => [left.split('=')[at] ?? '', right.split('=')[at] ?? ''] as const);
  const [first, second] = names?.[0] === names?.[1] ? (values ?? ['', '']) : (names ?? ['', '']);
  return first < second ? -1 : first > second ? 1 : 0;
}

function header(parameters: Readonly<Record<string, string>>): string {
  return `OAuth ${Object.entries(parameters)
    .map(([name, value]) => `${encode(name)}="${encode(value)}"`)
    .join(', ')}`;
}

function encode(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
}

function present(values: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).filter((entry): entry is [string, string] => entry[1] !== undefined));
}
