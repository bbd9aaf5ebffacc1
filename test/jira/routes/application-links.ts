import { randomUUID } from 'node:crypto';
import type { User } from '../data/users.ts';
import { jiraError } from '../errors.ts';
import type { Exchange } from '../exchange.ts';
import { empty, json, xml, type Reply } from '../replies.ts';
import type { PathParameters, Route } from '../router.ts';
import type { Site } from '../site.ts';
import { readJsonObject } from './body.ts';

const links = '/rest/applinks/latest/applicationlink';
const consumers = '/rest/applinks-oauth/1.0/applicationlink/:id/authentication/consumer';

/** Application links by REST, for administrators: undocumented, as it was seen on other Atlassian servers. */
export const applicationLinkRoutes: readonly Route[] = [
  { method: 'PUT', pattern: links, access: 'user', handle: create },
  { method: 'PUT', pattern: '/rest/applinks/3.0/applicationlink', access: 'user', handle: create },
  { method: 'PUT', pattern: consumers, access: 'user', handle: setConsumer },
  { method: 'DELETE', pattern: '/rest/applinks/1.0/applicationlink/:id', access: 'user', handle: remove },
];

const created = new WeakMap<Site, Map<string, { readonly name: string; readonly rpcUrl: string; consumerKey?: string }>>();

function create(exchange: Exchange): Reply {
  const { site } = exchange;
  requireAdministrator(exchange);
  const { name, rpcUrl, typeId } = readJsonObject(exchange) as Record<string, string>;
  if (name === undefined || rpcUrl === undefined || typeId !== 'generic') throw jiraError(400, ['Invalid application link.']);
  const known = linksOf(site);
  if ([...known.values()].some((link) => link.rpcUrl === rpcUrl)) throw jiraError(409, ['An application link of this URL exists.']);
  const id = randomUUID();
  known.set(id, { name, rpcUrl });
  const href = `${site.baseUrl}/rest/applinks/3.0/applicationlink/${id}`;
  return exchange.headers.accept?.includes('json') === true
    ? json(201, { 'status-code': 201, 'resources-created': [{ href, rel: 'self' }] })
    : xml(201, `<status><status-code>201</status-code><resources-created><link href="${href}" rel="self"/></resources-created></status>`);
}

function setConsumer(exchange: Exchange, { id = '' }: PathParameters): Reply {
  requireAdministrator(exchange);
  const link = linksOf(exchange.site).get(id);
  if (link === undefined) throw jiraError(404, ['No such application link.']);
  const { key, name, publicKey } = readJsonObject(exchange) as Record<string, string>;
  if (key === undefined || publicKey === undefined) throw jiraError(400, ['Consumer key and public key are required.']);
  try {
    exchange.site.oauth.consumers.add({ consumerKey: key, publicKey, name: name ?? link.name });
  } catch (error) {
    if (error instanceof TypeError) throw jiraError(400, [error.message]);
    throw error;
  }
  link.consumerKey = key;
  return empty(201);
}

function remove(exchange: Exchange, { id = '' }: PathParameters): Reply {
  requireAdministrator(exchange);
  const { oauth } = exchange.site;
  const consumer = oauth.consumers.find(linksOf(exchange.site).get(id)?.consumerKey ?? '');
  if (!linksOf(exchange.site).delete(id)) throw jiraError(404, ['No such application link.']);
  if (consumer !== undefined) {
    oauth.tokens.revokeOf(consumer);
    oauth.consumers.remove(consumer.key);
  }
  return empty(200);
}

function linksOf(site: Site): NonNullable<ReturnType<typeof created.get>> {
  const known = created.get(site) ?? new Map();
  created.set(site, known);
  return known;
}

function requireAdministrator({ identity }: Exchange): void {
  if (!(identity.user as User).admin) throw jiraError(403, ['Client must be authenticated as an administrator to access this resource.']);
}
