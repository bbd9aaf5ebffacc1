import { accessTo } from '../../core/issues/access.ts';
import type { Handler } from '../handler.ts';
import { tell } from '../warnings.ts';

/** `jira/logWork`: logs time that was spent on an issue. */
export const logWork: Handler<'jira/logWork'> = async ({ provider, key, ...work }, { core, editor }, signal) => {
  const { logWork: log } = await import('../../core/issues/work-log.ts');
  const { value, warnings } = await log(await accessTo(core, { provider, key }, signal), key, work);
  return { id: value, ...tell(warnings, editor) };
};
