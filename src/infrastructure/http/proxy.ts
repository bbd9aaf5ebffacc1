/** Which proxy, if any, leads to a server. */
import { HttpFailure } from './http.ts';
import { isExempt } from './no-proxy.ts';
import { hostOf, placeOf, portOf } from './place.ts';

/** The variables of the environment, as `process.env` has them. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** An HTTP proxy. */
export interface Proxy {
  /** Scheme, host and port. */
  readonly origin: string;
  /** Host and port, for messages. */
  readonly place: string;
  /** The value of `Proxy-Authorization` (RFC 7617), when its URL has a user name. */
  readonly authorization: string | undefined;
}

/** Which proxy leads to a server, and why. */
export interface ProxyChoice {
  /** `undefined` when there is none in between. */
  readonly proxy: Proxy | undefined;
  /** The provider's own setting, a variable of the environment, `NO_PROXY` against it, or nothing at all. */
  readonly reason: 'setting' | 'environment' | 'exempt' | 'unset';
  /** The variable that counts for this server where the provider has no setting. */
  readonly variable: 'HTTPS_PROXY' | 'HTTP_PROXY';
}

/**
 * Chooses the way to a server.
 *
 * @param target the server's URL
 * @param setting the provider's own: a proxy's URL, or `direct`; `undefined` leaves it to the environment, where
 *   `HTTPS_PROXY`, `HTTP_PROXY` and `NO_PROXY` count, and the lower-case name wins, as with curl
 * @param environment where the variables are
 * @throws {HttpFailure} when what the setting or the variable says is no proxy that this client can use
 */
export function chooseProxy(target: URL, setting: string | undefined, environment: Environment): ProxyChoice {
  const name = target.protocol === 'https:' ? 'HTTPS_PROXY' : 'HTTP_PROXY';
  const choice = (reason: ProxyChoice['reason'], proxy?: Proxy): ProxyChoice => ({ proxy, reason, variable: name });
  if (setting === 'direct') return choice('setting');
  if (setting !== undefined) return choice('setting', parseProxy(setting, 'The proxy of the provider'));
  const url = variable(environment, name);
  if (url === undefined) return choice('unset');
  if (isExempt(variable(environment, 'NO_PROXY') ?? '', hostOf(target), portOf(target))) return choice('exempt');
  return choice('environment', parseProxy(url, name));
}

/** The proxy that {@link chooseProxy} chooses. @throws {HttpFailure} as it does */
export function proxyFor(target: URL, setting: string | undefined, environment: Environment): Proxy | undefined {
  return chooseProxy(target, setting, environment).proxy;
}

function variable(environment: Environment, name: string): string | undefined {
  const value = (environment[name.toLowerCase()] ?? environment[name])?.trim();
  return value === '' ? undefined : value;
}

/** Without a scheme it is `http`, as with curl. */
function parseProxy(text: string, source: string): Proxy {
  const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `http://${text}`;
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url === undefined || (url.protocol !== 'http:' && url.protocol !== 'https:')) {
    const words = url === undefined ? 'is no address' : `names a proxy of the kind “${url.protocol.slice(0, -1)}”, which is not supported`;
    throw new HttpFailure('proxy', 'ERR_INVALID_URL', `${source} ${words}.`, false, {
      hint: 'Give the address of an HTTP proxy, such as http://proxy.example.com:3128, or set `network.proxy` to `direct`.',
    });
  }
  return { origin: url.origin, place: placeOf(url), authorization: authorization(url) };
}

function authorization({ username, password }: URL): string | undefined {
  if (username === '' && password === '') return undefined;
  const credentials = `${percentDecoded(username)}:${percentDecoded(password)}`;
  return `Basic ${Buffer.from(credentials, 'utf8').toString('base64')}`;
}

function percentDecoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
