import { findKeysInBranch } from '../../core/references/find-references.ts';
import type { Handler } from '../handler.ts';

/** `jira/branchIssues`: the issues that the name of a branch tells. */
export const branchIssues: Handler<'jira/branchIssues'> = async ({ branch }, { projects }) => {
  const keys = await projects();
  await keys.known();
  return { issues: findKeysInBranch(branch, keys.servers).flatMap(({ key, servers }) => servers.map(({ provider }) => ({ provider, key }))) };
};
