/** Authorizations under way: from the request token to the verifier, by the browser or by hand. */
import type { Clock } from '../../infrastructure/clock.ts';
import type { ListenOnLoopback, LoopbackListener, Reply, ToBrowser } from '../../infrastructure/loopback.ts';
import { invalidParams, JiraError } from '../errors.ts';
import { readVerifier, verifierOf } from './dance.ts';

/** How the approval comes back. */
export type Redirect = 'loopback' | 'oob';

/** An authorization that waits for the user. */
export interface Authorization {
  readonly id: string;
  readonly provider: string;
  readonly redirect: Redirect;
  readonly requestToken: string;
  /** Milliseconds since the epoch. */
  readonly expiresAt: number;
}

/** What a request token is asked with, before there is one. */
export interface Callback {
  /** The value of `oauth_callback`. */
  readonly address: string;
  /** Ties the callback to the request token that Jira gave. */
  bind(authorization: Authorization): void;
  /** Gives it up, when there was no request token. */
  close(): void;
}

interface Entry {
  readonly authorization: Authorization;
  /** The verifier, or the refusal, once the browser came. */
  readonly arrival: Promise<URLSearchParams>;
  arrive(parameters: URLSearchParams): void;
  /** Set when it is over: why. */
  over: JiraError | undefined;
  /** Whether it came to a good end. */
  completed: boolean;
  readonly ended: AbortController;
  close(): void;
}

/** How long a page that says “too late” can still be had, in milliseconds. */
const graceTime = 5 * 60_000;
/** Authorizations that are over and still known, so that a late client learns why. */
const remembered = 100;

/** The authorizations of this agent. They live in its memory alone. */
export class Authorizations {
  readonly #entries = new Map<string, Entry>();
  readonly #clock: Clock;
  readonly #listen: ListenOnLoopback;

  constructor(clock: Clock, listen: ListenOnLoopback) {
    this.#clock = clock;
    this.#listen = listen;
  }

  /**
   * Prepares the way back: a listener for `loopback`, nothing for `oob`.
   *
   * @param toBrowser gives the address that the user's browser has for the listener
   */
  async openCallback(redirect: Redirect, toBrowser: ToBrowser): Promise<Callback> {
    if (redirect === 'oob') return { address: 'oob', bind: (authorization) => this.#add(authorization, () => undefined), close: () => undefined };
    let entry: Entry | undefined;
    const listener: LoopbackListener = await this.#listen((parameters) => this.#visit(entry, parameters), toBrowser);
    return {
      address: listener.url,
      bind: (authorization) => {
        entry = this.#add(authorization, () => listener.close());
      },
      close: () => listener.close(),
    };
  }

  /**
   * The verifier: what the user typed, or what the browser brings.
   *
   * @param typed the code or the pasted address, where there is one
   * @param signal ends the waiting; the authorization stays open
   * @returns no verifier where another request completed the authorization meanwhile
   * @throws {JiraError} invalidParams, `authorizationDenied`, `authorizationExpired`
   */
  async verifier(id: string, typed: string | undefined, signal: AbortSignal): Promise<{ authorization: Authorization; verifier: string | undefined }> {
    const entry = this.#entries.get(id);
    if (entry === undefined) throw invalidParams('authorization', 'There is no such authorization. Begin one with jira/authorize.');
    const { authorization } = entry;
    this.#assertOpen(entry);
    if (typed !== undefined) return { authorization, verifier: readVerifier(typed, authorization.requestToken) };
    if (authorization.redirect === 'oob') throw invalidParams('verifier', 'Jira shows a code after the approval: give it as `verifier`.');
    const parameters = await this.#wait(entry, signal);
    return { authorization, verifier: parameters === undefined ? undefined : verifierOf(parameters, authorization.requestToken) };
  }

  /** Ends an authorization well; a request that still waits for the browser learns that it is done. */
  complete(id: string): void {
    const entry = this.#entries.get(id);
    if (entry !== undefined) entry.completed = true;
    this.end(id, new JiraError('authorizationExpired', 'This authorization was completed already. Begin a new one.'));
  }

  /** Ends an authorization, whatever came of it. */
  end(id: string, why: JiraError): void {
    const entry = this.#entries.get(id);
    if (entry === undefined || entry.over !== undefined) return;
    entry.over = why;
    entry.ended.abort(why);
    entry.close();
  }

  /** Ends the authorizations of a provider that are still open. */
  endAll(provider: string, why: JiraError): void {
    for (const { authorization } of this.#entries.values()) if (authorization.provider === provider) this.end(authorization.id, why);
  }

  /** Ends every one. */
  close(): void {
    for (const id of this.#entries.keys()) this.end(id, expired());
  }

  #add(authorization: Authorization, close: () => void): Entry {
    let arrive: (parameters: URLSearchParams) => void = () => undefined;
    const arrival = new Promise<URLSearchParams>((resolve) => {
      arrive = resolve;
    });
    const cancelGrace = this.#clock.after(authorization.expiresAt - this.#clock.now() + graceTime, close);
    const entry: Entry = {
      authorization,
      arrival,
      arrive,
      over: undefined,
      completed: false,
      ended: new AbortController(),
      close: () => {
        cancelGrace();
        close();
      },
    };
    this.#entries.set(authorization.id, entry);
    const oldest = this.#entries.keys().next();
    if (this.#entries.size > remembered && !oldest.done) this.#entries.delete(oldest.value);
    return entry;
  }

  #assertOpen({ over, authorization }: Entry): void {
    if (over !== undefined) throw over;
    if (this.#clock.now() >= authorization.expiresAt) throw expired();
  }

  #wait(entry: Entry, signal: AbortSignal): Promise<URLSearchParams | undefined> {
    return new Promise((resolve, reject) => {
      const cancelTimer = this.#clock.after(entry.authorization.expiresAt - this.#clock.now(), () => settle(() => reject(expired())));
      const onAbort = () => settle(() => reject(signal.reason as Error));
      const onEnd = () => settle(() => (entry.completed ? resolve(undefined) : reject(entry.ended.signal.reason as Error)));
      const settle = (outcome: () => void) => {
        cancelTimer();
        signal.removeEventListener('abort', onAbort);
        entry.ended.signal.removeEventListener('abort', onEnd);
        outcome();
      };
      if (signal.aborted) return settle(() => reject(signal.reason as Error));
      signal.addEventListener('abort', onAbort);
      entry.ended.signal.addEventListener('abort', onEnd);
      void entry.arrival.then((parameters) => settle(() => resolve(parameters)));
    });
  }

  /** Judges what a browser brings; a visit with another token than ours changes nothing. */
  #visit(entry: Entry | undefined, parameters: URLSearchParams): Reply {
    if (entry === undefined || parameters.get('oauth_token') !== entry.authorization.requestToken || !parameters.has('oauth_verifier')) {
      return page(false, 400, 'This is not the approval', 'The address does not belong to the authorization that your editor waits for.');
    }
    if (entry.over !== undefined || this.#clock.now() >= entry.authorization.expiresAt) {
      return page(true, 410, 'Too late', 'The time for this approval is over. Go back to your editor and begin again.');
    }
    entry.arrive(parameters);
    return parameters.get('oauth_verifier') === 'denied'
      ? page(true, 200, 'Access refused', 'You refused access, and your editor knows. You can close this page.')
      : page(true, 200, 'Access approved', 'You can close this page and go back to your editor.');
  }
}

/** The error of an authorization whose time is over. */
export function expired(): JiraError {
  return new JiraError('authorizationExpired', 'The authorization is over: the approval did not come in time. Begin a new one.', { hint: 'Begin a new authorization.' });
}

function page(settled: boolean, status: number, title: string, text: string): Reply {
  return { settled, status, page: { title, text } };
}
