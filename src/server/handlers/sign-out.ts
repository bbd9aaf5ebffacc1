import { signOut as forgetCredentials } from '../../core/providers/authorize.ts';
import { toProvider } from '../../core/providers/records.ts';
import type { Handler } from '../handler.ts';

/** `jira/signOut`: forgets the credentials of a provider. */
export const signOut: Handler<'jira/signOut'> = async ({ provider }, { core }, signal) => {
  const record = await forgetCredentials(core, provider, signal);
  return { provider: toProvider(record, false) };
};
