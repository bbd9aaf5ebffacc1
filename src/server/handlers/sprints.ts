import { accessTo } from '../../core/issues/access.ts';
import type { Handler } from '../handler.ts';

/** `jira/sprints`: the sprints of a board. */
export const sprints: Handler<'jira/sprints'> = async ({ provider, board, states }, { core }, signal) => {
  const { readSprints } = await import('../../core/metadata/boards.ts');
  return { sprints: await readSprints(await accessTo(core, { provider }, signal), board, states) };
};
