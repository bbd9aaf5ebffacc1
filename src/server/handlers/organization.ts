import type { Handler } from '../handler.ts';

/** `jira/organization`: how the organization's database is doing, and what it holds. */
export const organization: Handler<'jira/organization'> = async (_params, { core }) => {
  const { organizationStatus } = await import('../../core/organization/status.ts');
  return organizationStatus(core);
};
