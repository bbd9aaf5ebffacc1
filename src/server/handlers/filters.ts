import { seenAccessTo } from '../../core/issues/seen-access.ts';
import type { Handler } from '../handler.ts';

/** `jira/filters`: the favourite filters of the user. */
export const filters: Handler<'jira/filters'> = async ({ provider }, { core }, signal) => {
  const { readFilters } = await import('../../core/metadata/catalogue.ts');
  const access = await seenAccessTo(core, { provider }, signal);
  return { filters: await readFilters(access), ...access.mark };
};
