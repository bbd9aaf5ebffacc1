import type { Attachment, Change, Comment, Issue, IssueLink, Worklog } from '../data/issue.ts';
import { linkTypes, type LinkType } from '../data/link-types.ts';
import type { Site } from '../site.ts';
import { issueTypeShape, priorityShape, statusShape } from './catalogue.ts';
import { timestamp } from './dates.ts';
import { userShape } from './user.ts';

type Shape = Record<string, unknown>;

/** A comment. */
export function commentShape(site: Site, issue: Issue, comment: Comment): Shape {
  return {
    self: `${site.baseUrl}/rest/api/2/issue/${issue.id}/comment/${comment.id}`,
    id: String(comment.id),
    author: userShape(site, comment.author),
    body: comment.body,
    updateAuthor: userShape(site, comment.updateAuthor),
    created: timestamp(comment.created),
    updated: timestamp(comment.updated),
    ...(comment.visibility !== undefined && { visibility: comment.visibility }),
  };
}

/** A work log. */
export function worklogShape(site: Site, issue: Issue, worklog: Worklog): Shape {
  return {
    self: `${site.baseUrl}/rest/api/2/issue/${issue.id}/worklog/${worklog.id}`,
    author: userShape(site, worklog.author),
    updateAuthor: userShape(site, worklog.author),
    comment: worklog.comment,
    created: timestamp(worklog.created),
    updated: timestamp(worklog.updated),
    started: timestamp(worklog.started),
    timeSpent: duration(worklog.seconds),
    timeSpentSeconds: worklog.seconds,
    id: String(worklog.id),
    issueId: String(issue.id),
  };
}

/** An entry of the change log. */
export function changeShape(site: Site, { id, author, created, items }: Change): Shape {
  return { id: String(id), author: userShape(site, author), created: timestamp(created), items };
}

/** The little that one issue shows of another. */
export function miniIssueShape(site: Site, issue: Issue): Shape {
  return {
    id: String(issue.id),
    key: issue.key,
    self: `${site.baseUrl}/rest/api/2/issue/${issue.id}`,
    fields: {
      summary: issue.summary,
      status: statusShape(site, issue.status),
      priority: priorityShape(site, issue.priority),
      issuetype: issueTypeShape(site, issue.type),
    },
  };
}

/** A type of link. */
export function linkTypeShape({ baseUrl }: Site, { id, name, inward, outward }: LinkType): Shape {
  return { id, name, inward, outward, self: `${baseUrl}/rest/api/2/issueLinkType/${id}` };
}

/** A link, or nothing when the other issue is gone. */
export function linkShapes(site: Site, { id, type: typeId, direction, other }: IssueLink): Shape[] {
  const issue = site.issues.find(other);
  const type = linkTypes.find((each) => each.id === typeId);
  if (issue === undefined || type === undefined) return [];
  return [
    {
      id: String(id),
      self: `${site.baseUrl}/rest/api/2/issueLink/${id}`,
      type: linkTypeShape(site, type),
      [`${direction}Issue`]: miniIssueShape(site, issue),
    },
  ];
}

/** An attached file. */
export function attachmentShape(site: Site, attachment: Attachment): Shape {
  const { id, fileName, author, created, mimeType, content } = attachment;
  return {
    self: `${site.baseUrl}/rest/api/2/attachment/${id}`,
    id: String(id),
    filename: fileName,
    author: userShape(site, author),
    created: timestamp(created),
    size: content.length,
    mimeType,
    content: `${site.baseUrl}/secure/attachment/${id}/${encodeURIComponent(fileName)}`,
  };
}

/** Seconds in Jira's short form: weeks of five days, days of eight hours. */
export function duration(seconds: number): string {
  const parts: string[] = [];
  let left = Math.floor(seconds / 60);
  for (const [unit, size] of [['w', 2400], ['d', 480], ['h', 60], ['m', 1]] as const) {
    const count = Math.floor(left / size);
    if (count > 0) parts.push(`${count}${unit}`);
    left -= count * size;
  }
  return parts.length === 0 ? '0m' : parts.join(' ');
}
