/** From an answer of Jira, or of something before it, that is no success, to an error. */
import type { HttpResponse } from '../../infrastructure/http/http.ts';
import { JiraError } from '../errors.ts';
import { oauthError, readOAuthProblem } from '../oauth/problems.ts';
import { plainLine } from '../text/plain-text.ts';
import { parseJson } from './parse-json.ts';
import { secondsToWait } from './retry.ts';

/** What Jira said in an error, in its own words. */
export interface JiraWords {
  readonly errorMessages: string[];
  readonly errors: Record<string, string>;
}

/** What the request was for, where the same status means different things. */
export type Purpose = 'search' | 'other';

/**
 * The error that an answer with a status of 300 and above means.
 *
 * @param url the address that was asked, for messages; its query is left out of them
 */
export function answerError(response: HttpResponse, url: string, purpose: Purpose): JiraError {
  const { status } = response;
  if (status < 400) return redirectError(response, url);
  const problem = readOAuthProblem(response);
  if (problem !== undefined) return oauthError(problem, status);

  const words = jiraWords(response.body);
  const details = { httpStatus: status, ...(words === undefined ? {} : { jira: words }) };
  const said = words === undefined ? '' : sayWords(words);
  if (wantsCaptcha(response)) return captchaError(url, status);

  switch (status) {
    case 400:
      if (/The SSL certificate error|No required SSL certificate was sent/.test(response.body) && words === undefined) return clientCertificateError(url, status);
      if (words === undefined && isHtml(response) && !isJiraAnswer(response)) return gatewayComplaint(url, status);
      return purpose === 'search'
        ? new JiraError('invalidJql', `Jira does not understand the query: ${said || 'it does not say why.'}`, details)
        : new JiraError('validation', `Jira refuses the values: ${said || 'it does not say why.'}`, details);
    case 401:
      if (!isJiraAnswer(response)) return gatewayRefusal(url, status);
      return new JiraError('credentialsRejected', `Jira does not accept the credentials. ${said}`.trim(), details);
    case 403:
      return forbidden(response, url, said, details);
    case 404:
    case 410:
      if (words !== undefined) return new JiraError('notFound', `Jira does not have it, or you may not see it. ${said}`.trim(), details);
      return isJiraAnswer(response)
        ? new JiraError('unsupported', `This Jira has nothing at ${place(url)}: its version is too old or too new for it, or a plugin is switched off.`, details)
        : new JiraError('notJira', `${place(url)} is not a part of Jira: the base URL may be wrong.`, { ...details, hint: 'Check the context path, the part of the address after the host.' });
    case 407:
      return new JiraError('proxy', 'The proxy wants a user name and a password.', { ...details, hint: 'Put them into the address of the proxy: http://user:password@proxy:port.' });
    case 409:
      return new JiraError('conflict', `Somebody else changed it meanwhile. ${said}`.trim(), details);
    case 429:
      return rateLimited(response, details);
    default:
      return status >= 500 ? serverError(response, said, details) : new JiraError('server', `Jira answers ${status}. ${said}`.trim(), details);
  }
}

/**
 * The error for HTML where JSON was due.
 *
 * @param address the page to open in a browser
 */
export function loginPageError(address: string, status: number): JiraError {
  return new JiraError('loginPage', `A login page answers where Jira should: ${address}`, {
    httpStatus: status,
    hint: `Open ${address} in a browser. If your organization puts a single sign-on before Jira, its gateway has to let requests with a token or an OAuth signature through, or the provider needs the gateway's headers.`,
  });
}

/**
 * Jira's own words in any of the envelopes that it uses: `errorMessages` and `errors` (one of them
 * may be missing), `message`, `errorMessage`, and XML `<message>`. They are made harmless, and cut to what a person reads.
 *
 * @returns `undefined` where the body is none of these
 */
export function jiraWords(body: string): JiraWords | undefined {
  if (/^\s*<\?xml|^\s*<status>/.test(body)) {
    const message = /<message>([^<]*)<\/message>/.exec(body)?.[1];
    return message === undefined ? undefined : { errorMessages: [plainLine(message)], errors: {} };
  }
  let value: unknown;
  try {
    value = parseJson(body);
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  const { errorMessages, errors, message, errorMessage } = value as Record<string, unknown>;
  if (errorMessages === undefined && errors === undefined && message === undefined && errorMessage === undefined) return undefined;
  const messages = [...(Array.isArray(errorMessages) ? errorMessages : []), message, errorMessage];
  const fields = typeof errors === 'object' && errors !== null && !Array.isArray(errors) ? Object.entries(errors) : [];
  return {
    errorMessages: messages.filter((each) => typeof each === 'string' && each !== '').slice(0, mostWords).map(sayWord),
    errors: Object.fromEntries(fields.slice(0, mostWords).map(([field, text]) => [plainLine(field), sayWord(text)])),
  };
}

/** As many errors as a person may read. */
const mostWords = 20;

/** A text, and by way of exception a list or an object, which may be nested too deep to be written. */
function sayWord(value: unknown): string {
  try {
    return plainLine(typeof value === 'string' ? value : (JSON.stringify(value) ?? ''));
  } catch {
    return '…';
  }
}

/** Whether it was Jira that refused, and not a gateway before it. */
export function isJiraAnswer({ headers, body }: HttpResponse): boolean {
  return (
    headers['x-arequestid'] !== undefined ||
    headers['x-seraph-loginreason'] !== undefined ||
    /^OAuth /i.test(headers['www-authenticate'] ?? '') ||
    jiraWords(body) !== undefined
  );
}

function sayWords({ errorMessages, errors }: JiraWords): string {
  return [...errorMessages, ...Object.entries(errors).map(([field, text]) => `${field}: ${text}`)].join(' ');
}

function redirectError(response: HttpResponse, url: string): JiraError {
  const location = response.headers['location'];
  const target = location !== undefined && URL.canParse(location, url) ? new URL(location, url) : undefined;
  if (target === undefined || !/^https?:$/.test(target.protocol)) return new JiraError('server', `${place(url)} redirects to nowhere.`, { httpStatus: response.status });
  return loginPageError(`${target.origin}${target.pathname}`, response.status);
}

/** Whether Jira takes no password of this account before a CAPTCHA is solved; old versions say so beside the status 200 too. */
export function wantsCaptcha({ headers }: HttpResponse): boolean {
  return /CAPTCHA/i.test(headers['x-authentication-denied-reason'] ?? '') || headers['x-seraph-loginreason'] === 'AUTHENTICATION_DENIED';
}

/** The error for an account of which Jira wants a CAPTCHA. @param url the address that was asked */
export function captchaError(url: string, status: number): JiraError {
  const hint = `Log in once in a browser and solve the CAPTCHA: ${new URL(url).origin}. An administrator can also reset the failed login count.`;
  return new JiraError('captchaRequired', `Jira wants a CAPTCHA solved before it accepts this account again. ${hint}`, { httpStatus: status, hint });
}

/** nginx answers so to a client certificate that is missing, or that it does not trust (its statuses 495 and 496). */
function clientCertificateError(url: string, httpStatus: number): JiraError {
  return new JiraError('certificate', `${new URL(url).host} wants a client certificate that it trusts.`, { httpStatus, hint: 'Set `network.clientCertificate`.' });
}

/** The error for a user whom Jira knows and does not let. */
export function permissionError({ status, body }: HttpResponse): JiraError {
  const words = jiraWords(body);
  const said = words === undefined ? '' : sayWords(words);
  return new JiraError('forbidden', `The permission is missing. ${said}`.trim(), { httpStatus: status, ...(words === undefined ? {} : { jira: words }) });
}

function forbidden(response: HttpResponse, url: string, said: string, details: { httpStatus: number; jira?: JiraWords }): JiraError {
  if (/basic auth\w* has been disabled/i.test(response.body)) {
    const hint = 'Use a personal access token, or OAuth.';
    return new JiraError('unsupported', `Basic authentication is switched off on this Jira. ${hint}`, { ...details, hint });
  }
  if (isHtml(response) && !isJiraAnswer(response)) return gatewayRefusal(url, response.status);
  return new JiraError('forbidden', `The permission is missing. ${said}`.trim(), details);
}

function isHtml({ headers, body }: HttpResponse): boolean {
  return /html/i.test(headers['content-type'] ?? '') || body.trimStart().startsWith('<');
}

/** A gateway's refusal says nothing of Jira's credentials: each 401 and 403 of Jira shows that it is Jira's (facts, section 1.7). */
function gatewayRefusal(url: string, httpStatus: number): JiraError {
  const { origin } = new URL(url);
  const hint = `Open ${origin} in a browser: it shows who refuses. The provider may need the headers of your organization's gateway (\`network.headers\`), or this machine another network or VPN.`;
  return new JiraError('loginPage', `Something before Jira, and not Jira itself, refuses ${place(url)} (${httpStatus}). ${hint}`, { httpStatus, hint });
}

/** Jira's own answers with the status 400 are in JSON: a page is of a web server that does not let the request through. */
function gatewayComplaint(url: string, httpStatus: number): JiraError {
  const hint = `Look at ${new URL(url).origin} in a browser: perhaps the address begins with https://, or the gateway takes no headers or addresses as long as these.`;
  return new JiraError('server', `A web server before Jira does not understand the request for ${place(url)} (${httpStatus}). ${hint}`, { httpStatus, hint });
}

function rateLimited(response: HttpResponse, details: { httpStatus: number; jira?: JiraWords }): JiraError {
  const retryAfter = secondsToWait(response);
  return new JiraError('rateLimited', `Jira asks to slow down; try again in ${retryAfter} seconds.`, { ...details, retryAfter });
}

function serverError(response: HttpResponse, said: string, details: { httpStatus: number; jira?: JiraWords }): JiraError {
  const { status } = response;
  const unavailable = status === 502 || status === 503 || status === 504;
  const message = unavailable ? `Jira is not available (${status}): it starts, is being maintained, or is overloaded.` : `Jira failed (${status}).`;
  const retryAfter = secondsToWait(response);
  const soon = retryAfter === 0 ? 'in some minutes' : `in ${retryAfter} seconds`;
  const hint = unavailable ? `Try again ${soon}.` : 'The log of Jira says more; its administrator can look there.';
  return new JiraError('server', `${message} ${said}`.trim(), { ...details, hint, ...(retryAfter === 0 ? {} : { retryAfter }) });
}

function place(url: string): string {
  const { origin, pathname } = new URL(url);
  return origin + pathname;
}
