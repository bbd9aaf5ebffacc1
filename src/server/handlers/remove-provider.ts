import { removeProvider as remove } from '../../core/workspace/trust.ts';
import type { Handler } from '../handler.ts';

/** `jira/removeProvider`: forgets a provider with its credentials. */
export const removeProvider: Handler<'jira/removeProvider'> = async ({ provider }, { core }) => {
  await remove(core, provider);
  return null;
};
