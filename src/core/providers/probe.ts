/** Probes an address: finds the Jira behind it, and asks it who it is, with no credentials. */
import type { ServerInfo } from '../../../protocol/provider.ts';
import type { HttpResponse } from '../../infrastructure/http/http.ts';
import { baseUrlCandidates } from '../base-url.ts';
import { JiraError } from '../errors.ts';
import type { JiraClient } from '../jira/client.ts';
import { parseJson } from '../jira/parse-json.ts';
import { answerError, isJiraAnswer, loginPageError } from '../jira/error-answer.ts';
import { isAtLeast, serverInfoPath, tokensPath, toServerInfo, unknownServer } from '../jira/server-info.ts';
import { plainLine } from '../text/plain-text.ts';

/** A Jira that answered. */
export interface FoundServer {
  readonly baseUrl: string;
  readonly server: ServerInfo;
  /** Whether it has personal access tokens; `undefined` where it was not asked. */
  readonly tokens: boolean | undefined;
  readonly warnings: readonly string[];
}

/** A client for a base URL, with nobody's credentials. */
export type AnonymousClient = (baseUrl: string) => JiraClient;

/** An answer by which Jira shows itself; `server` is missing where it tells nobody. */
interface Sighting {
  readonly baseUrl: string;
  readonly server: ServerInfo | undefined;
  readonly statedBaseUrl: string | undefined;
}

/**
 * Finds the Jira behind an address as a person gave it.
 *
 * @param address for instance the page of an issue, with or without a scheme
 * @throws {JiraError} what stands in the way at the likeliest of the addresses that it may mean
 */
export async function probeServer(address: string, clientFor: AnonymousClient, signal: AbortSignal): Promise<FoundServer> {
  const { urls, insecureUrls } = baseUrlCandidates(address);
  let sighting: Sighting;
  try {
    sighting = await firstSighting(urls, clientFor, signal);
  } catch (error) {
    if (insecureUrls.length === 0 || !(error instanceof JiraError) || !noSecureServer(error)) throw error;
    sighting = await firstSighting(insecureUrls, clientFor, signal);
  }
  return describe(sighting, clientFor(sighting.baseUrl), signal);
}

async function firstSighting(urls: readonly string[], clientFor: AnonymousClient, signal: AbortSignal): Promise<Sighting> {
  let failure: JiraError | undefined;
  for (const url of urls) {
    try {
      return await sight(url, clientFor, signal);
    } catch (error) {
      if (!(error instanceof JiraError) || !mayBeElsewhere(error)) throw error;
      failure ??= error;
    }
  }
  throw failure ?? new JiraError('notJira', 'There is no Jira at this address.');
}

async function sight(baseUrl: string, clientFor: AnonymousClient, signal: AbortSignal, redirected = false): Promise<Sighting> {
  const response = await clientFor(baseUrl).exchange({ path: serverInfoPath, signal });
  const url = baseUrl + serverInfoPath;
  if (response.status === 200) return readServerInfo(response, baseUrl, url);
  const moved = redirected ? undefined : movedBaseUrl(response, url);
  if (moved !== undefined) return sight(moved, clientFor, signal, true);
  if ((response.status === 401 || response.status === 403) && isJiraAnswer(response)) {
    return { baseUrl, server: undefined, statedBaseUrl: undefined };
  }
  throw answerError(response, url, 'other');
}

function readServerInfo({ body, status }: HttpResponse, baseUrl: string, url: string): Sighting {
  let value: unknown;
  try {
    value = parseJson(body);
  } catch {
    throw body.trimStart().startsWith('<') ? loginPageError(url, status) : notJira(url, status);
  }
  const server = toServerInfo(value);
  if (server === undefined) throw notJira(url, status);
  const stated = (value as { baseUrl?: unknown }).baseUrl;
  return { baseUrl, server, statedBaseUrl: typeof stated === 'string' ? plainLine(stated) : undefined };
}

/**
 * The new base where a server sends the same question elsewhere: to a context path, or to https on the same host. Any
 * other origin may belong to somebody else, and would get the credentials of whoever configures it.
 */
function movedBaseUrl({ status, headers }: HttpResponse, url: string): string | undefined {
  const { location } = headers;
  if (status < 300 || status >= 400 || location === undefined || !URL.canParse(location, url)) return undefined;
  const target = new URL(location, url);
  const asked = new URL(url);
  const secured = asked.protocol === 'http:' && target.protocol === 'https:' && target.hostname === asked.hostname;
  if ((target.origin !== asked.origin && !secured) || !target.pathname.endsWith(serverInfoPath)) return undefined;
  return target.origin + target.pathname.slice(0, -serverInfoPath.length);
}

async function describe({ baseUrl, server: told, statedBaseUrl }: Sighting, client: JiraClient, signal: AbortSignal): Promise<FoundServer> {
  const warnings: string[] = [];
  const server = told ?? unknownServer(baseUrl, await versionFromManifest(client, signal));
  const { protocol, hostname } = new URL(baseUrl);
  if (protocol === 'http:' && !/^(localhost|127\..*|\[::1\])$/.test(hostname)) {
    warnings.push('The address is plain http: credentials and issues can be read on their way. Use https where the server has it.');
  }
  if (server.versionNumbers.length === 0) {
    warnings.push('This Jira tells its version only to those who are logged in, as Jira does from version 10 on.');
  }
  if (statedBaseUrl !== undefined && trimmed(statedBaseUrl) !== baseUrl) {
    warnings.push(`Jira calls itself ${trimmed(statedBaseUrl)}, and is reached as ${baseUrl}. If OAuth signatures fail, this difference is why.`);
  }
  const askTokens = server.deploymentType === 'Server' && isAtLeast(server, 8, 14) !== false;
  const tokens = askTokens ? await hasTokens(client, signal) : undefined;
  return { baseUrl, server, tokens, warnings };
}

/** The manifest of application links tells the version in XML, also where `serverInfo` is closed. */
async function versionFromManifest(client: JiraClient, signal: AbortSignal): Promise<string | undefined> {
  const manifest = await optional(client.exchange({ path: '/rest/applinks/1.0/manifest', signal }), signal);
  if (manifest?.status !== 200 || !/<typeId>jira<\/typeId>|"typeId"\s*:\s*"jira"/.test(manifest.body)) return undefined;
  return /<version>(\d[\w.-]*)<\/version>|"version"\s*:\s*"(\d[\w.-]*)"/.exec(manifest.body)?.slice(1).find((each) => each !== undefined);
}

async function hasTokens(client: JiraClient, signal: AbortSignal): Promise<boolean | undefined> {
  const answer = await optional(client.exchange({ path: tokensPath, signal }), signal);
  return answer === undefined || answer.status >= 500 ? undefined : answer.status !== 404;
}

/** An answer that is good to have; a failure is no reason to stop, a cancellation is. */
async function optional(answer: Promise<HttpResponse>, signal: AbortSignal): Promise<HttpResponse | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (signal.aborted) throw error;
    return undefined;
  }
}

/** Whether another of the candidates may be the right one. */
function mayBeElsewhere({ kind, details }: JiraError): boolean {
  return details.httpStatus !== undefined && ['notJira', 'unsupported', 'notFound', 'loginPage', 'forbidden', 'credentialsRejected'].includes(kind);
}

/** Nobody listens there, or it does not speak TLS: not a certificate that is refused. */
function noSecureServer({ kind, details }: JiraError): boolean {
  return details.httpStatus === undefined && (kind === 'offline' || kind === 'notJira');
}

function notJira(url: string, httpStatus: number): JiraError {
  return new JiraError('notJira', `Something answers at ${url}, and it is not Jira.`, { httpStatus, hint: 'Check the address; it may lack the context path, as in https://example.com/jira.' });
}

function trimmed(url: string): string {
  return url.replace(/\/+$/, '');
}
