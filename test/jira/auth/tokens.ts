import { randomBytes } from 'node:crypto';
import type { User } from '../data/users.ts';

/** A personal access token. Times are milliseconds since 1970. */
export interface PersonalToken {
  readonly id: number;
  readonly name: string;
  readonly user: User;
  readonly raw: string;
  readonly created: number;
  /** Absent for a token that never expires. */
  readonly expires: number | undefined;
}

/** The personal access tokens of a site. */
export class PersonalTokens {
  readonly #byRaw = new Map<string, PersonalToken>();
  readonly #now: () => number;
  #nextId = 1;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** Makes a token in Jira's shape: base64 of digits, a colon and 20 random bytes. `expiresInSeconds` absent: never. */
  create(user: User, name: string, expiresInSeconds?: number): PersonalToken {
    const id = this.#nextId;
    this.#nextId += 1;
    const digits = String(100_000_000_000 + id);
    const raw = Buffer.concat([Buffer.from(`${digits}:`), randomBytes(20)]).toString('base64');
    const created = this.#now();
    const expires = expiresInSeconds === undefined ? undefined : created + expiresInSeconds * 1000;
    const token: PersonalToken = { id, name, user, raw, created, expires };
    this.#byRaw.set(raw, token);
    return token;
  }

  /** Finds a token that is known and has not expired. */
  findValid(raw: string): PersonalToken | undefined {
    const token = this.#byRaw.get(raw);
    return token === undefined || (token.expires !== undefined && token.expires <= this.#now()) ? undefined : token;
  }

  /** Ends a token's life now; its owner still sees it listed. @throws {RangeError} for an unknown one */
  expire(raw: string): void {
    const token = this.#byRaw.get(raw);
    if (token === undefined) throw new RangeError('no such personal access token');
    this.#byRaw.set(raw, { ...token, expires: this.#now() - 1 });
  }

  /** Forgets a token. */
  revoke(raw: string): void {
    this.#byRaw.delete(raw);
  }

  /** The tokens of one user, expired ones included. */
  ofUser(user: User): PersonalToken[] {
    return [...this.#byRaw.values()].filter((token) => token.user.name === user.name);
  }
}
