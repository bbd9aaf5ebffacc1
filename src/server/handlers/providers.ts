import type { Handler } from '../handler.ts';
import { currentProviders } from '../providers-notifier.ts';

/** `jira/providers`: the configured providers. */
export const providers: Handler<'jira/providers'> = async (_params, { core }) => ({ providers: await currentProviders(core) });
