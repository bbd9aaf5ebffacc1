import type { Parameter } from '../exchange.ts';

/** Percent-encodes as RFC 5849, section 3.6, has it: everything but letters, digits and `-._~`. */
export function percentEncode(value: string): string {
  return [...Buffer.from(value, 'utf8')]
    .map((byte) => {
      const character = String.fromCharCode(byte);
      return /[A-Za-z0-9\-._~]/.test(character) ? character : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
    })
    .join('');
}

/** Writes parameters one behind another, encoded by RFC 5849: the bodies of Jira's OAuth answers. */
export function formEncode(parameters: readonly Parameter[]): string {
  return parameters.map(([name, value]) => `${percentEncode(name)}=${percentEncode(value)}`).join('&');
}

/**
 * The signature base string of RFC 5849, section 3.4.1.
 *
 * @param url the request's URL; its query is left aside, since the parameters come decoded
 * @param parameters all of query, form and header, `oauth_signature` and `realm` included or not
 */
export function signatureBaseString(method: string, url: string, parameters: readonly Parameter[]): string {
  const signed = parameters
    .filter(([name]) => name !== 'oauth_signature' && name !== 'realm')
    .map(([name, value]) => [percentEncode(name), percentEncode(value)] as const)
    .sort(([nameA, valueA], [nameB, valueB]) => byteOrder(nameA, nameB) || byteOrder(valueA, valueB))
    .map(([name, value]) => `${name}=${value}`)
    .join('&');
  return [method.toUpperCase(), baseStringUri(url), signed].map(percentEncode).join('&');
}

/** The base string URI of RFC 5849, section 3.4.1.2: no default port, no query, scheme and host in lower case. */
function baseStringUri(url: string): string {
  const { protocol, host, pathname } = new URL(url);
  return `${protocol}//${host.toLowerCase()}${pathname}`;
}

function byteOrder(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
