import type { RemoteLink } from '../data/issue.ts';
import { jiraError } from '../errors.ts';
import type { Exchange } from '../exchange.ts';
import { json, type Reply } from '../replies.ts';
import type { PathParameters, Route } from '../router.ts';
import { readJsonObject } from './body.ts';
import { visibleIssue, writer } from './visible.ts';

/** Links from an issue to the world outside. */
export const remoteLinkRoutes: readonly Route[] = [
  { method: 'GET', pattern: '/rest/api/2/issue/:issue/remotelink', access: 'user', handle: list },
  { method: 'POST', pattern: '/rest/api/2/issue/:issue/remotelink', access: 'user', handle: put },
];

function list(exchange: Exchange, { issue: idOrKey }: PathParameters): Reply {
  const issue = visibleIssue(exchange, idOrKey);
  const wanted = exchange.parameter('globalId');
  const links = issue.details().remoteLinks.filter(({ globalId }) => wanted === undefined || globalId === wanted);
  return json(200, links.map((link) => ({ ...link, self: selfOf(exchange, issue.key, link) })));
}

/** Makes a link, or replaces the one of the same `globalId`. */
function put(exchange: Exchange, { issue: idOrKey }: PathParameters): Reply {
  const issue = visibleIssue(exchange, idOrKey);
  writer(exchange, 'You do not have permission to link issues.');
  const { globalId, relationship, application = {}, object } = readJsonObject(exchange) as Partial<RemoteLink>;
  const { url, title } = (object ?? {}) as { url?: unknown; title?: unknown };
  if (object === undefined || typeof url !== 'string') throw jiraError(400, [], { url: "'url' is required." });
  if (typeof title !== 'string') throw jiraError(400, [], { title: "'title' is required." });
  const links = issue.details().remoteLinks;
  const known = globalId === undefined ? undefined : links.find((link) => link.globalId === globalId);
  const link: RemoteLink = {
    id: known?.id ?? exchange.site.issues.nextPartId(),
    globalId,
    relationship,
    application,
    object: { icon: {}, status: { icon: {} }, ...object },
  };
  exchange.site.issues.update(issue.id, { details: { remoteLinks: [...links.filter((other) => other !== known), link] } });
  return json(known === undefined ? 201 : 200, { id: link.id, self: selfOf(exchange, issue.key, link) });
}

function selfOf({ site }: Exchange, key: string, { id }: RemoteLink): string {
  return `${site.baseUrl}/rest/api/2/issue/${key}/remotelink/${id}`;
}
