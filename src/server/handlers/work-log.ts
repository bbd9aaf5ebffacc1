import { seenAccessTo } from '../../core/issues/seen-access.ts';
import type { Handler } from '../handler.ts';

/** `jira/workLog`: the work log of an issue. */
export const workLog: Handler<'jira/workLog'> = async (place, { core }, signal) => {
  const { readWorkLog } = await import('../../core/issues/work-log.ts');
  const access = await seenAccessTo(core, place, signal);
  const entries = await readWorkLog(access, place.key);
  return { entries, timeSpent: entries.reduce((total, { timeSpent }) => total + timeSpent, 0), ...access.mark };
};
