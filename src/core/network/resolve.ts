/** From the network settings that a user gives to those of the connections: files read, everything checked. */
import type { Network } from '../../../protocol/network.ts';
import type { HttpNetwork } from '../../infrastructure/http/http.ts';
import { invalidParams } from '../errors.ts';
import { readAuthorities } from './authorities.ts';
import { readClientCertificate } from './client-certificate.ts';
import type { ReadFile } from './pem-source.ts';
import { checkHeaders } from './headers.ts';

/** Network settings that can be used. */
export interface ResolvedNetwork {
  readonly network: HttpNetwork;
  /** To be sent with each request, by lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * Reads and checks network settings. What is wrong is found here, where it can be told which setting it is.
 *
 * @param network as the user gave them; absent: the environment decides, and there are no headers
 * @param readFile reads a file by its path
 * @throws {JiraError} invalidParams for `network.ca`, `network.proxy`, `network.clientCertificate.…` or
 *   `network.headers.…`; it never repeats a secret
 */
export async function resolveNetwork(network: Network | undefined, readFile: ReadFile): Promise<ResolvedNetwork> {
  const { ca, proxy, clientCertificate, headers } = network ?? {};
  return {
    network: {
      ca: ca === undefined ? undefined : await readAuthorities(ca, readFile),
      proxy: proxy === undefined ? undefined : checkProxy(proxy.trim()),
      clientCertificate: clientCertificate === undefined ? undefined : await readClientCertificate(clientCertificate, readFile),
    },
    headers: checkHeaders(headers ?? {}),
  };
}

const proxyHint = 'Give the address of an HTTP proxy, such as http://proxy.example.com:3128, or `direct` for none.';

/** A proxy without a scheme is taken for `http`, as curl does. */
function checkProxy(proxy: string): string {
  if (proxy.toLowerCase() === 'direct') return 'direct';
  const address = proxy.includes('://') ? proxy : `http://${proxy}`;
  if (!URL.canParse(address)) throw invalidParams('network.proxy', 'This is no address.', proxyHint);
  const { protocol, username, password, host, pathname, search } = new URL(address);
  if (protocol !== 'http:' && protocol !== 'https:') {
    throw invalidParams('network.proxy', `A proxy of the kind “${protocol.slice(0, -1)}” is not supported.`, proxyHint);
  }
  if (pathname !== '/' || search !== '') {
    throw invalidParams('network.proxy', 'The address of a proxy has no path. A configuration script (PAC) is not supported.', proxyHint);
  }
  const credentials = username === '' && password === '' ? '' : `${username}:${password}@`;
  return `${protocol}//${credentials}${host}`;
}
