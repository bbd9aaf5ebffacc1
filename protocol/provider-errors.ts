/** The kinds of error that are common to requests of one family. */
import type { ErrorKind } from './errors.ts';

/** What any request may fail with that asks a Jira server for something. */
export const readErrors = [
  'unknownProvider', 'ambiguousProvider', 'notAuthorized', 'credentialsRejected', 'credentialsExpired', 'captchaRequired', 'loginPage', 'forbidden',
  'notFound', 'validation', 'rateLimited', 'offline', 'timeout', 'certificate', 'proxy', 'notJira', 'server', 'unsupported',
] as const satisfies readonly ErrorKind[];

/** What any request may fail with that changes something on a Jira server. */
export const writeErrors = [...readErrors, 'conflict'] as const satisfies readonly ErrorKind[];
