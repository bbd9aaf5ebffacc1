/** Keeps a password that Jira refused from being tried again: a few failures more would lock the account. */
import type { HttpResponse } from '../../infrastructure/http/http.ts';
import { isJiraAnswer } from './error-answer.ts';

/**
 * Lets the requests with one password through. Of those that come together the first goes alone, for the password may
 * have changed since the last answer; the others follow when Jira took it. One that was refused is never sent again:
 * whoever comes later gets the answer that refused it.
 */
export class PasswordGuard {
  /** Requests that are under way, or wait for the first. */
  #present = 0;
  #first: Promise<void> | undefined;
  #taken = false;
  #refused: HttpResponse | undefined;

  /**
   * Sends a request, unless the password was refused.
   *
   * @param signal ends the waiting for the first request too
   */
  async run(send: () => Promise<HttpResponse>, signal: AbortSignal): Promise<HttpResponse> {
    this.#present += 1;
    try {
      while (this.#first !== undefined && !this.#taken) await unlessAborted(this.#first, signal);
      if (this.#refused !== undefined) return this.#refused;
      return await (this.#taken ? this.#note(send) : this.#goFirst(send));
    } finally {
      this.#present -= 1;
      if (this.#present === 0) this.#taken = false;
    }
  }

  async #goFirst(send: () => Promise<HttpResponse>): Promise<HttpResponse> {
    let end = (): void => undefined;
    this.#first = new Promise((resolve) => (end = resolve));
    try {
      const response = await this.#note(send);
      this.#taken = this.#refused === undefined;
      return response;
    } finally {
      this.#first = undefined;
      end();
    }
  }

  async #note(send: () => Promise<HttpResponse>): Promise<HttpResponse> {
    const response = await send();
    if (refusesPassword(response)) this.#refused = response;
    return response;
  }
}

/** Jira says why it refuses a password (facts, section 4.2), old versions also beside the status 200. */
export function refusesPassword(response: HttpResponse): boolean {
  const { status, headers } = response;
  const reason = headers['x-seraph-loginreason'] ?? '';
  if (/AUTHENTICATED_FAILED|AUTHENTICATION_DENIED/.test(reason) || headers['x-authentication-denied-reason'] !== undefined) return true;
  return status === 401 && reason !== 'OK' && (headers['x-ausername'] ?? 'anonymous') === 'anonymous' && isJiraAnswer(response);
}

function unlessAborted(first: Promise<void>, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const onAbort = () => reject(signal.reason as Error);
    const done = () => {
      signal.removeEventListener('abort', onAbort);
      resolve();
    };
    if (signal.aborted) onAbort();
    signal.addEventListener('abort', onAbort, { once: true });
    void first.then(done);
  });
}
