import { accessTo } from '../../core/issues/access.ts';
import type { Handler } from '../handler.ts';

/** `jira/recentIssues`: the issues that the user looked at last. */
export const recentIssues: Handler<'jira/recentIssues'> = async ({ provider, limit }, { core }, signal) => {
  const { readRecentIssues } = await import('../../core/issues/recent.ts');
  return { issues: await readRecentIssues(await accessTo(core, { provider }, signal), limit) };
};
