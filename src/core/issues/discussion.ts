/** What belongs to an issue, as Jira gives it: comments, work, attachments, links, other issues. */
import type { Attachment, Comment, IssueLink, IssueRef } from '../../../protocol/issue-detail.ts';
import type { WorkLogEntry } from '../../../protocol/issue-work.ts';
import type { User } from '../../../protocol/provider.ts';
import { identifier, list, present, record, text } from '../jira/json.ts';
import { toTime } from '../jira/time.ts';
import { toUser } from '../jira/user.ts';
import { epoch, toStatus, toType } from './issue.ts';
import { browseUrl } from './markdown.ts';

/** Who wrote something that nobody is known to have written: a user who is gone, or who had not logged in. */
const nobody: User = { name: '', displayName: 'Anonymous' };

/** A comment. @param toMarkdown from wiki markup */
export function toComment(value: unknown, toMarkdown: (wiki: unknown) => string): Comment {
  const { id, author, body, created, updated } = record(value);
  return {
    id: identifier(id) ?? '',
    author: toUser(author) ?? nobody,
    body: toMarkdown(body),
    created: toTime(created) ?? epoch,
    updated: toTime(updated) ?? toTime(created) ?? epoch,
  };
}

/** An entry of the work log. @param toMarkdown from wiki markup */
export function toWorkLogEntry(value: unknown, toMarkdown: (wiki: unknown) => string): WorkLogEntry {
  const { id, author, comment, created, updated, started, timeSpentSeconds } = record(value);
  return {
    id: identifier(id) ?? '',
    author: toUser(author) ?? nobody,
    timeSpent: Number.isInteger(timeSpentSeconds) ? (timeSpentSeconds as number) : 0,
    started: toTime(started) ?? epoch,
    comment: toMarkdown(comment),
    created: toTime(created) ?? epoch,
    updated: toTime(updated) ?? toTime(created) ?? epoch,
  };
}

/**
 * An attachment. Its address is made from the provider's: the one that Jira gives is that of the base URL which an
 * administrator configured, and credentials go to the provider's own origin alone.
 */
export function toAttachment(value: unknown, baseUrl: string): Attachment {
  const { id, filename, size, mimeType, author, created } = record(value);
  const attachmentId = identifier(id) ?? '';
  const name = text(filename) ?? attachmentId;
  return {
    id: attachmentId,
    name,
    size: Number.isSafeInteger(size) ? Math.max(0, size as number) : 0,
    ...present({ mimeType: text(mimeType), author: toUser(author) }),
    created: toTime(created) ?? epoch,
    url: `${baseUrl}/secure/attachment/${encodeURIComponent(attachmentId)}/${encodeURIComponent(name)}`,
  };
}

/** The links of an issue; those to issues that the user may not see are not among them. */
export function toLinks(value: unknown, baseUrl: string): IssueLink[] {
  return list(value).flatMap((each) => {
    const { id, type, outwardIssue, inwardIssue } = record(each);
    const direction = outwardIssue === undefined ? 'inward' : 'outward';
    const issue = toIssueRef(outwardIssue ?? inwardIssue, baseUrl);
    const relation = text(record(type)[direction]) ?? text(record(type)['name']) ?? '';
    return issue === undefined ? [] : [{ id: identifier(id) ?? '', type: text(record(type)['name']) ?? '', direction, relation, issue }];
  });
}

/** The little that one issue says of another. */
export function toIssueRef(value: unknown, baseUrl: string): IssueRef | undefined {
  const { key, fields: given } = record(value);
  const fields = record(given);
  const priority = text(record(fields['priority'])['name']);
  if (typeof key !== 'string') return undefined;
  return {
    key,
    url: browseUrl(baseUrl, key),
    summary: text(fields['summary']) ?? '',
    type: toType(fields['issuetype']),
    status: toStatus(fields['status']),
    ...(priority === undefined ? {} : { priority: { name: priority } }),
  };
}
