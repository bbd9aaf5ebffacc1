import { completeAuthorization as complete } from '../../core/providers/authorize.ts';
import { toProvider } from '../../core/providers/records.ts';
import type { Handler } from '../handler.ts';

/** `jira/completeAuthorization`: waits for the browser or takes the code, and exchanges it for access. */
export const completeAuthorization: Handler<'jira/completeAuthorization'> = async ({ authorization, verifier }, { core }, signal) => {
  const record = await complete(core, authorization, verifier, signal);
  return { provider: toProvider(record, false) };
};
