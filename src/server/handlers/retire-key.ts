import type { Handler } from '../handler.ts';

/** `jira/retireKey`: takes a key back. */
export const retireKey: Handler<'jira/retireKey'> = async ({ provider, fingerprint }, { core }) => {
  const { retireKey: retire } = await import('../../core/organization/rotate.ts');
  return { provider: await retire(core, provider, fingerprint) };
};
