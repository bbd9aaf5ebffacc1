import { accessTo } from '../../core/issues/access.ts';
import type { Handler } from '../handler.ts';

/** `jira/createFields`: the fields to create an issue with. */
export const createFields: Handler<'jira/createFields'> = async ({ type, ...place }, { core }, signal) => {
  const { readCreateFields } = await import('../../core/metadata/create-meta.ts');
  return readCreateFields(await accessTo(core, place, signal), place.project, type);
};
