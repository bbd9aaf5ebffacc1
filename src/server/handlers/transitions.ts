import { accessTo } from '../../core/issues/access.ts';
import type { Handler } from '../handler.ts';

/** `jira/transitions`: the ways that are open to the user. */
export const transitions: Handler<'jira/transitions'> = async (place, { core }, signal) => {
  const { readTransitions } = await import('../../core/issues/transitions.ts');
  const access = await accessTo(core, place, signal);
  const found = await readTransitions(access, place.key);
  core.memory.transitions.note(access.provider.id, place.key, found);
  return { transitions: found };
};
