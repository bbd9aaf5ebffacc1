/** Writes whose answer is lost: never sent again, but looked up. */
import type { HttpFailure } from '../../infrastructure/http/http.ts';
import { JiraError } from '../errors.ts';
import type { Access } from './access.ts';

/** A write, and what it is in words. */
export interface Write<T> {
  /** Sends it, once. */
  readonly send: () => Promise<T>;
  /**
   * Looks whether it was done after all.
   *
   * @param since milliseconds since the epoch by Jira's clock: it was not done before
   * @returns what `send` would have, or `undefined` where nothing is to be seen of it
   */
  readonly find: (since: number) => Promise<T | undefined>;
  /** For instance `The comment was added`. */
  readonly done: string;
  /** For instance `The comment is not there`. */
  readonly notDone: string;
}

/** A write that was done. */
export interface Done<T> {
  readonly value: T;
  /** What the user must know of how it went. */
  readonly warnings: string[];
}

/** Jira's clock and ours may run apart by this much, in milliseconds, while a request is under way. */
const drift = 2000;

/**
 * Sends a write once. Where no answer came, or one that says nothing, Jira is asked what became of it.
 *
 * @throws {JiraError} the refusal; or, of the kind of the failure, what is known and what is not
 */
export async function writeOnce<T>(access: Access, { send, find, done, notDone }: Write<T>): Promise<Done<T>> {
  const begun = access.clock.now();
  let lost: JiraError;
  try {
    return { value: await send(), warnings: [] };
  } catch (error) {
    if (!mayBeDone(error)) throw error;
    lost = error;
  }
  let found: T | undefined;
  try {
    const elapsed = access.clock.now() - begun;
    found = await find((await access.now()) - elapsed - drift);
  } catch (error) {
    if (!(error instanceof JiraError)) throw error;
    const hint = 'Look at the issue in Jira before you try again.';
    throw tell(lost, `Jira cannot be asked what became of it, so that nobody knows whether it was done. ${hint}`, hint);
  }
  if (found === undefined) {
    const hint = 'Look again after a while before you try once more: Jira may still be at it.';
    throw tell(lost, `${notDone}, as far as Jira tells. ${hint}`, hint);
  }
  const warning = `${done}, although Jira's answer got lost: ${lost.message}`;
  return { value: found, warnings: [warning] };
}

/** Whether a write that failed may have been done: it was on its way, and no answer of Jira came that says otherwise. */
export function mayBeDone(error: unknown): error is JiraError {
  if (!(error instanceof JiraError)) return false;
  const { cause, kind, details } = error;
  if (cause instanceof Error && cause.name === 'HttpFailure') return (cause as HttpFailure).sent;
  const { httpStatus = 0 } = details;
  return kind === 'server' && (httpStatus < 300 || httpStatus >= 500);
}

/** The error of a read that followed a write: the write must not be taken for failed. */
export function afterwards(done: string, error: unknown): unknown {
  if (!(error instanceof JiraError)) return error;
  return new JiraError(error.kind, `${done}, but what came after it failed: ${error.message}`, error.details, error.cause);
}

function tell(lost: JiraError, words: string, hint: string): JiraError {
  return new JiraError(lost.kind, `${lost.message} ${words}`, { ...lost.details, hint }, lost.cause);
}
