import { accessTo } from '../../core/issues/access.ts';
import type { Handler } from '../handler.ts';
import { tell } from '../warnings.ts';

/** `jira/assign`: assigns an issue to somebody, or to nobody. */
export const assign: Handler<'jira/assign'> = async ({ assignee, ...place }, { core, editor }, signal) => {
  const { assignIssue } = await import('../../core/issues/assign.ts');
  const access = await accessTo(core, place, signal);
  const { value, warnings } = await assignIssue(access, place.key, assignee);
  return { issue: value, ...tell(warnings, editor) };
};
