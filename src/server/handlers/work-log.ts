import { accessTo } from '../../core/issues/access.ts';
import type { Handler } from '../handler.ts';

/** `jira/workLog`: the work log of an issue. */
export const workLog: Handler<'jira/workLog'> = async (place, { core }, signal) => {
  const { readWorkLog } = await import('../../core/issues/work-log.ts');
  const entries = await readWorkLog(await accessTo(core, place, signal), place.key);
  return { entries, timeSpent: entries.reduce((total, { timeSpent }) => total + timeSpent, 0) };
};
