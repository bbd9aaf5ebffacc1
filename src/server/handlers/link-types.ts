import { seenAccessTo } from '../../core/issues/seen-access.ts';
import type { Handler } from '../handler.ts';

/** `jira/linkTypes`: the types of link between issues. */
export const linkTypes: Handler<'jira/linkTypes'> = async ({ provider }, { core }, signal) => {
  const { readLinkTypes } = await import('../../core/metadata/catalogue.ts');
  const access = await seenAccessTo(core, { provider }, signal);
  return { linkTypes: await readLinkTypes(access), ...access.mark };
};
