import type { Finding } from '../../../protocol/doctor.ts';
import type { AuthenticationType, ServerInfo } from '../../../protocol/provider.ts';
import { isAtLeast } from '../jira/server-info.ts';
import { ok, skipped, warning } from './findings.ts';

/** The 9.x line has no support from here on. */
const endOf9 = Date.parse('2026-06-26');
/** Data Center itself ends: its licences then allow reading alone. */
const endOfDataCenter = Date.parse('2029-03-28');
/** Milliseconds before an end from which on it is warned of. */
const warned = 365 * 86_400_000;

/**
 * `version`: what follows from the version of the server.
 *
 * @param server as it was last seen
 * @param now milliseconds since the epoch
 */
export function checkVersion(server: ServerInfo, authentication: AuthenticationType, now: number): Finding {
  if (server.versionNumbers.length === 0) {
    return skipped('version', 'The version is not known: Jira tells it only to those who are logged in.', 'Log in, and ask the doctor again.');
  }
  const detail = `Jira ${server.version}: ${consequences(server).join('; ')}.`;
  if (authentication === 'basic' && isAtLeast(server, 11, 0)) {
    return warning('version', detail, 'Configure the provider with a personal access token: Basic authentication lasts only as long as the administrator keeps it switched on.');
  }
  if (server.versionNumbers[0] === 9 && now >= endOf9 - warned) {
    return warning('version', `${detail} The 9.x line reaches its end of life on 26 June 2026.`, 'Ask the administrator when Jira moves on to a newer Long Term Support release, such as 10.3 or 11.3.');
  }
  if (now >= endOfDataCenter - warned) {
    return warning('version', `${detail} Jira Data Center reaches its end of life on 28 March 2029; licences then allow reading alone.`, 'Ask the administrator what comes after Data Center.');
  }
  return ok('version', detail);
}

/** Each is a change of Jira's own; see its release notes of the version named. */
function consequences(server: ServerInfo): string[] {
  const since = (major: number, minor: number): boolean => isAtLeast(server, major, minor) === true;
  return [
    since(8, 14) ? 'it has personal access tokens' : 'it has no personal access tokens yet (8.14)',
    since(8, 22) ? 'application links for OAuth 1.0a are made by “Create link” as an “Atlassian product”' : 'application links for OAuth 1.0a are made by the address of the application',
    createMeta(since),
    since(11, 0) ? 'Basic authentication is off unless the administrator switches it on' : 'Basic authentication is on unless the administrator switches it off',
  ];
}

function createMeta(since: (major: number, minor: number) => boolean): string {
  if (since(9, 0)) return 'what a new issue needs is asked by project and type (createmeta of 8.4)';
  return since(8, 4) ? 'what a new issue needs can be asked both ways (createmeta, old and new)' : 'what a new issue needs is asked all at once (old createmeta)';
}
