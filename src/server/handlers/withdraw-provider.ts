import type { Handler } from '../handler.ts';

/** `jira/withdrawProvider`: a provider less for everybody. */
export const withdrawProvider: Handler<'jira/withdrawProvider'> = async ({ provider }, { core }) => {
  const { withdrawProvider: withdraw } = await import('../../core/organization/rotate.ts');
  await withdraw(core, provider);
  return null;
};
