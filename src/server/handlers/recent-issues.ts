import { seenAccessTo } from '../../core/issues/seen-access.ts';
import type { Handler } from '../handler.ts';

/** `jira/recentIssues`: the issues that the user looked at last. */
export const recentIssues: Handler<'jira/recentIssues'> = async ({ provider, limit }, { core }, signal) => {
  const { readRecentIssues } = await import('../../core/issues/recent.ts');
  const access = await seenAccessTo(core, { provider }, signal);
  const issues = await readRecentIssues(access, limit);
  if (access.mark.cached === undefined) access.seen.note(issues, 'listed');
  return { issues, ...access.mark };
};
