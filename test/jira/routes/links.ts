import { linkTypes, type LinkType } from '../data/link-types.ts';
import type { Issue, IssueLink } from '../data/issue.ts';
import { jiraError } from '../errors.ts';
import type { Exchange } from '../exchange.ts';
import { empty, json, type Reply } from '../replies.ts';
import type { Route } from '../router.ts';
import { linkTypeShape } from '../shapes/discussion.ts';
import { readJsonObject } from './body.ts';
import { visibleIssue, writer } from './visible.ts';

/** Links between issues, where an administrator has not switched them off. */
export const linkRoutes: readonly Route[] = [
  { method: 'GET', pattern: '/rest/api/2/issueLinkType', access: 'user', handle: types },
  { method: 'POST', pattern: '/rest/api/2/issueLink', access: 'user', handle: link },
];

function types(exchange: Exchange): Reply {
  assertEnabled(exchange);
  return json(200, { issueLinkTypes: linkTypes.map((type) => linkTypeShape(exchange.site, type)) });
}

/** The issue called `inwardIssue` gets the outward relation to the other. */
function link(exchange: Exchange): Reply {
  assertEnabled(exchange);
  const { type: typeSent, inwardIssue, outwardIssue } = readJsonObject(exchange) as Record<string, { id?: unknown; key?: unknown } | undefined>;
  const type = typeOf(typeSent);
  const [source, destination] = [issueOf(exchange, inwardIssue), issueOf(exchange, outwardIssue)];
  writer(exchange, `No Link Issue Permission for issue '${source.key}'`, 401);
  if (source === destination) throw jiraError(400, ['You cannot link an issue to itself.']);
  if (!source.details().links.some((each) => each.type === type.id && each.direction === 'outward' && each.other === destination.id)) {
    const id = exchange.site.issues.nextPartId();
    add(exchange, source, { id, type: type.id, direction: 'outward', other: destination.id });
    add(exchange, destination, { id, type: type.id, direction: 'inward', other: source.id });
  }
  return empty(201);
}

function assertEnabled({ site }: Exchange): void {
  if (!site.settings.issueLinking) throw jiraError(404, ['Issue linking is currently disabled.']);
}

function typeOf(sent: { id?: unknown; name?: unknown } | undefined): LinkType {
  const type = linkTypes.find(({ id, name }) => (sent?.id === undefined ? name === sent?.name : id === String(sent.id)));
  if (type === undefined) throw jiraError(404, [`No issue link type with name '${String(sent?.name ?? sent?.id)}' found.`]);
  return type;
}

function issueOf(exchange: Exchange, sent: { id?: unknown; key?: unknown } | undefined): Issue {
  return visibleIssue(exchange, String(sent?.id ?? sent?.key ?? ''));
}

function add({ site }: Exchange, issue: Issue, added: IssueLink): void {
  site.issues.update(issue.id, { details: { links: [...issue.details().links, added] } });
}
