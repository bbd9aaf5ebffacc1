/** The ways to say who asks: each turns a request into the headers that authorize it. */
import type { AuthenticationType } from '../../../protocol/provider.ts';
import { signRequest } from '../oauth/authorization-header.ts';

/** A request on its way out, as far as a signature covers it. */
export interface Outgoing {
  readonly method: string;
  /** Exactly as it is sent. */
  readonly url: string;
  /** A form body; a JSON body is not signed. */
  readonly form?: readonly (readonly [string, string])[] | undefined;
}

/** Credentials of one user on one server. */
export interface Credentials {
  readonly type: AuthenticationType | 'none';
  /**
   * The headers that authorize one request. They hold for this request alone: a repeated request
   * asks again, since Jira refuses a nonce that it has seen.
   *
   * @param timestamp seconds since the epoch, by Jira's clock
   */
  authorize(request: Outgoing, timestamp: number): Record<string, string>;
}

/** Nobody: for asking a server who it is. */
export const anonymous: Credentials = { type: 'none', authorize: () => ({}) };

/** A personal access token: always Bearer, never a password (Jira documentation, "Using personal access tokens"). */
export function tokenCredentials(token: string): Credentials {
  return { type: 'token', authorize: () => ({ authorization: `Bearer ${token}` }) };
}

/**
 * User name and password, sent without being asked for: Jira's challenge never names Basic.
 *
 * @param username without a colon (RFC 7617)
 */
export function basicCredentials(username: string, password: string): Credentials {
  const value = Buffer.from(`${username}:${password}`, 'utf8').toString('base64');
  return { type: 'basic', authorize: () => ({ authorization: `Basic ${value}` }) };
}

/** What an OAuth 1.0a consumer signs with. */
export interface Consumer {
  readonly consumerKey: string;
  /** The RSA-SHA1 signature of a base string, in base64. */
  readonly sign: (baseString: string) => string;
  /** A new nonce at each call. */
  readonly nonce: () => string;
}

/**
 * OAuth 1.0a.
 *
 * @param token the access token or the request token; `undefined` while there is none
 * @param parameters further protocol parameters, for the steps of the dance
 */
export function oauth1Credentials(consumer: Consumer, token: string | undefined, parameters: Readonly<Record<string, string>> = {}): Credentials {
  return {
    type: 'oauth1',
    authorize: ({ method, url, form }, timestamp) => ({
      authorization: signRequest({
        method,
        url,
        ...(form === undefined ? {} : { form }),
        consumerKey: consumer.consumerKey,
        token,
        parameters,
        timestamp,
        nonce: consumer.nonce(),
        sign: consumer.sign,
      }).authorization,
    }),
  };
}
