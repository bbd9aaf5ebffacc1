/** Users as Jira gives them. */
import type { User } from '../../../protocol/provider.ts';
import { plainLine, webAddress } from '../text/plain-text.ts';

/**
 * A user of Jira's answers; `undefined` where there is none (an anonymous author may be absent).
 *
 * @param value for instance `fields.assignee` or the answer of `/myself`
 */
export function toUser(value: unknown): User | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { name, key, displayName, emailAddress, avatarUrls } = value as Record<string, unknown>;
  const login = text(name) ?? text(key);
  if (login === undefined) return undefined;
  const avatars = typeof avatarUrls === 'object' && avatarUrls !== null ? (avatarUrls as Record<string, unknown>) : {};
  const avatarUrl = webAddress(avatars['48x48']);
  const keyText = text(key);
  const email = text(emailAddress);
  return {
    name: login,
    ...(keyText === undefined ? {} : { key: keyText }),
    displayName: text(displayName) ?? login,
    ...(email === undefined ? {} : { email }),
    ...(avatarUrl === undefined ? {} : { avatarUrl }),
  };
}

function text(value: unknown): string | undefined {
  const line = typeof value === 'string' ? plainLine(value, 255) : '';
  return line === '' ? undefined : line;
}
