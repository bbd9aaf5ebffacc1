import { accessTo } from '../../core/issues/access.ts';
import type { Handler } from '../handler.ts';

/** `jira/startWork`: assigns an issue, moves it into progress, and names a branch for it. */
export const startWork: Handler<'jira/startWork'> = async ({ provider, ...request }, { core }, signal) => {
  const { startWork: start } = await import('../../core/issues/start-work.ts');
  return start(await accessTo(core, { provider, key: request.key }, signal), request, signal);
};
