import { accessTo } from '../../core/issues/access.ts';
import type { Handler } from '../handler.ts';

/** `jira/branchName`: names a branch for an issue. */
export const branchName: Handler<'jira/branchName'> = async ({ provider, key, branchTemplate }, { core }, signal) => {
  const [{ branchName: name }, { readIssue }] = await Promise.all([import('../../core/issues/branch-name.ts'), import('../../core/issues/read-issue.ts')]);
  const access = await accessTo(core, { provider, key }, signal);
  const [issue, me] = await Promise.all([readIssue(access, key), access.me()]);
  return { branch: name(branchTemplate, issue, me.name), issue };
};
