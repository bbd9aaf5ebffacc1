import type { Handler } from '../handler.ts';

/** `jira/setUpOrganization`: the tables, the organization, and its encryption. */
export const setUpOrganization: Handler<'jira/setUpOrganization'> = async (params, { core }) => {
  const { setUpOrganization: setUp } = await import('../../core/organization/set-up.ts');
  return setUp(core, params);
};
