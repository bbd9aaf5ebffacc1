import type { User } from '../data/users.ts';
import { jiraError } from '../errors.ts';
import type { Exchange } from '../exchange.ts';
import { json, type Reply } from '../replies.ts';
import type { Route } from '../router.ts';
import { foundUserShape, myselfShape } from '../shapes/user.ts';
import { wholeNumber } from './body.ts';

/** Users: oneself, one, and those whom a search finds. */
export const userRoutes: readonly Route[] = [
  { method: 'GET', pattern: '/rest/api/2/myself', access: 'user', handle: myself },
  { method: 'GET', pattern: '/rest/api/2/user', access: 'user', handle: one },
  { method: 'GET', pattern: '/rest/api/2/user/search', access: 'user', handle: searchUsers },
  { method: 'GET', pattern: '/rest/api/2/user/assignable/search', access: 'user', handle: searchAssignable },
];

function myself(exchange: Exchange): Reply {
  const expand = (exchange.parameter('expand') ?? '').split(',');
  return json(200, myselfShape(exchange.site, exchange.identity.user as User, expand));
}

function one(exchange: Exchange): Reply {
  const { site } = exchange;
  const [name, key] = [exchange.parameter('username'), exchange.parameter('key')];
  const user = name === undefined ? site.users.findByKey(key ?? '') : site.users.find(name);
  if (user === undefined) throw jiraError(404, [`The user named '${name ?? key ?? ''}' does not exist`]);
  return json(200, myselfShape(site, user, (exchange.parameter('expand') ?? '').split(',')));
}

function searchUsers(exchange: Exchange): Reply {
  const wanted = exchange.parameter('username');
  if (wanted === undefined) throw jiraError(400, ['The username query parameter was not provided']);
  return page(exchange, exchange.site.users.all().filter((user) => user.active && fits(user, wanted)), 1000);
}

function searchAssignable(exchange: Exchange): Reply {
  const { site, identity } = exchange;
  const issue = site.issues.find(exchange.parameter('issueKey') ?? '');
  const name = exchange.parameter('project') ?? '';
  const project = issue?.project ?? site.projects.find(({ id, key }) => id === name || key === name.toUpperCase());
  if (project === undefined || !site.maySee(identity.user, project)) {
    throw jiraError(name === '' ? 400 : 404, [`The value '${name}' does not exist for the field 'project'.`]);
  }
  const assignable = site.users.all().filter((user) => user.active && !user.readOnly && site.maySee(user, project));
  return page(exchange, assignable.filter((user) => fits(user, exchange.parameter('username') ?? '')), 100);
}

/** Jira looks for the beginning of the name, of a word of the full name, or of the address; a dot finds everybody. */
function fits({ name, displayName, emailAddress }: User, wanted: string): boolean {
  const lower = wanted.toLowerCase();
  const words = displayName.toLowerCase().split(/\s+/);
  return wanted === '.' || [name.toLowerCase(), emailAddress.toLowerCase(), ...words].some((word) => word.startsWith(lower));
}

function page(exchange: Exchange, users: readonly User[], cap: number): Reply {
  const startAt = wholeNumber(exchange, 'startAt', 0);
  const maxResults = Math.min(wholeNumber(exchange, 'maxResults', 50), cap);
  return json(200, users.slice(startAt, startAt + maxResults).map((user) => foundUserShape(exchange.site, user)));
}
