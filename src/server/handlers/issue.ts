import type { Handler } from '../handler.ts';

/** `jira/issue`: one issue with everything that its page shows. */
export const issue: Handler<'jira/issue'> = async ({ fields, opened, cache, ...place }, { core }, signal) => {
  const { showIssueDetail } = await import('../../core/issues/seen-detail.ts');
  return showIssueDetail(core, place, { key: place.key, fields: fields ?? [], opened }, cache, signal);
};
