import type { Worklog } from '../data/issue.ts';
import { jiraError } from '../errors.ts';
import type { Exchange } from '../exchange.ts';
import { json, type Reply } from '../replies.ts';
import type { PathParameters, Route } from '../router.ts';
import { worklogShape } from '../shapes/discussion.ts';
import { parseDuration } from '../writes/duration.ts';
import { readJsonObject } from './body.ts';
import { visibleIssue, writer } from './visible.ts';

/** The work logs of an issue. */
export const worklogRoutes: readonly Route[] = [
  { method: 'GET', pattern: '/rest/api/2/issue/:issue/worklog', access: 'site', handle: list },
  { method: 'POST', pattern: '/rest/api/2/issue/:issue/worklog', access: 'user', handle: add },
];

function list(exchange: Exchange, { issue: idOrKey }: PathParameters): Reply {
  const issue = visibleIssue(exchange, idOrKey);
  const worklogs = issue.details().worklogs.map((worklog) => worklogShape(exchange.site, issue, worklog));
  return json(200, { startAt: 0, maxResults: worklogs.length, total: worklogs.length, worklogs });
}

function add(exchange: Exchange, { issue: idOrKey }: PathParameters): Reply {
  const { site } = exchange;
  const issue = visibleIssue(exchange, idOrKey);
  const user = writer(exchange, 'You do not have the permission to associate a worklog to this issue.');
  const body = readJsonObject(exchange);
  const seconds = secondsOf(body);
  const now = site.now();
  const worklog: Worklog = {
    id: site.issues.nextPartId(),
    author: user.name,
    comment: String(body['comment'] ?? ''),
    created: now,
    updated: now,
    started: startOf(body['started'], now),
    seconds,
  };
  const remainingEstimate = estimateAfter(exchange, issue.remainingEstimate, seconds);
  site.issues.update(issue.id, { remainingEstimate, details: { worklogs: [...issue.details().worklogs, worklog] } });
  return json(201, worklogShape(site, issue, worklog));
}

function secondsOf({ timeSpent, timeSpentSeconds }: Record<string, unknown>): number {
  const seconds = timeSpentSeconds === undefined ? parseDuration(String(timeSpent ?? '')) : Number(timeSpentSeconds);
  if (seconds === undefined || !(seconds >= 60)) {
    throw jiraError(400, ['Worklog must not be null.'], { timeLogged: 'Invalid time duration entered.' });
  }
  return Math.floor(seconds / 60) * 60;
}

/** Jira's date format has milliseconds and an offset without a colon; anything else is refused. */
function startOf(started: unknown, now: number): number {
  if (started === undefined || started === null) return now;
  const text = String(started);
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}[+-]\d{4}$/.test(text)) {
    throw jiraError(400, [
      `Can not deserialize value of type java.util.Date from String "${text}": not a valid representation`,
    ]);
  }
  return Date.parse(text);
}

function estimateAfter(exchange: Exchange, remaining: number | undefined, spent: number): number | undefined {
  const read = (name: string): number => {
    const seconds = parseDuration(exchange.parameter(name) ?? '');
    if (seconds === undefined) throw jiraError(400, [], { [`adjust_${name}`]: `You must supply a valid ${name}.` });
    return seconds;
  };
  switch (exchange.parameter('adjustEstimate') ?? 'auto') {
    case 'leave':
      return remaining;
    case 'new':
      return read('newEstimate');
    case 'manual':
      return Math.max(0, (remaining ?? 0) - read('reduceBy'));
    default:
      return Math.max(0, (remaining ?? 0) - spent);
  }
}
