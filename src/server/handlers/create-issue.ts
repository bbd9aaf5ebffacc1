import { accessTo } from '../../core/issues/access.ts';
import type { Handler } from '../handler.ts';
import { tell } from '../warnings.ts';

/** `jira/createIssue`: creates an issue, once. */
export const createIssue: Handler<'jira/createIssue'> = async ({ provider, ...request }, { core, editor }, signal) => {
  const { createIssue: create } = await import('../../core/issues/create.ts');
  const access = await accessTo(core, { provider, project: request.project }, signal);
  const { value, warnings } = await create(access, request);
  return { issue: value, ...tell(warnings, editor) };
};
