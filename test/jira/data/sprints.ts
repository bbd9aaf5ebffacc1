import type { Sprint } from './issue.ts';
import type { Random } from './random.ts';

/** A board of Jira Software. */
export interface Board {
  readonly id: number;
  readonly name: string;
  readonly type: 'scrum' | 'kanban';
  /** Key of its project. */
  readonly project: string;
}

/** The boards. */
export const boards: readonly Board[] = [
  { id: 1, name: 'ABC board', type: 'scrum', project: 'ABC' },
  { id: 2, name: 'OPS board', type: 'kanban', project: 'OPS' },
  { id: 3, name: 'WEB board', type: 'scrum', project: 'WEB' },
];

/** The sprints; names hold what a careless parser stumbles over. */
export const sprints: readonly Sprint[] = [
  {
    id: 1,
    board: 1,
    name: 'ABC Sprint 1',
    state: 'closed',
    start: '2025-05-05T08:00:00.000Z',
    end: '2025-05-19T08:00:00.000Z',
    complete: '2025-05-19T09:12:44.321Z',
    goal: '',
  },
  {
    id: 2,
    board: 1,
    name: 'ABC Sprint 2, a=b [final]',
    state: 'active',
    start: '2025-06-16T08:00:00.000Z',
    end: '2025-06-30T08:00:00.000Z',
    goal: 'Ship it, at last',
  },
  { id: 3, board: 1, name: 'ABC Sprint 3', state: 'future', goal: '' },
  {
    id: 4,
    board: 3,
    name: 'WEB Überarbeitung',
    state: 'active',
    start: '2025-06-16T08:00:00.000Z',
    end: '2025-06-30T08:00:00.000Z',
    goal: '',
  },
];

/** The sprints that a generated issue of a project is in: none, one, or a closed one and a later one. */
export function sprintsOf(all: readonly Board[], projectKey: string, random: Random): number[] {
  const board = all.find((candidate) => candidate.project === projectKey && candidate.type === 'scrum');
  const own = sprints.filter((sprint) => sprint.board === board?.id);
  if (own.length === 0 || random.below(2) === 0) return [];
  const last = random.pick(own);
  return last.state !== 'closed' && own[0]?.state === 'closed' && random.below(3) === 0 ? [own[0].id, last.id] : [last.id];
}
