import type { Handler } from '../handler.ts';

/** `jira/presets`: the queries that are there from the start. */
export const presets: Handler<'jira/presets'> = async ({ provider, project }, { core }, signal) => {
  const [{ accessTo }, { listPresets }] = await Promise.all([import('../../core/issues/access.ts'), import('../../core/issues/presets.ts')]);
  const { language } = await core.jql.language(await accessTo(core, { provider }, signal), signal);
  return { presets: listPresets(project, language.sprintField) };
};
