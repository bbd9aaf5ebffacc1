import { accessTo } from '../../core/issues/access.ts';
import type { Handler } from '../handler.ts';

/** `jira/filters`: the favourite filters of the user. */
export const filters: Handler<'jira/filters'> = async ({ provider }, { core }, signal) => {
  const { readFilters } = await import('../../core/metadata/catalogue.ts');
  return { filters: await readFilters(await accessTo(core, { provider }, signal)) };
};
