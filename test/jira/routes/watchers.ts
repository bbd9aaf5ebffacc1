import type { User } from '../data/users.ts';
import { jiraError } from '../errors.ts';
import type { Exchange } from '../exchange.ts';
import { empty, json, type Reply } from '../replies.ts';
import type { PathParameters, Route } from '../router.ts';
import { userShape } from '../shapes/user.ts';
import { visibleIssue } from './visible.ts';

const collection = '/rest/api/2/issue/:issue/watchers';

/** Who watches an issue. */
export const watcherRoutes: readonly Route[] = [
  { method: 'GET', pattern: collection, access: 'site', handle: list },
  { method: 'POST', pattern: collection, access: 'user', handle: add },
  { method: 'DELETE', pattern: collection, access: 'user', handle: remove },
];

function list(exchange: Exchange, { issue: idOrKey }: PathParameters): Reply {
  const { site, identity } = exchange;
  const { key, watchers } = visibleIssue(exchange, idOrKey);
  return json(200, {
    self: `${site.baseUrl}/rest/api/2/issue/${key}/watchers`,
    isWatching: identity.user !== undefined && watchers.includes(identity.user.name),
    watchCount: watchers.length,
    watchers: watchers.map((name) => userShape(site, name)),
  });
}

/** The body is a name as a JSON string; without one the caller is meant. */
function add(exchange: Exchange, { issue: idOrKey }: PathParameters): Reply {
  const issue = visibleIssue(exchange, idOrKey);
  const body = exchange.body.toString('utf8').trim();
  const name = userOf(exchange, body === '' ? (exchange.identity.user as User).name : nameIn(body));
  if (!issue.watchers.includes(name)) exchange.site.issues.update(issue.id, { updated: issue.updated, watchers: [...issue.watchers, name] });
  return empty();
}

function remove(exchange: Exchange, { issue: idOrKey }: PathParameters): Reply {
  const issue = visibleIssue(exchange, idOrKey);
  const wanted = exchange.parameter('username') ?? exchange.parameter('userName');
  if (wanted === undefined) throw jiraError(400, ['A user name query parameter must be supplied.']);
  const name = userOf(exchange, wanted);
  exchange.site.issues.update(issue.id, { updated: issue.updated, watchers: issue.watchers.filter((watcher) => watcher !== name) });
  return empty();
}

function nameIn(body: string): string {
  try {
    const name: unknown = JSON.parse(body);
    if (typeof name === 'string') return name;
  } catch (error) {
    throw jiraError(400, [`Unexpected character: ${(error as Error).message}`]);
  }
  throw jiraError(400, ['Can not deserialize instance of java.lang.String']);
}

/** Others than oneself need the permission to manage watchers, which administrators have. */
function userOf({ site, identity }: Exchange, name: string): string {
  const caller = identity.user as User;
  const user = site.users.find(name);
  if (user === undefined) throw jiraError(404, [`The user "${name}" does not have permission to view this issue. This user will not be added to the watch list.`]);
  if (user !== caller && !caller.admin) throw jiraError(401, [`User "${caller.name}" is not allowed to manage the watch list of this issue.`]);
  return user.name;
}
