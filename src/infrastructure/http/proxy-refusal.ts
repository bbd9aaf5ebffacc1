/** What a proxy means when it answers instead of the server. */
import { HttpFailure } from './http.ts';
import type { Proxy } from './proxy.ts';

type Headers = Readonly<Record<string, string | string[] | undefined>>;

/**
 * Whether it was the proxy that answered. Of a request with the whole URL, only some proxies let it be seen:
 * those that want a password, squid (`X-Squid-Error`), and tinyproxy (`Server`).
 */
export function isProxyAnswer(status: number, headers: Headers): boolean {
  if (status === 407) return true;
  return status >= 400 && (headers['x-squid-error'] !== undefined || /^tinyproxy\b/i.test(one(headers['server'])));
}

/**
 * Makes a failure of a proxy's answer.
 *
 * @param proxy the proxy
 * @param target host and port of the server
 * @param status of the answer
 * @param headers of the answer
 */
export function proxyRefusal(proxy: Proxy, target: string, status: number, headers: Headers): HttpFailure {
  const [message, hint] = describe(proxy, target, status, headers);
  return new HttpFailure('proxy', `HTTP_${status}`, message, false, { hint });
}

function describe(proxy: Proxy, target: string, status: number, headers: Headers): [string, string | undefined] {
  const name = `The proxy ${proxy.place}`;
  // tinyproxy says 401 to a wrong password (measured, 1.11).
  if (status === 407 || status === 401) return authentication(name, proxy, status, one(headers['proxy-authenticate']));
  if (status === 403 || status === 405) {
    return [
      `${name} does not allow a connection to ${target} (HTTP ${status}).`,
      'Ask the administrator of the proxy to allow it; many allow tunnels to port 443 alone. If the server is reached without the proxy, put it into NO_PROXY, or set `network.proxy` to `direct`.',
    ];
  }
  if (status >= 502 && status <= 504) {
    return [`${name} cannot reach ${target} (HTTP ${status}).`, 'If the server is reached without the proxy, put it into NO_PROXY, or set `network.proxy` to `direct`.'];
  }
  return [`${name} did not open a connection to ${target} (HTTP ${status}).`, undefined];
}

function authentication(name: string, proxy: Proxy, status: number, schemes: string): [string, string] {
  if (schemes !== '' && !/\bbasic\b/i.test(schemes)) {
    const offered = schemes.split(',').map((scheme) => scheme.trim().split(/[\s=]/)[0]).join(', ');
    return [
      `${name} wants to know the user by ${offered}, which is not supported (HTTP ${status}).`,
      'Run a local proxy that can, such as cntlm or px, and name it in `network.proxy`.',
    ];
  }
  const message =
    proxy.authorization === undefined
      ? `${name} wants a user name and a password (HTTP ${status}).`
      : `${name} does not accept the user name and the password (HTTP ${status}).`;
  return [message, 'Give them in the address of the proxy: http://user:password@host:port, with special characters percent-encoded.'];
}

function one(value: string | string[] | undefined): string {
  return Array.isArray(value) ? value.join(', ') : (value ?? '');
}
