import { accessTo } from '../../core/issues/access.ts';
import type { Handler } from '../handler.ts';

/** `jira/projects`: the projects that the user may see. */
export const projects: Handler<'jira/projects'> = async ({ provider, recent }, { core }, signal) => {
  const { readProjects } = await import('../../core/metadata/catalogue.ts');
  return { projects: await readProjects(await accessTo(core, { provider }, signal), recent) };
};
