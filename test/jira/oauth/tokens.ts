import { randomInt } from 'node:crypto';
import type { Consumer } from './consumers.ts';

/** A token that a consumer asked for, before and after the user has decided. Times are milliseconds since 1970. */
export interface RequestToken {
  readonly kind: 'request';
  readonly token: string;
  readonly secret: string;
  readonly consumer: Consumer;
  /** Where the browser goes afterwards; absent for `oob`. */
  readonly callback: string | undefined;
  readonly expires: number;
  /** Absent until the user has decided. */
  readonly decision?: { readonly userName: string; readonly verifier: string | undefined };
}

/** A token by which a consumer acts for a user. Times are milliseconds since 1970. */
export interface AccessToken {
  readonly kind: 'access';
  readonly token: string;
  readonly secret: string;
  readonly consumer: Consumer;
  readonly userName: string;
  readonly created: number;
  readonly expires: number;
  readonly session: { readonly handle: string; readonly expires: number };
}

const sessionExtra = 30 * 86_400_000;

/** Every OAuth 1.0a token of a site. */
export class TokenStore {
  readonly #tokens = new Map<string, RequestToken | AccessToken>();
  readonly #now: () => number;
  readonly #requestLifetime: number;
  readonly #accessLifetime: number;

  /** Lifetimes are in seconds. */
  constructor(now: () => number, requestLifetime: number, accessLifetime: number) {
    this.#now = now;
    this.#requestLifetime = requestLifetime * 1000;
    this.#accessLifetime = accessLifetime * 1000;
  }

  /** Finds a token of either kind. */
  find(token: string): RequestToken | AccessToken | undefined {
    return this.#tokens.get(token);
  }

  /** Makes a request token; `callback` is absent for `oob`. */
  request(consumer: Consumer, callback: string | undefined): RequestToken {
    return this.#put({
      kind: 'request',
      token: alphanumeric(32),
      secret: alphanumeric(32),
      consumer,
      callback,
      expires: this.#now() + this.#requestLifetime,
    });
  }

  /** Notes what the user decided; a verifier of six characters is made when it was allowed. */
  decide(token: RequestToken, userName: string, allow: boolean): RequestToken {
    return this.#put({ ...token, decision: { userName, verifier: allow ? alphanumeric(6) : undefined } });
  }

  /** Makes an access token in place of the request token, or of the access token that is renewed. */
  exchange(old: RequestToken | AccessToken, userName: string): AccessToken {
    this.#tokens.delete(old.token);
    const expires = this.#now() + this.#accessLifetime;
    return this.#put({
      kind: 'access',
      token: alphanumeric(32),
      secret: alphanumeric(32),
      consumer: old.consumer,
      userName,
      created: this.#now(),
      expires,
      session: { handle: alphanumeric(32), expires: expires + sessionExtra },
    });
  }

  /** Ends an access token's life now; its session goes on. */
  expire(token: AccessToken): void {
    this.#put({ ...token, expires: this.#now() - 1 });
  }

  /** Forgets a token. */
  revoke(token: string): void {
    this.#tokens.delete(token);
  }

  /** Forgets every token of a consumer. */
  revokeOf(consumer: Consumer): void {
    for (const [name, token] of this.#tokens) if (token.consumer.key === consumer.key) this.#tokens.delete(name);
  }

  /** The access tokens that a user has granted. */
  grantedBy(userName: string): AccessToken[] {
    return [...this.#tokens.values()].filter(
      (token): token is AccessToken => token.kind === 'access' && token.userName === userName,
    );
  }

  #put<T extends RequestToken | AccessToken>(token: T): T {
    this.#tokens.set(token.token, token);
    return token;
  }
}

/** A random text of letters and digits. */
export function alphanumeric(length: number): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
  return Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join('');
}
