import { accessTo } from '../../core/issues/access.ts';
import type { Handler } from '../handler.ts';

/** `jira/editFields`: the fields of an issue that the user may edit. */
export const editFields: Handler<'jira/editFields'> = async (place, { core }, signal) => {
  const { readEditFields } = await import('../../core/issues/edit.ts');
  return { fields: await readEditFields(await accessTo(core, place, signal), place.key) };
};
