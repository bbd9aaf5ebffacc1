/** Signs a request by OAuth 1.0a with RSA-SHA1 (RFC 5849, sections 3.1 to 3.5.1), by oauth-1.0a. */
import OAuth from 'oauth-1.0a';

/** A request to sign. */
export interface SignatureInput {
  readonly method: string;
  /** Exactly as it is sent, with its query. */
  readonly url: string;
  /** The members of an `application/x-www-form-urlencoded` body; a JSON body is not signed. */
  readonly form?: Iterable<readonly [string, string]>;
  readonly consumerKey: string;
  /** `oauth_token`, where there is one. */
  readonly token?: string | undefined;
  /** Further protocol parameters, for instance `oauth_callback` or `oauth_verifier`. */
  readonly parameters?: Readonly<Record<string, string>>;
  /** Seconds since the epoch, by the server's clock. */
  readonly timestamp: number;
  /** Never the same twice. */
  readonly nonce: string;
  /** The RSA-SHA1 signature of a base string, in base64. */
  readonly sign: (baseString: string) => string;
}

/** A signed request. */
export interface Signed {
  /** The value of the `Authorization` header. */
  readonly authorization: string;
  /** The signature base string (RFC 5849, section 3.4.1). */
  readonly baseString: string;
}

/**
 * Signs one request. The query and the form are decoded here and handed to the library as data: its
 * own reading of a URL loses repeated parameters with empty values and encodes names twice.
 */
export function signRequest(input: SignatureInput): Signed {
  let baseString = '';
  const oauth = new OAuth({
    consumer: { key: input.consumerKey, secret: '' },
    signature_method: 'RSA-SHA1',
    hash_function: (text) => input.sign((baseString = text)),
  });
  oauth.getNonce = () => input.nonce;
  oauth.getTimeStamp = () => input.timestamp;

  const [address = '', query = ''] = splitOnce(input.url, '?');
  const parameters = input.parameters ?? {};
  const data = collect([...decodeForm(query), ...(input.form ?? []), ...Object.entries(parameters)]);
  const signed = oauth.authorize(
    { method: input.method, url: baseStringUri(address), data },
    input.token === undefined ? undefined : { key: input.token, secret: '' },
  );
  return { authorization: oauth.toHeader({ ...signed, ...parameters }).Authorization, baseString };
}

/** RFC 5849, section 3.4.1.2: scheme and host in lower case, no default port, a path always. */
function baseStringUri(address: string): string {
  const url = new URL(address);
  const [, path = ''] = /^[^:]+:\/\/[^/]*(\/.*)?$/.exec(address) ?? [];
  return `${url.protocol}//${url.host}${path === '' ? '/' : path}`;
}

/** RFC 5849, section 3.4.1.3.1: the query is read as a form. */
function decodeForm(query: string): [string, string][] {
  return query
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair) => {
      const [name = '', value = ''] = splitOnce(pair, '=');
      return [decode(name), decode(value)];
    });
}

function decode(text: string): string {
  return decodeURIComponent(text.replaceAll('+', ' '));
}

function splitOnce(text: string, separator: string): string[] {
  const at = text.indexOf(separator);
  return at === -1 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}

/** Values by name; a name that stands more than once has a list of values. */
function collect(pairs: (readonly [string, string])[]): Record<string, string | string[]> {
  const values = new Map<string, string[]>();
  for (const [name, value] of pairs) values.set(name, [...(values.get(name) ?? []), value]);
  return Object.fromEntries([...values].map(([name, all]) => [name, all.length === 1 ? all[0]! : all]));
}
