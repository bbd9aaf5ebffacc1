import type { Handler } from '../handler.ts';

/** `jira/publishProvider`: a provider for everybody in the organization. */
export const publishProvider: Handler<'jira/publishProvider'> = async (params, { core }, signal) => {
  const { publishProvider: publish } = await import('../../core/organization/publish.ts');
  return { provider: await publish(core, params, signal) };
};
