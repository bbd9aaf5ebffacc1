import { accessTo } from '../../core/issues/access.ts';
import type { Handler } from '../handler.ts';
import { tell } from '../warnings.ts';

/** `jira/transition`: moves an issue to another status. */
export const transition: Handler<'jira/transition'> = async ({ transition: wanted, fields, comment, ...place }, { core, editor }, signal) => {
  const { transitionIssue } = await import('../../core/issues/transition.ts');
  const access = await accessTo(core, place, signal);
  const { value, warnings } = await transitionIssue(access, place.key, wanted, { fields, comment });
  return { issue: value, ...tell(warnings, editor) };
};
