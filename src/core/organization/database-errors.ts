/** What failures of the organization's database are on the wire. */
import type { ErrorKind } from '../../../protocol/errors.ts';
import type { DatabaseFailure } from '../../infrastructure/database/database.ts';
import { JiraError } from '../errors.ts';

const kinds: Readonly<Record<DatabaseFailure['reason'], ErrorKind>> = {
  offline: 'offline',
  timeout: 'timeout',
  certificate: 'certificate',
  credentials: 'credentialsRejected',
  forbidden: 'forbidden',
  notSetUp: 'unsupported',
  unsupported: 'unsupported',
  conflict: 'conflict',
  other: 'server',
};

/** Does something with the database. @throws {JiraError} for what the database does not do */
export async function fromDatabase<R>(work: () => Promise<R>): Promise<R> {
  try {
    return await work();
  } catch (error) {
    if (isDatabaseFailure(error)) throw new JiraError(kinds[error.reason], error.message);
    throw error;
  }
}

/** The error where no database is set. */
export function noDatabase(): JiraError {
  const hint = 'Set `organization` to the address of the database, as in postgres://mia@db.example.com/jira.';
  return new JiraError('unsupported', `There is no database of an organization in the settings. ${hint}`, { hint });
}

function isDatabaseFailure(error: unknown): error is DatabaseFailure {
  return error instanceof Error && error.name === 'DatabaseFailure';
}
