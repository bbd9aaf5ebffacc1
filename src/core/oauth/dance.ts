/** The steps of three-legged OAuth 1.0a against Jira (RFC 5849, section 2; its endpoints take POST alone). */
import type { HttpResponse } from '../../infrastructure/http/http.ts';
import { invalidParams, JiraError } from '../errors.ts';
import type { JiraClient } from '../jira/client.ts';
import { answerError, loginPageError } from '../jira/error-answer.ts';
import { type Meanings, oauthError, readOAuthProblem } from './problems.ts';

/** Jira's OAuth endpoints, below the base URL. */
export const oauthPaths = {
  requestToken: '/plugins/servlet/oauth/request-token',
  authorize: '/plugins/servlet/oauth/authorize',
  accessToken: '/plugins/servlet/oauth/access-token',
} as const;

/** What Jira puts in the place of a verifier when the user presses Deny. */
const deniedVerifier = 'denied';

/** Temporary credentials (RFC 5849, section 2.1). */
export interface RequestToken {
  readonly token: string;
  /** Seconds that it lives, where Jira tells. */
  readonly expiresIn?: number | undefined;
}

/** Token credentials (RFC 5849, section 2.3). RSA-SHA1 makes no use of the token's secret, so it is not kept. */
export interface AccessToken {
  readonly token: string;
  /** For renewal (OAuth Session extension). */
  readonly sessionHandle?: string | undefined;
  /** Seconds that it lives, where Jira tells: five years by default. */
  readonly expiresIn?: number | undefined;
}

/**
 * Gets a request token.
 *
 * @param client signs with the consumer key and `oauth_callback`
 * @throws {JiraError} among others `server`, where Jira does not confirm the callback as OAuth 1.0a demands
 */
export async function fetchRequestToken(client: JiraClient, signal: AbortSignal): Promise<RequestToken> {
  const form = await post(client, oauthPaths.requestToken, signal);
  if (form.get('oauth_callback_confirmed') !== 'true') {
    throw new JiraError('server', 'Jira does not confirm the callback, so this is not OAuth 1.0a: the authorization stops here, since somebody else could finish it.');
  }
  return { token: mandatory(form, 'oauth_token'), expiresIn: seconds(form, 'oauth_expires_in') };
}

/** The page where the user approves. */
export function approvalUrl(baseUrl: string, requestToken: string): string {
  return `${baseUrl}${oauthPaths.authorize}?oauth_token=${encodeURIComponent(requestToken)}`;
}

/**
 * Exchanges an approved request token, or renews an access token.
 *
 * @param client signs with the token, and with `oauth_verifier` or `oauth_session_handle`
 * @throws {JiraError} among others `authorizationDenied`, `authorizationExpired`, `notAuthorized`
 */
export async function fetchAccessToken(client: JiraClient, signal: AbortSignal): Promise<AccessToken> {
  const form = await post(client, oauthPaths.accessToken, signal, exchangeMeanings);
  return {
    token: mandatory(form, 'oauth_token'),
    sessionHandle: form.get('oauth_session_handle') ?? undefined,
    expiresIn: seconds(form, 'oauth_expires_in'),
  };
}

/**
 * Reads what the user typed or pasted: the code that Jira shows, or the address that the browser was sent to.
 *
 * @param requestToken of this authorization
 * @throws {JiraError} invalidParams for `verifier`, or `authorizationDenied`
 */
export function readVerifier(text: string, requestToken: string): string {
  const query = /[?&]oauth_(token|verifier)=/.test(text) ? text.slice(text.indexOf('?') + 1).split('#')[0]! : undefined;
  if (query === undefined) {
    if (!/^[\w.~-]+$/.test(text)) {
      throw invalidParams('verifier', 'This is not the code that Jira shows, nor the address that the browser was sent to. The code is one word of letters and digits.');
    }
    return verifierOf(new URLSearchParams({ oauth_verifier: text }), requestToken);
  }
  return verifierOf(new URLSearchParams(query), requestToken);
}

/**
 * The verifier of a callback's parameters.
 *
 * @throws {JiraError} invalidParams for `verifier` where it belongs to another authorization, or `authorizationDenied`
 */
export function verifierOf(parameters: URLSearchParams, requestToken: string): string {
  const token = parameters.get('oauth_token');
  if (token !== null && token !== requestToken) {
    throw invalidParams('verifier', 'This address belongs to another authorization. Take the one that the browser was sent to after the newest approval.');
  }
  const verifier = parameters.get('oauth_verifier') ?? '';
  if (verifier === '') throw invalidParams('verifier', 'The address has no oauth_verifier in it.');
  if (verifier === deniedVerifier) {
    throw new JiraError('authorizationDenied', 'The user refused access. Begin a new authorization and press Allow.', { hint: 'Begin a new authorization and press Allow.' });
  }
  return verifier;
}

/** What problems mean while a request token is exchanged. */
const exchangeMeanings: Meanings = {
  token_expired: {
    kind: 'authorizationExpired',
    message: 'The approval came too late: the request token has expired.',
    hint: 'Begin a new authorization.',
  },
  token_rejected: {
    kind: 'credentialsRejected',
    message: 'Jira does not accept the verification code, or does not know this authorization any more.',
    hint: 'Check the code, letter by letter; else begin a new authorization.',
  },
};

async function post(client: JiraClient, path: string, signal: AbortSignal, special?: Meanings): Promise<URLSearchParams> {
  const response = await client.exchange({ method: 'POST', path, signal });
  const url = client.baseUrl + path;
  if (response.status !== 200) throw stepError(response, url, special);
  const body = response.body.trim();
  if (body.startsWith('<')) throw loginPageError(url, response.status);
  return new URLSearchParams(body);
}

function stepError(response: HttpResponse, url: string, special?: Meanings): JiraError {
  const problem = readOAuthProblem(response);
  return problem === undefined ? answerError(response, url, 'other') : oauthError(problem, response.status, special);
}

/** Characters; Jira's own tokens have 32. */
const longestToken = 2048;

function mandatory(form: URLSearchParams, name: string): string {
  const value = form.get(name);
  if (value === null || value === '') throw new JiraError('server', `The answer of Jira lacks ${name}.`);
  if (value.length > longestToken) throw new JiraError('server', `The ${name} in the answer of Jira is longer than any token.`);
  return value;
}

/** Seconds: a hundred years. What lives longer has no end that is worth telling. */
const longestLife = 100 * 365 * 86_400;

function seconds(form: URLSearchParams, name: string): number | undefined {
  const value = Number(form.get(name) ?? Number.NaN);
  return value > 0 && value <= longestLife ? value : undefined;
}
