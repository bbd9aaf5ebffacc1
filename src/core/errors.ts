/** The one error that the core throws for everything that can go wrong outside of our own bugs. */
import type { ErrorData, ErrorKind } from '../../protocol/errors.ts';

/** What programs learn of an error, beside its kind. */
export type JiraErrorDetails = Omit<ErrorData, 'kind'>;

/**
 * An error that people and programs understand: `message` says what is wrong and what to do next,
 * `kind` is one of the closed set of the protocol. Neither ever holds a secret.
 */
export class JiraError extends Error {
  override readonly name = 'JiraError';
  readonly kind: ErrorKind;
  readonly details: JiraErrorDetails;

  /**
   * @param kind what went wrong, for programs
   * @param message what is wrong and what to do next, for people
   * @param details the rest of the error's `data`
   * @param cause the error behind it, for the log alone
   */
  constructor(kind: ErrorKind, message: string, details: JiraErrorDetails = {}, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.kind = kind;
    this.details = details;
  }
}

/**
 * A parameter that passed the schema and is wrong all the same.
 *
 * @param path the member of the params, for instance `authentication.privateKey`
 * @param message what is wrong with it and what to do, for people
 * @param hint what else helps
 */
export function invalidParams(path: string, message: string, hint?: string): JiraError {
  return new JiraError('invalidParams', message, hint === undefined ? { path } : { path, hint });
}
