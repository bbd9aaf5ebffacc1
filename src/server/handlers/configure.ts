import { configureProvider } from '../../core/providers/configure.ts';
import { toProvider } from '../../core/providers/records.ts';
import type { Handler } from '../handler.ts';

/** `jira/configure`: adds a provider or changes one, after everything was checked. */
export const configure: Handler<'jira/configure'> = async (params, { core }, signal) => {
  const record = await configureProvider(core, params, signal);
  return { provider: toProvider(record, false) };
};
