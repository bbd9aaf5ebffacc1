import { accessTo } from '../../core/issues/access.ts';
import type { Handler } from '../handler.ts';
import { tell } from '../warnings.ts';

/** `jira/link`: links an issue to another one. */
export const link: Handler<'jira/link'> = async ({ type, to, ...place }, { core, editor }, signal) => {
  const { linkIssues } = await import('../../core/issues/link.ts');
  const { value, warnings } = await linkIssues(await accessTo(core, place, signal), place.key, type, to);
  return { links: value, ...tell(warnings, editor) };
};
