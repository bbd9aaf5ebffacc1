import { randomBytes } from 'node:crypto';
import type { User } from '../data/users.ts';

/** The cookie sessions of a site. */
export class Sessions {
  readonly #users = new Map<string, User | undefined>();

  /** Opens a session, with nobody logged in unless a user is given. Gives its id, as `JSESSIONID` has it. */
  open(user?: User): string {
    const id = randomBytes(16).toString('hex').toUpperCase();
    this.#users.set(id, user);
    return id;
  }

  /** Whether the server still knows a session. */
  has(id: string): boolean {
    return this.#users.has(id);
  }

  /** Who is logged in. */
  user(id: string): User | undefined {
    return this.#users.get(id);
  }

  /** Ends a session. */
  close(id: string): void {
    this.#users.delete(id);
  }
}

/** The failed logins of a site's users, and who has to solve a CAPTCHA for them. */
export class LoginFailures {
  readonly #counts = new Map<string, number>();
  readonly #limit: number;

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** How often this user has failed since the last success. */
  count(user: User): number {
    return this.#counts.get(user.name) ?? 0;
  }

  /** Whether nothing but the login form, with its CAPTCHA, lets this user in. */
  needsCaptcha(user: User): boolean {
    return this.count(user) >= this.#limit;
  }

  /** Notes a failure. */
  add(user: User): void {
    this.#counts.set(user.name, this.count(user) + 1);
  }

  /** Forgets the failures: after a success, or when an administrator resets them. */
  reset(user: User): void {
    this.#counts.delete(user.name);
  }
}
