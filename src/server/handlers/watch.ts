import { accessTo } from '../../core/issues/access.ts';
import type { Handler } from '../handler.ts';
import { tell } from '../warnings.ts';

/** `jira/watch`: watches an issue, or stops it. */
export const watch: Handler<'jira/watch'> = async ({ watching, ...place }, { core, editor }, signal) => {
  const { watchIssue } = await import('../../core/issues/watch.ts');
  const { value, warnings } = await watchIssue(await accessTo(core, place, signal), place.key, watching);
  return { ...value, ...tell(warnings, editor) };
};
