import { accessTo } from '../../core/issues/access.ts';
import type { Handler } from '../handler.ts';
import { tell } from '../warnings.ts';

/** `jira/labels`: adds and removes labels. */
export const labels: Handler<'jira/labels'> = async ({ add, remove, ...place }, { core, editor }, signal) => {
  const { changeLabels } = await import('../../core/issues/edit.ts');
  const access = await accessTo(core, place, signal);
  const { value, warnings } = await changeLabels(access, place.key, add ?? [], remove ?? []);
  return { issue: value, ...tell(warnings, editor) };
};
