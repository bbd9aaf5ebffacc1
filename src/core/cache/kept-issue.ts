/** An issue as it is kept in memory: in some 350 bytes, where the object of the protocol takes 2,000. */
import type { Issue } from '../../../protocol/issues.ts';
import type { SharedParts } from './shared-parts.ts';

/** An issue without the extra fields that a request may ask for. */
export interface KeptIssue {
  readonly key: string;
  readonly id: string;
  readonly summary: string;
  /** When it was seen: milliseconds since the epoch. */
  readonly seenAt: number;
  /** When a person looked at it by itself, and not in a list; 0 where nobody did. */
  readonly lookedAt: number;
  /** Milliseconds since the epoch, as `created`. */
  readonly updated: number;
  readonly created: number;
  /** Its address without its key. */
  readonly place: string;
  readonly type: Issue['type'];
  readonly status: Issue['status'];
  readonly priority: Issue['priority'];
  readonly assignee: Issue['assignee'];
  readonly reporter: Issue['reporter'];
  readonly project: Issue['project'];
  readonly labels: readonly string[];
  readonly due: string | undefined;
  readonly parent: string | undefined;
}

/** @param parts those that other issues have too */
export function keepIssue(issue: Issue, seenAt: number, lookedAt: number, parts: SharedParts): KeptIssue {
  return {
    key: issue.key,
    id: issue.id,
    summary: issue.summary,
    seenAt,
    lookedAt,
    updated: Date.parse(issue.updated),
    created: Date.parse(issue.created),
    place: parts.place(issue),
    type: parts.type.of(issue.type),
    status: parts.status.of(issue.status),
    priority: issue.priority && parts.priority.of(issue.priority),
    assignee: issue.assignee && parts.user.of(issue.assignee),
    reporter: issue.reporter && parts.user.of(issue.reporter),
    project: parts.project.of(issue.project),
    labels: parts.labels(issue.labels),
    due: issue.due,
    parent: issue.parent,
  };
}

/** The issue as the protocol has it. */
export function toIssue(kept: KeptIssue, provider: string): Issue {
  return {
    provider,
    key: kept.key,
    id: kept.id,
    url: kept.place + encodeURIComponent(kept.key),
    summary: kept.summary,
    type: kept.type,
    status: kept.status,
    ...(kept.priority === undefined ? {} : { priority: kept.priority }),
    ...(kept.assignee === undefined ? {} : { assignee: kept.assignee }),
    ...(kept.reporter === undefined ? {} : { reporter: kept.reporter }),
    project: kept.project,
    labels: [...kept.labels],
    created: new Date(kept.created).toISOString(),
    updated: new Date(kept.updated).toISOString(),
    ...(kept.due === undefined ? {} : { due: kept.due }),
    ...(kept.parent === undefined ? {} : { parent: kept.parent }),
  };
}
