import type { Comment, Issue } from '../data/issue.ts';
import type { User } from '../data/users.ts';
import { jiraError } from '../errors.ts';
import type { Exchange } from '../exchange.ts';
import { empty, json, type Reply } from '../replies.ts';
import type { PathParameters, Route } from '../router.ts';
import type { Site } from '../site.ts';
import { commentShape } from '../shapes/discussion.ts';
import { wikiToHtml } from '../shapes/rendered.ts';
import { readJsonObject, wholeNumber } from './body.ts';
import { visibleIssue, writer } from './visible.ts';

const collection = '/rest/api/2/issue/:issue/comment';

/** The comments of an issue. */
export const commentRoutes: readonly Route[] = [
  { method: 'GET', pattern: collection, access: 'site', handle: list },
  { method: 'POST', pattern: collection, access: 'user', handle: add },
  { method: 'GET', pattern: `${collection}/:id`, access: 'site', handle: one },
  { method: 'PUT', pattern: `${collection}/:id`, access: 'user', handle: edit },
  { method: 'DELETE', pattern: `${collection}/:id`, access: 'user', handle: remove },
];

function list(exchange: Exchange, { issue: idOrKey }: PathParameters): Reply {
  const issue = visibleIssue(exchange, idOrKey);
  const startAt = wholeNumber(exchange, 'startAt', 0);
  const maxResults = wholeNumber(exchange, 'maxResults', exchange.site.profile.commentPage);
  const { comments } = issue.details();
  const order = exchange.parameter('orderBy') === '-created' ? -1 : 1;
  const ordered = [...comments].sort((left, right) => order * (left.created - right.created || left.id - right.id));
  return json(200, {
    startAt,
    maxResults,
    total: comments.length,
    comments: ordered.slice(startAt, startAt + maxResults).map((comment) => shape(exchange, issue, comment)),
  });
}

function one(exchange: Exchange, { issue: idOrKey, id }: PathParameters): Reply {
  const issue = visibleIssue(exchange, idOrKey);
  return json(200, shape(exchange, issue, commentOf(issue, id)));
}

function add(exchange: Exchange, { issue: idOrKey }: PathParameters): Reply {
  const { site } = exchange;
  const issue = visibleIssue(exchange, idOrKey);
  const user = writer(exchange, 'You do not have the permission to comment on this issue.', 400);
  const body = readJsonObject(exchange);
  const comment = addComment(site, issue, user, body);
  return json(201, shape(exchange, issue, comment));
}

/** Adds a comment of a user, as it is written in the body of a request or in the `update` of one. @throws {Refusal} 400 for an empty one */
export function addComment(site: Site, issue: Issue, user: User, body: Record<string, unknown>): Comment {
  const now = site.now();
  const comment: Comment = {
    id: site.issues.nextPartId(),
    author: user.name,
    updateAuthor: user.name,
    body: bodyOf(body),
    created: now,
    updated: now,
    visibility: body['visibility'] as Comment['visibility'],
  };
  site.issues.update(issue.id, { details: { comments: [...issue.details().comments, comment] } });
  return comment;
}

function edit(exchange: Exchange, { issue: idOrKey, id }: PathParameters): Reply {
  const { site } = exchange;
  const issue = visibleIssue(exchange, idOrKey);
  const user = writer(exchange, 'You do not have the permission to edit this comment.', 400);
  const before = commentOf(issue, id);
  const after = { ...before, body: bodyOf(readJsonObject(exchange)), updateAuthor: user.name, updated: site.now() };
  const comments = issue.details().comments.map((comment) => (comment === before ? after : comment));
  site.issues.update(issue.id, { details: { comments } });
  return json(200, shape(exchange, issue, after));
}

function remove(exchange: Exchange, { issue: idOrKey, id }: PathParameters): Reply {
  const issue = visibleIssue(exchange, idOrKey);
  writer(exchange, 'You do not have the permission to delete this comment.', 400);
  const removed = commentOf(issue, id);
  const comments = issue.details().comments.filter((comment) => comment !== removed);
  exchange.site.issues.update(issue.id, { details: { comments } });
  return empty();
}

function commentOf(issue: Issue, id: string | undefined): Comment {
  const comment = issue.details().comments.find((candidate) => String(candidate.id) === id);
  if (comment === undefined) throw jiraError(404, [`Can not find a comment for the id: ${id}.`]);
  return comment;
}

function bodyOf({ body }: Record<string, unknown>): string {
  if (typeof body !== 'string' || body.trim() === '') {
    throw jiraError(400, [], { comment: 'Comment body can not be empty!' });
  }
  return body.replace(/\r?\n/g, '\r\n');
}

function shape(exchange: Exchange, issue: Issue, comment: Comment): Record<string, unknown> {
  const expanded = (exchange.parameter('expand') ?? '').split(',').includes('renderedBody');
  return {
    ...commentShape(exchange.site, issue, comment),
    ...(expanded && { renderedBody: wikiToHtml(comment.body) }),
  };
}
