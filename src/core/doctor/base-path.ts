import type { Finding } from '../../../protocol/doctor.ts';
import type { HttpResponse } from '../../infrastructure/http/http.ts';
import { answerError, isJiraAnswer, loginPageError } from '../jira/error-answer.ts';
import type { JiraClient } from '../jira/client.ts';
import { parseJson } from '../jira/parse-json.ts';
import { serverInfoPath, toServerInfo } from '../jira/server-info.ts';
import { probeServer } from '../providers/probe.ts';
import type { ProviderRecord } from '../providers/records.ts';
import { plainLine } from '../text/plain-text.ts';
import { failed, ok, warning } from './findings.ts';

/** Context paths that administrators like to choose; Tomcat tells upper from lower case. */
const usualPaths = ['/jira', '/Jira', '/JIRA'];

/**
 * `basePath`: whether the base URL is the one of Jira, or another context path answers.
 *
 * @param answer of the server at the base URL to the question who it is, with no credentials
 * @param clientFor a client for another base URL on the same server, with no credentials
 */
export async function checkBasePath(
  { baseUrl, authentication }: ProviderRecord,
  answer: HttpResponse,
  clientFor: (baseUrl: string) => JiraClient,
  signal: AbortSignal,
): Promise<Finding> {
  const info = toInfo(answer);
  if (info !== undefined || isJira(answer)) return rightBase(baseUrl, authentication.type === 'oauth1', statedBaseUrl(info));
  // A server that has no answer yet says nothing of where it is.
  const refusal = answer.status >= 500 || answer.status === 429 ? undefined : await elsewhere(baseUrl, clientFor, signal);
  if (refusal !== undefined) {
    return {
      check: 'basePath',
      outcome: 'failed',
      detail: `There is no Jira at ${baseUrl} (HTTP ${answer.status}), but there is one at ${refusal}.`,
      hint: `Configure the provider with the base URL ${refusal}.`,
    };
  }
  const url = baseUrl + serverInfoPath;
  const error = answer.status >= 300 ? answerError(answer, url, 'other') : loginPageError(url, answer.status);
  return failed('basePath', error, 'Check the base URL and its context path, as in https://example.com/jira.');
}

/** Jira may ask for a login before it tells who it is, as from version 10 on. */
function isJira(answer: HttpResponse): boolean {
  return (answer.status === 401 || answer.status === 403) && isJiraAnswer(answer);
}

function toInfo({ status, body }: HttpResponse): object | undefined {
  if (status !== 200) return undefined;
  try {
    const value = parseJson(body);
    return toServerInfo(value) === undefined ? undefined : (value as object);
  } catch {
    return undefined;
  }
}

function statedBaseUrl(info: { baseUrl?: unknown } | undefined): string | undefined {
  return typeof info?.baseUrl === 'string' ? plainLine(info.baseUrl).replace(/\/+$/, '') : undefined;
}

function rightBase(baseUrl: string, signs: boolean, stated: string | undefined): Finding {
  if (stated === undefined || stated === baseUrl) return ok('basePath', `Jira answers at ${baseUrl}.`);
  const detail = `Jira answers at ${baseUrl}, and calls itself ${stated}.`;
  if (!signs) return ok('basePath', detail);
  return warning('basePath', detail, 'If OAuth signatures fail, this difference is why: an administrator sets `proxyName`, `proxyPort` and `scheme` of the connector in Jira’s server.xml.');
}

/** The base URL of a Jira on the same server. */
async function elsewhere(baseUrl: string, clientFor: (baseUrl: string) => JiraClient, signal: AbortSignal): Promise<string | undefined> {
  const { origin } = new URL(baseUrl);
  for (const address of [baseUrl, ...usualPaths.map((path) => origin + path)]) {
    try {
      const found = await probeServer(address, clientFor, signal);
      if (found.baseUrl !== baseUrl) return found.baseUrl;
    } catch (error) {
      if (signal.aborted) throw error;
    }
  }
  return undefined;
}
