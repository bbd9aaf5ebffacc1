import { accessTo } from '../../core/issues/access.ts';
import type { Handler } from '../handler.ts';
import { tell } from '../warnings.ts';

/** `jira/comment`: adds a comment. */
export const comment: Handler<'jira/comment'> = async ({ body, ...place }, { core, editor }, signal) => {
  const { addComment } = await import('../../core/issues/comment.ts');
  const { value, warnings } = await addComment(await accessTo(core, place, signal), place.key, body);
  return { comment: value, ...tell(warnings, editor) };
};
