/** The headers that a gateway before Jira wants. */
import { invalidParams } from '../errors.ts';

/**
 * Checks the headers that are to be sent with each request to a server.
 *
 * Any header may be given but those that are part of the protocol between two neighbours (RFC 9110, section
 * 7.6.1), and those that the agent sends itself. `Cookie` may be given, since some gateways know their users by
 * one; but not Jira's own cookies: beside a token they make Jira refuse (401, “invalid cookie”).
 *
 * @param headers by name, as the user gave them
 * @returns them by lower-case name
 * @throws {JiraError} invalidParams for `network.headers.NAME`; it never repeats a value
 */
export function checkHeaders(headers: Readonly<Record<string, string>>): Record<string, string> {
  const checked: Record<string, string> = {};
  for (const [given, text] of Object.entries(headers)) {
    const path = `network.headers.${given}`;
    const name = given.trim().toLowerCase();
    const value = text.trim();
    if (!isToken(name)) throw invalidParams(path, 'This is no name of a header.', 'A name has letters, digits and hyphens, and no colon.');
    if (!isFieldValue(value)) throw invalidParams(path, 'The value has a character that no header may have, such as a line break.');
    if (Object.hasOwn(checked, name)) throw invalidParams(path, 'This header is there twice; upper and lower case do not matter.');
    refuse(name, value, path);
    checked[name] = value;
  }
  return checked;
}

/** RFC 9110, section 5.6.2. */
function isToken(name: string): boolean {
  return /^[!#$%&'*+.^_`|~\w-]+$/.test(name);
}

/** RFC 9110, section 5.5. */
function isFieldValue(value: string): boolean {
  return /^[\t\x20-\x7e\x80-\xff]*$/.test(value);
}

const ofTheConnection = new Set([
  'connection',
  'content-length',
  'expect',
  'host',
  'keep-alive',
  'proxy-authenticate',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);

const ofTheAgent = new Set(['accept', 'accept-encoding', 'content-type', 'user-agent', 'x-atlassian-token']);

function refuse(name: string, value: string, path: string): void {
  if (ofTheConnection.has(name)) throw invalidParams(path, 'This header belongs to the connection and cannot be set.');
  if (ofTheAgent.has(name)) throw invalidParams(path, 'The agent sends this header itself.');
  if (name === 'authorization') {
    throw invalidParams(path, 'This header is for the credentials of Jira.', 'Give them as `authentication`.');
  }
  if (name === 'proxy-authorization') {
    throw invalidParams(path, 'This header is for the proxy, and the server would see it.', 'Give user and password in `network.proxy`: http://user:password@host:port');
  }
  if (name === 'cookie' && /(^|;)\s*(JSESSIONID|seraph\.rememberme\.cookie|atlassian\.xsrf\.token)\s*=/i.test(value)) {
    throw invalidParams(path, 'Cookies of Jira itself cannot be sent: beside a token they make Jira refuse.', 'Leave just those of the gateway.');
  }
}
