import { accessTo } from '../../core/issues/access.ts';
import type { Handler } from '../handler.ts';

/** `jira/boards`: the boards of Jira Software. */
export const boards: Handler<'jira/boards'> = async ({ provider, ...request }, { core }, signal) => {
  const { readBoards } = await import('../../core/metadata/boards.ts');
  return { boards: await readBoards(await accessTo(core, { provider, project: request.project }, signal), request) };
};
