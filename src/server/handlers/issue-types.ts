import { accessTo } from '../../core/issues/access.ts';
import type { Handler } from '../handler.ts';

/** `jira/issueTypes`: what can be created in a project. */
export const issueTypes: Handler<'jira/issueTypes'> = async (place, { core }, signal) => {
  const { readIssueTypes } = await import('../../core/metadata/create-meta.ts');
  return { issueTypes: await readIssueTypes(await accessTo(core, place, signal), place.project) };
};
