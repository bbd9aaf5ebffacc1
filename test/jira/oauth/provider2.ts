import { createHash, randomBytes } from 'node:crypto';
import type { User, UserDirectory } from '../data/users.ts';

/** A client of OAuth 2.0, as an administrator registers it. */
export interface OAuth2Client {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly name: string;
  readonly redirectUri: string;
}

/** A grant that a user has approved and that waits to be exchanged. */
interface Code {
  readonly client: OAuth2Client;
  readonly user: User;
  readonly challenge: string | undefined;
  readonly expires: number;
}

/** A pair of tokens. */
interface Grant {
  readonly client: OAuth2Client;
  readonly user: User;
  readonly access: string;
  readonly refresh: string;
  readonly accessExpires: number;
  readonly refreshExpires: number;
}

/** An answer of the token endpoint; lifetimes are in seconds. */
export interface OAuth2Tokens {
  readonly access_token: string;
  readonly refresh_token: string;
  readonly token_type: 'bearer';
  readonly expires_in: number;
  readonly created_at: number;
}

/** Why the token endpoint refuses: an error code of RFC 6749, section 5.2. */
export class OAuth2Problem extends Error {
  override readonly name = 'OAuth2Problem';
  readonly code: string;

  constructor(code: string, description: string) {
    super(description);
    this.code = code;
  }
}

const codeLifetime = 10_000;
const accessLifetime = 3_600_000;
const refreshLifetime = 7_776_000_000;

/** The OAuth 2.0 provider of Jira Data Center: codes of 10 seconds, tokens that rotate, a secret always. */
export class OAuth2Provider {
  readonly #clients = new Map<string, OAuth2Client>();
  readonly #codes = new Map<string, Code>();
  readonly #grants = new Set<Grant>();
  readonly #users: UserDirectory;
  readonly #now: () => number;

  constructor(users: UserDirectory, now: () => number) {
    this.#users = users;
    this.#now = now;
  }

  /** Registers a client. */
  register(name: string, redirectUri: string): OAuth2Client {
    const client = { clientId: random(16), clientSecret: random(32), name, redirectUri };
    this.#clients.set(client.clientId, client);
    return client;
  }

  /** Finds a client by its id. */
  client(clientId: string): OAuth2Client | undefined {
    return this.#clients.get(clientId);
  }

  /** Notes that a user has approved a client; gives the code for it. */
  approve(client: OAuth2Client, userName: string, challenge: string | undefined): string {
    const code = random(16);
    this.#codes.set(code, { client, user: this.#users.get(userName), challenge, expires: this.#now() + codeLifetime });
    return code;
  }

  /** Answers the token endpoint. @throws {OAuth2Problem} */
  token(parameters: ReadonlyMap<string, string>): OAuth2Tokens {
    const client = this.#clients.get(parameters.get('client_id') ?? '');
    if (client === undefined || client.clientSecret !== parameters.get('client_secret')) {
      throw new OAuth2Problem('invalid_client', 'Client credentials are not valid.');
    }
    if (client.redirectUri !== parameters.get('redirect_uri')) {
      throw new OAuth2Problem('invalid_grant', 'redirect_uri does not match.');
    }
    switch (parameters.get('grant_type')) {
      case 'authorization_code':
        return this.#issue(client, this.#redeem(client, parameters));
      case 'refresh_token':
        return this.#issue(client, this.#refresh(client, parameters));
      default:
        throw new OAuth2Problem('unsupported_grant_type', 'Unsupported grant type.');
    }
  }

  /** Whose access token this is, if it is one that lives. */
  userOf(access: string): User | undefined {
    return [...this.#grants].find((grant) => grant.access === access && grant.accessExpires > this.#now())?.user;
  }

  #redeem(client: OAuth2Client, parameters: ReadonlyMap<string, string>): User {
    const name = parameters.get('code') ?? '';
    const code = this.#codes.get(name);
    this.#codes.delete(name);
    if (code === undefined || code.client !== client || code.expires < this.#now()) {
      throw new OAuth2Problem('invalid_grant', 'Authorization code is not valid.');
    }
    const verifier = parameters.get('code_verifier') ?? '';
    if (code.challenge !== undefined && createHash('sha256').update(verifier).digest('base64url') !== code.challenge) {
      throw new OAuth2Problem('invalid_grant', 'Code verifier does not match.');
    }
    return code.user;
  }

  #refresh(client: OAuth2Client, parameters: ReadonlyMap<string, string>): User {
    const refresh = parameters.get('refresh_token');
    const grant = [...this.#grants].find((candidate) => candidate.refresh === refresh && candidate.client === client);
    if (grant === undefined || grant.refreshExpires < this.#now()) {
      throw new OAuth2Problem('invalid_grant', 'Refresh token is not valid.');
    }
    this.#grants.delete(grant);
    return grant.user;
  }

  #issue(client: OAuth2Client, user: User): OAuth2Tokens {
    const now = this.#now();
    const [access, refresh] = [random(32), random(32)];
    this.#grants.add({
      client,
      user,
      access,
      refresh,
      accessExpires: now + accessLifetime,
      refreshExpires: now + refreshLifetime,
    });
    return {
      access_token: access,
      refresh_token: refresh,
      token_type: 'bearer',
      expires_in: accessLifetime / 1000,
      created_at: Math.floor(now / 1000),
    };
  }
}

function random(bytes: number): string {
  return randomBytes(bytes).toString('hex');
}
