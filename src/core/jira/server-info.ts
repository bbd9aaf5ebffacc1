/** What a Jira server says of itself, and what follows from its version. */
import type { AuthenticationOption, ServerInfo } from '../../../protocol/provider.ts';
import { plainLine } from '../text/plain-text.ts';

/** Where the server says who it is; without credentials up to Jira 9, and on public sites. */
export const serverInfoPath = '/rest/api/2/serverInfo';

/** The user's own personal access tokens; 404 where the server has none (before 8.14, or switched off). */
export const tokensPath = '/rest/pat/latest/tokens';

/** The administrator's page of application links. */
export function applicationLinksUrl(baseUrl: string): string {
  return `${baseUrl}/plugins/servlet/applinks/listApplicationLinks`;
}

/** The page where a user creates a personal access token. */
export function personalAccessTokensUrl(baseUrl: string): string {
  return `${baseUrl}/secure/ViewProfile.jspa?selectedTab=com.atlassian.pats.pats-plugin:jira-user-personal-access-tokens`;
}

/**
 * Reads the answer of `serverInfo`.
 *
 * @returns `undefined` where it is none
 */
export function toServerInfo(value: unknown): ServerInfo | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { versionNumbers, deploymentType, buildNumber, ...texts } = value as Record<string, unknown>;
  const version = line(texts['version']);
  if (version === '') return undefined;
  const numbers = Array.isArray(versionNumbers) ? versionNumbers.filter((each): each is number => Number.isSafeInteger(each)).slice(0, 10) : numbersOf(version);
  return {
    version,
    versionNumbers: numbers,
    deploymentType: deploymentType === 'Cloud' ? 'Cloud' : 'Server',
    title: line(texts['serverTitle']) || 'Jira',
    ...(Number.isSafeInteger(buildNumber) ? { buildNumber: buildNumber as number } : {}),
  };
}

/** A server that does not tell its version to anybody who is not logged in, as from Jira 10 on. */
export function unknownServer(baseUrl: string, version: string | undefined): ServerInfo {
  return {
    version: line(version) || 'unknown',
    versionNumbers: numbersOf(line(version)),
    deploymentType: 'Server',
    title: new URL(baseUrl).host,
  };
}

/**
 * Whether a server's version is at least the given one.
 *
 * @returns `undefined` while the version is not known
 */
export function isAtLeast(server: ServerInfo, major: number, minor: number): boolean | undefined {
  const [ownMajor, ownMinor = 0] = server.versionNumbers;
  if (ownMajor === undefined) return undefined;
  return ownMajor > major || (ownMajor === major && ownMinor >= minor);
}

/**
 * Every way in, the recommended one first: a personal access token from Jira 8.14 on, OAuth before
 * that or where tokens are switched off.
 *
 * @param tokensAnswer whether the server has its tokens endpoint; `undefined` where it was not asked
 */
export function authenticationOptions(server: ServerInfo, tokensAnswer: boolean | undefined): AuthenticationOption[] {
  if (server.deploymentType === 'Cloud') {
    const reason = 'This is Jira Cloud; the agent works with self-hosted Jira (Server and Data Center).';
    return (['token', 'oauth1', 'basic'] as const).map((type) => ({ type, supported: false, recommended: false, reason }));
  }
  const name = server.versionNumbers.length === 0 ? 'This Jira' : `Jira ${server.version}`;
  const oldForTokens = isAtLeast(server, 8, 14) === false;
  const tokens = !oldForTokens && tokensAnswer !== false;
  const token: AuthenticationOption = {
    type: 'token',
    supported: tokens,
    recommended: tokens,
    reason: tokens
      ? `${name} has personal access tokens: each user creates one in the profile, with no administrator.`
      : oldForTokens
        ? `${name} has no personal access tokens; they came with 8.14.`
        : `Personal access tokens are switched off on ${name === 'This Jira' ? 'this Jira' : name}.`,
  };
  const oauth1: AuthenticationOption = {
    type: 'oauth1',
    supported: true,
    recommended: !tokens,
    reason: 'OAuth 1.0a: an administrator sets up an application link once, then each user approves access in the browser.',
  };
  const basicOff = isAtLeast(server, 11, 0) === true;
  const basic: AuthenticationOption = {
    type: 'basic',
    supported: !basicOff,
    recommended: false,
    reason: basicOff
      ? 'Jira switches Basic authentication off by default from version 11 on.'
      : 'The password itself is kept and sent, and failures can lock the account; single sign-on often forbids it.',
  };
  return tokens ? [token, oauth1, basic] : [oauth1, token, basic];
}

function numbersOf(version: string): number[] {
  return (/^\d+(\.\d+)*/.exec(version)?.[0] ?? '').split('.').filter((part) => part !== '').map(Number).filter(Number.isSafeInteger);
}

function line(value: unknown): string {
  return typeof value === 'string' ? plainLine(value, 255) : '';
}
