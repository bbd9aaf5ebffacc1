import { development } from '../data/development.ts';
import type { Issue, IssueDetails, Sprint } from '../data/issue.ts';
import { sprints } from '../data/sprints.ts';
import type { User } from '../data/users.ts';
import type { Site } from '../site.ts';
import {
  componentShape,
  issueTypeShape,
  priorityShape,
  projectShape,
  resolutionShape,
  statusShape,
  versionShape,
} from './catalogue.ts';
import { indexedTimestamp, timestamp } from './dates.ts';
import { attachmentShape, commentShape, duration, linkShapes, miniIssueShape, worklogShape } from './discussion.ts';
import { userShape } from './user.ts';

/** For whom an issue is written, and from where: the index has dates in whole seconds only. */
export interface Rendering {
  readonly site: Site;
  readonly user: User | undefined;
  readonly indexed: boolean;
}

/** Gives a field's value; undefined where the issue has no such field. */
type FieldValue = (issue: Issue, rendering: Rendering) => unknown;

/** Every field of an issue, by id. */
export const issueFields: Readonly<Record<string, FieldValue>> = {
  issuetype: (issue, { site }) => issueTypeShape(site, issue.type),
  timespent: timeSpent,
  project: (issue, { site }) => projectShape(site, issue.project),
  fixVersions: (issue, { site }) => issue.fixVersions.map((version) => versionShape(site, version)),
  customfield_10110: () => null,
  customfield_10111: () => null,
  aggregatetimespent: timeSpent,
  resolution: (issue, { site }) => (issue.resolution === undefined ? null : resolutionShape(site, issue.resolution)),
  customfield_10104: (issue) => (issue.type.name === 'Epic' ? (issue.epicName ?? null) : undefined),
  customfield_10105: (issue) => (issue.type.name === 'Epic' ? 'ghx-label-1' : undefined),
  customfield_10106: (issue) => `0|${issue.id.toString(36).padStart(6, '0')}:`,
  customfield_10107: (issue) => (issue.type.name === 'Story' ? (issue.storyPoints ?? null) : undefined),
  customfield_10108: () => null,
  customfield_10109: () => null,
  resolutiondate: (issue, rendering) => (issue.resolved === undefined ? null : moment(issue.resolved, rendering)),
  workratio: (issue) =>
    issue.originalEstimate === undefined ? -1 : Math.floor((100 * (timeSpent(issue) ?? 0)) / issue.originalEstimate),
  lastViewed: () => null,
  watches: ({ key, watchers }, { site, user }) => ({
    self: `${site.baseUrl}/rest/api/2/issue/${key}/watchers`,
    watchCount: watchers.length,
    isWatching: user !== undefined && watchers.includes(user.name),
  }),
  created: (issue, rendering) => moment(issue.created, rendering),
  priority: (issue, { site }) => priorityShape(site, issue.priority),
  customfield_10100: () => null,
  customfield_10101: (issue) => (issue.sprints.length === 0 ? null : issue.sprints.map(sprintText)),
  customfield_10102: (issue) => issue.epicLink ?? null,
  customfield_10103: (issue) => (issue.type.name === 'Epic' ? null : undefined),
  customfield_10112: (issue, { site }) => (issue.flagged ? [impediment(site)] : null),
  labels: (issue) => issue.labels,
  timeestimate: (issue) => issue.remainingEstimate ?? null,
  aggregatetimeoriginalestimate: (issue) => issue.originalEstimate ?? null,
  versions: (issue, { site }) => issue.versions.map((version) => versionShape(site, version)),
  issuelinks: (issue, { site }) => issue.details().links.flatMap((link) => linkShapes(site, link)),
  assignee: (issue, { site }) => userShape(site, issue.assignee),
  updated: (issue, rendering) => moment(issue.updated, rendering),
  status: (issue, { site }) => statusShape(site, issue.status),
  components: (issue, { site }) => issue.components.map((component) => componentShape(site, component)),
  timeoriginalestimate: (issue) => issue.originalEstimate ?? null,
  description: (issue) => issue.details().description,
  timetracking: (issue) => timeTracking(issue),
  archiveddate: () => null,
  attachment: (issue, { site }) => issue.details().attachments.map((file) => attachmentShape(site, file)),
  aggregatetimeestimate: (issue) => issue.remainingEstimate ?? null,
  summary: (issue) => issue.summary,
  creator: (issue, { site }) => userShape(site, issue.creator),
  subtasks: (issue, { site }) => site.issues.children(issue.id).map((child) => miniIssueShape(site, child)),
  parent: (issue, { site }) => {
    const parent = issue.parent === undefined ? undefined : site.issues.find(issue.parent);
    return parent === undefined ? undefined : miniIssueShape(site, parent);
  },
  reporter: (issue, { site }) => userShape(site, issue.reporter),
  customfield_10000: (issue) => (issue.id % 4 === 0 ? development : null),
  aggregateprogress: progress,
  environment: (issue) => issue.details().environment,
  duedate: (issue) => issue.due ?? null,
  progress,
  comment: (issue, { site }) => {
    const { comments } = issue.details();
    const shapes = comments.map((comment) => commentShape(site, issue, comment));
    return { comments: shapes, maxResults: shapes.length, total: shapes.length, startAt: 0 };
  },
  votes: ({ key, voters }, { site, user }) => ({
    self: `${site.baseUrl}/rest/api/2/issue/${key}/votes`,
    votes: voters.length,
    hasVoted: user !== undefined && voters.includes(user.name),
  }),
  worklog: (issue, { site }) => {
    const { worklogs } = issue.details();
    const shapes = worklogs.slice(0, 20).map((worklog) => worklogShape(site, issue, worklog));
    return { startAt: 0, maxResults: 20, total: worklogs.length, worklogs: shapes };
  },
  archivedby: () => null,
};

/** The fields that `*navigable` leaves out. */
export const notNavigable: ReadonlySet<string> = new Set([
  'attachment',
  'comment',
  'worklog',
  'timetracking',
  'archivedby',
  'archiveddate',
]);

/** A sprint as Java's `toString` prints it. */
export function sprintText(id: number): string {
  const sprint = sprints.find((candidate) => candidate.id === id) as Sprint;
  const { board, state, name, start, end, complete, goal } = sprint;
  const values = { id, rapidViewId: board, state: state.toUpperCase(), name, startDate: start, endDate: end, completeDate: complete };
  const text = Object.entries({ ...values, activatedDate: start, sequence: id, goal, synced: false, autoStartStop: false })
    .map(([key, value]) => `${key}=${value ?? '<null>'}`)
    .join(',');
  return `com.atlassian.greenhopper.service.sprint.Sprint@${(0x4263b210 + id).toString(16)}[${text}]`;
}

function moment(milliseconds: number, { indexed }: Rendering): string {
  return indexed ? indexedTimestamp(milliseconds) : timestamp(milliseconds);
}

function timeSpent(issue: Issue): number | null {
  const { worklogs } = issue.details();
  return worklogs.length === 0 ? null : worklogs.reduce((sum, { seconds }) => sum + seconds, 0);
}

function timeTracking({ originalEstimate, remainingEstimate, details }: Issue): Record<string, unknown> {
  const spent = spentOn(details());
  return {
    ...(originalEstimate !== undefined && { originalEstimate: duration(originalEstimate) }),
    ...(remainingEstimate !== undefined && { remainingEstimate: duration(remainingEstimate) }),
    ...(spent > 0 && { timeSpent: duration(spent) }),
    ...(originalEstimate !== undefined && { originalEstimateSeconds: originalEstimate }),
    ...(remainingEstimate !== undefined && { remainingEstimateSeconds: remainingEstimate }),
    ...(spent > 0 && { timeSpentSeconds: spent }),
  };
}

function progress(issue: Issue): Record<string, number> {
  const spent = spentOn(issue.details());
  const total = spent + (issue.remainingEstimate ?? 0);
  return { progress: spent, total, ...(total > 0 && { percent: Math.floor((100 * spent) / total) }) };
}

function spentOn({ worklogs }: IssueDetails): number {
  return worklogs.reduce((sum, { seconds }) => sum + seconds, 0);
}

function impediment({ baseUrl }: Site): Record<string, string> {
  return { self: `${baseUrl}/rest/api/2/customFieldOption/10100`, value: 'Impediment', id: '10100' };
}
