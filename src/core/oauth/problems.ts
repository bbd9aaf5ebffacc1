/** Every `oauth_problem` of Jira as an error that an administrator can act on. */
import type { ErrorKind } from '../../../protocol/errors.ts';
import { JiraError } from '../errors.ts';
import type { HttpResponse } from '../../infrastructure/http/http.ts';

/** What Jira said in a refusal of OAuth. */
export interface OAuthProblem {
  readonly problem: string;
  /** Jira's further words, by parameter name, for instance `oauth_acceptable_timestamps`. */
  readonly parameters: ReadonlyMap<string, string>;
}

/** What a problem means, and what to do about it. */
export interface Meaning {
  readonly kind: ErrorKind;
  readonly message: string;
  readonly hint: string;
}

/** Meanings by `oauth_problem`. */
export type Meanings = Readonly<Partial<Record<string, Meaning>>>;

/** From Atlassian's OAuth troubleshooting guide and the OAuth Problem Reporting extension. */
const meanings: Meanings = {
  consumer_key_unknown: {
    kind: 'credentialsRejected',
    message: 'Jira does not know this consumer key.',
    hint: 'An administrator opens the application link in Jira, checks that incoming authentication is configured, and that the consumer key there is the same, letter by letter.',
  },
  consumer_key_rejected: {
    kind: 'credentialsRejected',
    message: 'Jira rejects this consumer key.',
    hint: 'An administrator checks the incoming authentication of the application link in Jira.',
  },
  consumer_key_refused: {
    kind: 'credentialsRejected',
    message: 'Jira refuses this consumer for now.',
    hint: 'Try again later; if it stays so, an administrator checks the application link in Jira.',
  },
  signature_invalid: {
    kind: 'credentialsRejected',
    message: 'Jira does not accept the signature.',
    hint: 'Either the public key in the application link does not belong to this private key, or Jira sees another address than this one: behind a reverse proxy, the connector in its server.xml needs the right proxyName, proxyPort and scheme.',
  },
  signature_method_rejected: {
    kind: 'unsupported',
    message: 'Jira does not accept RSA-SHA1 signatures for this consumer.',
    hint: 'An administrator gives the application link a public key in its incoming authentication: without one, Jira expects another method.',
  },
  timestamp_refused: {
    kind: 'credentialsRejected',
    message: "Jira refuses the time of the request: the clock of this machine and Jira's differ by more than five minutes.",
    hint: 'Set both clocks by NTP.',
  },
  nonce_used: {
    kind: 'credentialsRejected',
    message: 'Jira has seen this very request before.',
    hint: 'Something between the agent and Jira repeats requests: look at the proxies.',
  },
  version_rejected: {
    kind: 'unsupported',
    message: 'Jira does not accept OAuth 1.0.',
    hint: 'Use a personal access token.',
  },
  token_rejected: {
    kind: 'credentialsRejected',
    message: 'Jira does not accept this access any more: it was revoked, or Jira was set up anew.',
    hint: 'Authorize again. If that fails too, an administrator checks that the application link still exists.',
  },
  token_revoked: {
    kind: 'credentialsRejected',
    message: 'The access was revoked.',
    hint: 'Authorize again.',
  },
  token_used: {
    kind: 'authorizationExpired',
    message: 'This authorization was used already.',
    hint: 'Begin a new one.',
  },
  token_expired: {
    kind: 'credentialsExpired',
    message: 'The access has expired.',
    hint: 'Authorize again.',
  },
  permission_unknown: {
    kind: 'notAuthorized',
    message: 'The access was not approved yet.',
    hint: "Open the authorization's address, press Allow, and then complete it.",
  },
  permission_denied: {
    kind: 'authorizationDenied',
    message: 'Access was denied: the user refused it, or may not use this application link.',
    hint: 'If nobody refused it, an administrator checks that the user may log in and that the application link allows access for users (three-legged OAuth).',
  },
  user_refused: {
    kind: 'authorizationDenied',
    message: 'The user refused access.',
    hint: 'Begin a new authorization and press Allow.',
  },
  additional_authorization_required: {
    kind: 'forbidden',
    message: 'Jira wants a further authorization for this.',
    hint: 'An administrator checks the application link in Jira.',
  },
  parameter_absent: {
    kind: 'server',
    message: 'Jira misses a parameter of the OAuth request.',
    hint: 'Something between the agent and Jira removes the Authorization header: look at the proxies.',
  },
  parameter_rejected: {
    kind: 'server',
    message: 'Jira rejects a parameter of the OAuth request.',
    hint: 'Use the code that Jira shows (`redirect: "oob"`) instead of the loopback redirect.',
  },
};

/**
 * Finds the OAuth problem in an answer: in its form-encoded body, else in `WWW-Authenticate`.
 * Every refusal of Jira carries an OAuth realm, so only `oauth_problem` counts.
 *
 * @returns `undefined` where the answer names none
 */
export function readOAuthProblem(response: HttpResponse): OAuthProblem | undefined {
  const body = response.body.trimStart();
  const parameters = body.startsWith('<') || body.startsWith('{') ? new Map<string, string>() : new Map(new URLSearchParams(body));
  const problem = parameters.get('oauth_problem');
  if (problem !== undefined) return { problem, parameters };
  const challenge = challengeParameters(response.headers['www-authenticate'] ?? '');
  const challenged = challenge.get('oauth_problem');
  return challenged === undefined ? undefined : { problem: challenged, parameters: challenge };
}

/**
 * The error for an OAuth problem.
 *
 * @param status the HTTP status of the answer
 * @param special what problems mean at this step of the dance, where they differ
 */
export function oauthError({ problem, parameters }: OAuthProblem, status: number, special: Meanings = {}): JiraError {
  const known = [special, meanings].find((each) => Object.hasOwn(each, problem))?.[problem];
  const oauthProblem = /^[a-z_]{1,64}$/.test(problem) ? problem : 'unknown';
  const details = { httpStatus: status, oauthProblem };
  if (known === undefined) {
    return new JiraError('server', `Jira refuses with an OAuth problem that is not known: ${oauthProblem}.`, details);
  }
  const seen = problem === 'signature_invalid' ? seenOrigin(parameters) : undefined;
  const hint = seen === undefined ? known.hint : `${known.hint} Jira checked the signature for ${seen}.`;
  return new JiraError(known.kind, `${known.message} ${hint}`, { ...details, hint });
}

/** The scheme, host and port that Jira takes for its own: it tells its signature base string (RFC 5849, section 3.4.1). */
function seenOrigin(parameters: ReadonlyMap<string, string>): string | undefined {
  const url = decodeLeniently(parameters.get('oauth_signature_base_string')?.split('&')[1] ?? '');
  return /^https?:/.test(url) && URL.canParse(url) ? new URL(url).origin.slice(0, 255) : undefined;
}

/**
 * How far the clock of this machine is from the one of Jira, by `oauth_acceptable_timestamps`
 * (`<from>-<to>`, seconds since the epoch) of a `timestamp_refused`.
 *
 * @param now seconds since the epoch, by this machine
 * @returns seconds to add to this machine's time, or `undefined` where Jira does not tell
 */
export function clockOffset({ parameters }: OAuthProblem, now: number): number | undefined {
  const range = /^(\d{9,11})-(\d{9,11})$/.exec(parameters.get('oauth_acceptable_timestamps') ?? '');
  if (range === null) return undefined;
  return Math.round((Number(range[1]) + Number(range[2])) / 2 - now);
}

function challengeParameters(header: string): Map<string, string> {
  const pairs = header.matchAll(/(\w+)="([^"]*)"/g);
  return new Map(Array.from(pairs, ([, name = '', value = '']) => [name, decodeLeniently(value)]));
}

function decodeLeniently(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
