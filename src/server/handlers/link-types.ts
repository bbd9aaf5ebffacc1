import { accessTo } from '../../core/issues/access.ts';
import type { Handler } from '../handler.ts';

/** `jira/linkTypes`: the types of link between issues. */
export const linkTypes: Handler<'jira/linkTypes'> = async ({ provider }, { core }, signal) => {
  const { readLinkTypes } = await import('../../core/metadata/catalogue.ts');
  return { linkTypes: await readLinkTypes(await accessTo(core, { provider }, signal)) };
};
