/** An organization as text for a terminal. */
import type { ApplicationLink } from '../../protocol/keys.ts';
import type { OrganizationProvider, OrganizationStatus } from '../../protocol/organization.ts';
import { plainLine } from '../core/text/plain-text.ts';

/** How the database is doing, and what it holds. */
export function formatStatus({ state, database = '', problem, checkedAt, organizations }: OrganizationStatus): string {
  if (state === 'none') return 'There is no database of an organization: set JIRA_ORGANIZATION to its address, or give --database.\n';
  const head = state === 'connected' ? `The database ${database} is there.\n` : `${problem ?? 'The database is away.'}\n${checkedAt === undefined ? '' : `What follows is of ${checkedAt}.\n`}`;
  const parts = organizations.map(({ name, role, recipients, passphrase, providers }) => {
    const openers = `${passphrase ? 'a passphrase, ' : ''}${recipients.length} recipient(s) of age`;
    return `\n${plainLine(name)} (you are ${role}; keys open with ${openers})\n${providers.map(formatProvider).join('')}`;
  });
  return head + parts.join('');
}

/** A published provider, with who is on which key. */
export function formatProvider({ provider, name, baseUrl, authentication, keys, users = [] }: OrganizationProvider): string {
  const lines = [
    `  ${plainLine(name)}  ${baseUrl}`,
    `    id ${provider}, ${authentication.type}${authentication.consumerKey === undefined ? '' : `, consumer key ${authentication.consumerKey}`}`,
    ...keys.map(({ fingerprint, addedAt, users: count }) => `    key ${fingerprint}, since ${addedAt}${count === undefined ? '' : `, ${count} user(s)`}`),
    ...users.map(({ user, fingerprint, seenOn }) => `    ${plainLine(user)} is on ${fingerprint} (${seenOn})`),
  ];
  return `${lines.join('\n')}\n`;
}

/** What the administrator does in Jira. */
export function formatLink({ publicKey, steps }: ApplicationLink): string {
  return `\n${publicKey.trim()}\n\n${steps.map((step, index) => `${index + 1}. ${step}\n`).join('')}`;
}
