import { accessTo } from '../../core/issues/access.ts';
import type { Handler } from '../handler.ts';
import { tell } from '../warnings.ts';

/** `jira/editIssue`: changes fields of an issue. */
export const editIssue: Handler<'jira/editIssue'> = async ({ provider, key, ...changes }, { core, editor }, signal) => {
  const { editIssue: edit } = await import('../../core/issues/edit.ts');
  const access = await accessTo(core, { provider, key }, signal);
  const { value, warnings } = await edit(access, key, changes);
  return { issue: value, ...tell(warnings, editor) };
};
