import { seenAccessTo } from '../../core/issues/seen-access.ts';
import type { Handler } from '../handler.ts';

/** `jira/sprints`: the sprints of a board. */
export const sprints: Handler<'jira/sprints'> = async ({ provider, board, states }, { core }, signal) => {
  const { readSprints } = await import('../../core/metadata/boards.ts');
  const access = await seenAccessTo(core, { provider }, signal);
  return { sprints: await readSprints(access, board, states), ...access.mark };
};
