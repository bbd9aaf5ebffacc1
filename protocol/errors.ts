/** Errors on the wire: JSON-RPC's and LSP's own codes, and `data` for programs. */
import * as z from 'zod';
import { Range } from './primitives.ts';

/** Every kind of error, with what it means. The set is closed. */
export const errorKinds = {
  invalidParams: 'A parameter is missing or wrong; `path` says which.',
  unknownProvider: 'There is no provider with this id, or none at all.',
  ambiguousProvider: 'Several providers are configured and the request does not say which.',
  notAuthorized: 'The provider has no access yet: authorize it, or configure it with credentials.',
  authorizationDenied: 'The user refused access on the approval page.',
  authorizationExpired: 'The approval did not come in time, or the authorization is over.',
  credentialsRejected: 'Jira does not accept the credentials: wrong, revoked, or a key or consumer it does not know.',
  credentialsExpired: 'The credentials were good and their time is over.',
  captchaRequired: 'Jira wants a CAPTCHA solved on its login page before it accepts this account again.',
  loginPage: 'A login or single sign-on page answered where JSON was due.',
  forbidden: 'The user lacks the permission.',
  notFound: 'Jira does not have it, or the user may not see it.',
  conflict: 'Somebody else changed it meanwhile.',
  invalidJql: 'Jira does not understand the query; `jira.errorMessages` holds its words, and `range` says where.',
  validation: 'Jira refused the values; `jira.errors` says which fields.',
  rateLimited: 'Jira asks to slow down; `retryAfter` says for how long.',
  offline: 'The server cannot be reached.',
  timeout: 'The server did not answer in time.',
  certificate: 'The TLS certificate of the server is not trusted.',
  proxy: 'The proxy refused or failed.',
  notJira: 'Something answered, and it is not Jira.',
  server: 'Jira failed, or answered what it should not.',
  unsupported: 'This server or this agent cannot do it.',
  storage: 'The agent cannot read or write its own files.',
} as const;

/** The kind of an error. */
export type ErrorKind = keyof typeof errorKinds;

const kinds = Object.keys(errorKinds) as [ErrorKind, ...ErrorKind[]];

/** The kind of an error, as schema. */
export const ErrorKind = z.enum(kinds);

/** What Jira itself said of an error, in its own words and the user's language. */
export const JiraErrorDetails = z
  .object({
    errorMessages: z.array(z.string()),
    errors: z.record(z.string(), z.string()),
  })
  .meta({ id: 'JiraErrorDetails', description: 'What Jira itself said, in its own words.' });

/** The `data` of every error that the agent answers with. */
export const ErrorData = z
  .object({
    kind: ErrorKind.describe('What went wrong, for programs.'),
    hint: z.string().optional().describe('What the user or the administrator can do next.'),
    path: z.string().optional().describe('The member of the params that is wrong, for instance `authentication.privateKey`.'),
    httpStatus: z.int().optional().describe("The status of Jira's answer."),
    retryAfter: z.number().optional().describe('Seconds to wait before the next try.'),
    range: Range.optional().describe('Of `invalidJql`: what is wrong in the `jql` of the params, in UTF-16 code units; absent where it is not known.'),
    oauthProblem: z.string().optional().describe("Jira's `oauth_problem`."),
    jira: JiraErrorDetails.optional(),
  })
  .meta({ id: 'ErrorData', description: 'The `data` of an error.' });

/** The `data` of every error that the agent answers with. */
export type ErrorData = z.output<typeof ErrorData>;
