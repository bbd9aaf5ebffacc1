import { accessTo } from '../../core/issues/access.ts';
import type { Handler } from '../handler.ts';

/** `jira/issue`: one issue with everything that its page shows. */
export const issue: Handler<'jira/issue'> = async ({ fields, opened, ...place }, { core }, signal) => {
  const { readIssueDetail } = await import('../../core/issues/read-issue.ts');
  return readIssueDetail(await accessTo(core, place, signal), { key: place.key, fields: fields ?? [], opened });
};
