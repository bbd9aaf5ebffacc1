import { seenAccessTo } from '../../core/issues/seen-access.ts';
import type { Handler } from '../handler.ts';

/** `jira/boards`: the boards of Jira Software. */
export const boards: Handler<'jira/boards'> = async ({ provider, ...request }, { core }, signal) => {
  const { readBoards } = await import('../../core/metadata/boards.ts');
  const access = await seenAccessTo(core, { provider, project: request.project }, signal);
  return { boards: await readBoards(access, request), ...access.mark };
};
