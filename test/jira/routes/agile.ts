import type { Sprint } from '../data/issue.ts';
import { boards, sprints, type Board } from '../data/sprints.ts';
import { jiraError } from '../errors.ts';
import type { Exchange } from '../exchange.ts';
import { tomcatPage } from '../pages.ts';
import { empty, html, json, Refusal, type Reply } from '../replies.ts';
import type { Handler, PathParameters, Route } from '../router.ts';
import { agileIssueShape } from '../shapes/agile.ts';
import { selectFields } from '../shapes/selection.ts';
import { readJsonObject, wholeNumber } from './body.ts';
import { find } from './search.ts';
import { visibleIssue, writer } from './visible.ts';

const root = '/rest/agile/1.0';

/** Boards and sprints; HTML 404s where Jira Software is not installed. */
export const agileRoutes: readonly Route[] = [
  { method: 'GET', pattern: `${root}/board`, access: 'site', handle: withSoftware(listBoards) },
  { method: 'GET', pattern: `${root}/board/:board`, access: 'site', handle: withSoftware(showBoard) },
  { method: 'GET', pattern: `${root}/board/:board/configuration`, access: 'site', handle: withSoftware(configuration) },
  { method: 'GET', pattern: `${root}/board/:board/sprint`, access: 'site', handle: withSoftware(listSprints) },
  { method: 'GET', pattern: `${root}/board/:board/issue`, access: 'site', handle: withSoftware(boardIssues) },
  { method: 'GET', pattern: `${root}/board/:board/backlog`, access: 'site', handle: withSoftware(backlog) },
  { method: 'GET', pattern: `${root}/sprint/:sprint`, access: 'site', handle: withSoftware(showSprint) },
  { method: 'GET', pattern: `${root}/sprint/:sprint/issue`, access: 'site', handle: withSoftware(sprintIssues) },
  { method: 'POST', pattern: `${root}/sprint/:sprint/issue`, access: 'user', handle: withSoftware(moveToSprint) },
];

function listBoards(exchange: Exchange): Reply {
  const [type, name, project] = ['type', 'name', 'projectKeyOrId'].map((parameter) => exchange.parameter(parameter));
  const wanted = visibleBoards(exchange)
    .filter((board) => type === undefined || type.split(',').includes(board.type))
    .filter((board) => name === undefined || board.name.toLowerCase().includes(name.toLowerCase()))
    .filter((board) => project === undefined || [board.project, projectId(exchange, board)].includes(project));
  return page(exchange, wanted.map((board) => boardShape(exchange, board)), true);
}

function showBoard(exchange: Exchange, { board }: PathParameters): Reply {
  return json(200, boardShape(exchange, boardOf(exchange, board)));
}

function configuration(exchange: Exchange, { board: id }: PathParameters): Reply {
  const board = boardOf(exchange, id);
  return json(200, {
    ...boardShape(exchange, board),
    filter: { id: '10000', self: `${exchange.site.baseUrl}/rest/api/2/filter/10000` },
    columnConfig: { columns: [{ name: 'To Do', statuses: [{ id: '10000', self: `${exchange.site.baseUrl}/rest/api/2/status/10000` }] }], constraintType: 'none' },
    ranking: { rankCustomFieldId: 10106 },
  });
}

function listSprints(exchange: Exchange, { board: id }: PathParameters): Reply {
  const board = boardOf(exchange, id);
  if (board.type === 'kanban') throw jiraError(400, ['The board does not support sprints']);
  const states = exchange.parameter('state')?.split(',');
  const own = sprints.filter((sprint) => sprint.board === board.id && (states === undefined || states.includes(sprint.state)));
  return page(exchange, own.map((sprint) => sprintShape(exchange, sprint)), false);
}

function showSprint(exchange: Exchange, { sprint }: PathParameters): Reply {
  return json(200, sprintShape(exchange, sprintOf(sprint)));
}

function boardIssues(exchange: Exchange, { board }: PathParameters): Reply {
  return issues(exchange, `project = ${boardOf(exchange, board).project}`);
}

function backlog(exchange: Exchange, { board: id }: PathParameters): Reply {
  const board = boardOf(exchange, id);
  const notStarted = board.type === 'scrum' ? ' AND (sprint IS EMPTY OR sprint IN futureSprints())' : '';
  return issues(exchange, `project = ${board.project} AND statusCategory != Done${notStarted}`);
}

function sprintIssues(exchange: Exchange, { sprint }: PathParameters): Reply {
  return issues(exchange, `sprint = ${sprintOf(sprint).id}`);
}

function moveToSprint(exchange: Exchange, { sprint: id }: PathParameters): Reply {
  const sprint = sprintOf(id);
  writer(exchange, 'You do not have permission to edit issues in this project.');
  const { issues: keys } = readJsonObject(exchange);
  if (!Array.isArray(keys)) throw jiraError(400, ['issues: must not be null']);
  const found = keys.map((key) => visibleIssue(exchange, String(key)));
  for (const issue of found) {
    const kept = issue.sprints.filter((other) => sprintOf(String(other)).state === 'closed');
    exchange.site.issues.update(issue.id, { sprints: [...kept, sprint.id] });
  }
  return empty();
}

function issues(exchange: Exchange, base: string): Reply {
  const { site, identity } = exchange;
  const [condition = '', order = ''] = (exchange.parameter('jql') ?? '').split(/\border\s+by\b/i);
  const jql = `${condition.trim() === '' ? base : `(${base}) AND (${condition})`} ORDER BY ${order.trim() === '' ? 'Rank ASC' : order}`;
  const startAt = wholeNumber(exchange, 'startAt', 0);
  const maxResults = wholeNumber(exchange, 'maxResults', 50);
  const found = find(exchange, { jql, startAt, maxResults, fields: [], expand: [], validation: 'strict' });
  const fields = selectFields(exchange.query.filter(([name]) => name === 'fields').map(([, value]) => value), '*all');
  const rendering = { site, user: identity.user, indexed: true };
  return json(200, {
    expand: 'schema,names',
    startAt,
    maxResults: found.maxResults,
    total: found.total,
    issues: found.issues.map((issue) => agileIssueShape(issue, fields, rendering)),
  });
}

function visibleBoards({ site, identity }: Exchange): Board[] {
  const keys = site.visibleProjects(identity.user).map(({ key }) => key);
  return boards.filter((board) => keys.includes(board.project));
}

function boardOf(exchange: Exchange, id: string | undefined): Board {
  const board = visibleBoards(exchange).find((candidate) => String(candidate.id) === id);
  if (board === undefined) {
    throw jiraError(404, ['The requested board cannot be viewed because it either does not exist or you do not have permission to view it.']);
  }
  return board;
}

function sprintOf(id: string | undefined): Sprint {
  const sprint = sprints.find((candidate) => String(candidate.id) === id);
  if (sprint === undefined) throw jiraError(404, ['Sprint does not exist or you do not have permission to view it.']);
  return sprint;
}

function projectId({ site }: Exchange, board: Board): string {
  return site.projects.find(({ key }) => key === board.project)?.id ?? '';
}

function boardShape({ site }: Exchange, { id, name, type }: Board): Record<string, unknown> {
  return { id, self: `${site.baseUrl}${root}/board/${id}`, name, type };
}

function sprintShape({ site }: Exchange, { id, board, name, state, start, end, complete, goal }: Sprint): Record<string, unknown> {
  return {
    id,
    self: `${site.baseUrl}${root}/sprint/${id}`,
    state,
    name,
    ...(start !== undefined && { startDate: start, activatedDate: start }),
    ...(end !== undefined && { endDate: end }),
    ...(complete !== undefined && { completeDate: complete }),
    originBoardId: board,
    goal,
    synced: false,
    autoStartStop: false,
  };
}

/** A page of the agile API; the lists of sprints have no `total`. */
function page(exchange: Exchange, values: readonly unknown[], withTotal: boolean): Reply {
  const startAt = wholeNumber(exchange, 'startAt', 0);
  const maxResults = Math.min(wholeNumber(exchange, 'maxResults', 50), 50);
  const shown = values.slice(startAt, startAt + maxResults);
  return json(200, {
    maxResults,
    startAt,
    ...(withTotal && { total: values.length }),
    isLast: startAt + shown.length >= values.length,
    values: shown,
  });
}

function withSoftware(handle: Handler): Handler {
  return (exchange, parameters) => {
    if (!exchange.site.settings.software) throw new Refusal(html(404, tomcatPage(404, 'Not Found', exchange.path)));
    return handle(exchange, parameters);
  };
}
