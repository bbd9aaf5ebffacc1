import type { Handler } from '../handler.ts';

/** `jira/validateJql`: what is wrong with a query, and where. */
export const validateJql: Handler<'jira/validateJql'> = async ({ provider, jql }, { core }, signal) => {
  const [{ accessTo }, { validate }] = await Promise.all([import('../../core/issues/access.ts'), import('../../core/jql/validate.ts')]);
  const { problems, checked, warnings } = await validate(await accessTo(core, { provider }, signal), core.jql, jql, signal);
  return { problems: [...problems], checked, warnings: [...warnings] };
};
