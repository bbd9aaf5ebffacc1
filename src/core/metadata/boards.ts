/** Boards and sprints, where Jira Software is installed. */
import type { Board, Sprint } from '../../../protocol/metadata.ts';
import { JiraError } from '../errors.ts';
import type { Access } from '../issues/access.ts';
import { present, record, text } from '../jira/json.ts';
import { toTime } from '../jira/time.ts';
import { wordsOf } from './catalogue.ts';
import { readPages } from './pages.ts';

/** Which boards. */
export interface BoardsRequest {
  readonly project?: string | undefined;
  readonly name?: string | undefined;
  readonly limit: number;
}

/** The boards that the user may see. @throws {JiraError} `unsupported` where there is no Jira Software */
export async function readBoards(access: Access, { project, name, limit }: BoardsRequest): Promise<Board[]> {
  const query = Object.entries(present({ projectKeyOrId: project, name })) as [string, string][];
  const boards = await ofSoftware(() => readPages(access, `${root}/board`, query, limit));
  return boards.map((each) => {
    const { id, name: given, type } = record(each);
    return { id: Number(id), name: text(given) ?? '', type: text(type) ?? '' };
  });
}

/** The sprints of a board in some states. @throws {JiraError} `unsupported` for a board that has none, as a Kanban board */
export async function readSprints(access: Access, board: number, states: readonly string[]): Promise<Sprint[]> {
  const sprints = await ofSoftware(() => readPages(access, `${root}/board/${board}/sprint`, [['state', states.join(',')]])).catch((error: unknown) => {
    // The states are right and the board is there (or this were a 404), so this is what 400 means, in any language.
    if (!(error instanceof JiraError) || error.kind !== 'validation') throw error;
    throw new JiraError('unsupported', `This board has no sprints. ${wordsOf(error)}`.trim(), error.details, error);
  });
  return sprints.map(toSprint);
}

const root = '/rest/agile/1.0';

const states = new Set(['active', 'future', 'closed']);

function toSprint(value: unknown): Sprint {
  const { id, name, state, startDate, endDate, completeDate, goal } = record(value);
  const lower = String(state).toLowerCase();
  return {
    id: Number(id),
    name: text(name) ?? '',
    state: states.has(lower) ? (lower as Sprint['state']) : 'future',
    ...present({ start: toTime(startDate), end: toTime(endDate), completed: toTime(completeDate), goal: text(goal) }),
  };
}

/** Where Jira Software is missing, there is nothing at its addresses: a 404 without any of Jira's words. */
async function ofSoftware<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof JiraError) || error.details.httpStatus !== 404 || error.details.jira !== undefined) throw error;
    throw new JiraError('unsupported', 'This Jira has no boards and sprints: Jira Software is not installed.', error.details, error);
  }
}
