/** What an error of the PostgreSQL client means. */
import { DatabaseFailure } from './database.ts';

/** By the classes and codes of PostgreSQL (its documentation, appendix A). */
const bySqlState: readonly (readonly [RegExp, DatabaseFailure['reason'], string])[] = [
  [/^28/, 'credentials', 'does not accept the user or the password'],
  [/^(53|57P0|08)/, 'offline', 'takes no connection just now'],
  [/^3D000/, 'notSetUp', 'does not exist there'],
  [/^(3F000|42P01)/, 'notSetUp', 'holds no organization yet: whoever owns it sets one up (`jira-language-server org set-up`)'],
  [/^42501/, 'forbidden', 'does not allow that to this user'],
  [/^2350[35]/, 'conflict', 'has something else in its place'],
  [/^23514/, 'other', 'refuses these values'],
];

const certificateCodes = /CERT|SELF_SIGNED|UNABLE_TO_(GET|VERIFY)|ERR_TLS/;

/**
 * The failure behind an error. PostgreSQL's own words are left out, since they may quote what a row holds.
 *
 * @param name what the database is called in messages
 */
export function toDatabaseFailure(error: unknown, name: string): DatabaseFailure {
  if (error instanceof DatabaseFailure) return error;
  const { code = '', message = '' } = (error ?? {}) as { code?: unknown; message?: unknown } as { code?: string; message?: string };
  const failure = (reason: DatabaseFailure['reason'], what: string): DatabaseFailure => new DatabaseFailure(reason, `The database ${name} ${what}.`);
  const known = /^[0-9A-Z]{5}$/.test(code) ? bySqlState.find(([pattern]) => pattern.test(code)) : undefined;
  if (known !== undefined) return failure(known[1], known[2]);
  if (certificateCodes.test(code)) return failure('certificate', `has a certificate that is not trusted (${code}). Name its authority by \`sslrootcert\` in the address`);
  if (/does not support SSL/.test(message)) return failure('certificate', 'does not encrypt connections. Switch TLS on there; or, where nobody can listen in, say `sslmode=disable` in the address');
  if (/SASL|password must be a string/i.test(message)) return failure('credentials', 'wants a password: give it by PGPASSWORD, by PGPASSFILE, or in the address');
  if (/timeout/i.test(message) || code === 'ETIMEDOUT') return failure('timeout', 'did not answer in time');
  if (/^E[A-Z]+$/.test(code) || /Connection terminated|not queryable|connection (error|ended)/i.test(message)) return failure('offline', `cannot be reached${code === '' ? '' : ` (${code})`}`);
  return failure('other', `failed${/^[0-9A-Z]{5}$/.test(code) ? ` (${code})` : ''}`);
}
