import type { Issue } from '../data/issue.ts';
import type { IssueChanges } from '../data/store.ts';
import type { User } from '../data/users.ts';
import type { Site } from '../site.ts';
import { changeBetween } from './history.ts';

/** Changes an issue on behalf of a user, with an entry in the change log. */
export function changeIssue(site: Site, issue: Issue, changes: IssueChanges, user: User): Issue {
  const after = site.issues.update(issue.id, changes);
  const entry = changeBetween(issue, after, site.issues.nextPartId(), user.name);
  if (entry === undefined) return after;
  return site.issues.update(issue.id, { updated: after.updated, details: { history: [...after.details().history, entry] } });
}
