import { seenAccessTo } from '../../core/issues/seen-access.ts';
import type { Handler } from '../handler.ts';

/** `jira/projects`: the projects that the user may see. */
export const projects: Handler<'jira/projects'> = async ({ provider, recent }, { core }, signal) => {
  const { readProjects } = await import('../../core/metadata/catalogue.ts');
  const access = await seenAccessTo(core, { provider }, signal);
  return { projects: await readProjects(access, recent), ...access.mark };
};
