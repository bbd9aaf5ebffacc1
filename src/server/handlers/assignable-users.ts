import { invalidParams } from '../../core/errors.ts';
import { accessTo } from '../../core/issues/access.ts';
import type { Handler } from '../handler.ts';

/** `jira/assignableUsers`: users to whom an issue can be assigned. */
export const assignableUsers: Handler<'jira/assignableUsers'> = async ({ provider, ...request }, { core }, signal) => {
  const { key, project } = request;
  if (key === undefined && project === undefined) throw invalidParams('key', '`key` is missing: give the key of an issue, or a `project`.');
  if (key !== undefined && project !== undefined) throw invalidParams('project', '`project` is given beside `key`: give one of the two.');
  const { readAssignableUsers } = await import('../../core/metadata/catalogue.ts');
  return { users: await readAssignableUsers(await accessTo(core, { provider, key, project }, signal), request) };
};
