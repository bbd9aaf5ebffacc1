/** A kind of issue, as administrators define it. */
export interface IssueType {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly subtask: boolean;
  /** Types that Jira Software made have an icon file and no avatar. */
  readonly avatarId?: number;
  readonly icon?: string;
}

/** The key by which a client tells categories apart. */
export type CategoryKey = 'new' | 'indeterminate' | 'done' | 'undefined';

/** A group of statuses. */
export interface StatusCategory {
  readonly id: number;
  readonly key: CategoryKey;
  readonly name: string;
}

/** A step of a workflow. */
export interface Status {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  /** Path below the base URL; empty for a status without an icon. */
  readonly icon: string;
  readonly category: StatusCategory;
}

/** How urgent an issue is. */
export interface Priority {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly colour: string;
}

/** How an issue ended. */
export interface Resolution {
  readonly id: string;
  readonly name: string;
  readonly description: string;
}

/** A way to a status. */
export interface Transition {
  readonly id: string;
  readonly name: string;
  /** The only status from which it leads; absent: from any. */
  readonly from?: Status;
  readonly to: Status;
  /** Whether its screen asks for a resolution. */
  readonly needsResolution: boolean;
  /** Whether its screen has a field for comments; without one Jira drops a comment. False by default. */
  readonly hasComment?: boolean;
}

/** The categories that every Jira has. */
export const categories = {
  undefined: { id: 1, key: 'undefined', name: 'No Category' },
  new: { id: 2, key: 'new', name: 'To Do' },
  indeterminate: { id: 4, key: 'indeterminate', name: 'In Progress' },
  done: { id: 3, key: 'done', name: 'Done' },
} as const satisfies Record<CategoryKey, StatusCategory>;

/** Issue types, in the order in which Jira lists those of a project. */
export const issueTypes: readonly IssueType[] = [
  { id: '10002', name: 'Task', description: 'A task that needs to be done.', subtask: false, avatarId: 10318 },
  { id: '10003', name: 'Sub-task', description: 'The sub-task of the issue', subtask: true, avatarId: 10316 },
  {
    id: '10001',
    name: 'Story',
    description: 'Created by Jira Software - do not edit or delete. Issue type for a user story.',
    subtask: false,
    icon: 'story',
  },
  {
    id: '10004',
    name: 'Bug',
    description: 'A problem which impairs or prevents the functions of the product.',
    subtask: false,
    avatarId: 10303,
  },
  {
    id: '10000',
    name: 'Epic',
    description:
      'Created by Jira Software - do not edit or delete. Issue type for a big user story that needs to be broken down.',
    subtask: false,
    icon: 'epic',
  },
];

/** Statuses, at least one in each category. */
export const statuses: readonly Status[] = [
  { id: '10000', name: 'To Do', description: '', icon: '', category: categories.new },
  {
    id: '3',
    name: 'In Progress',
    description: 'This issue is being actively worked on at the moment by the assignee.',
    icon: 'images/icons/statuses/inprogress.png',
    category: categories.indeterminate,
  },
  {
    id: '10002',
    name: 'In Review',
    description: 'Somebody else is reading it.',
    icon: 'images/icons/statuses/generic.png',
    category: categories.indeterminate,
  },
  { id: '10001', name: 'Done', description: '', icon: '', category: categories.done },
  {
    id: '10003',
    name: 'Parked',
    description: 'Nobody knows yet.',
    icon: 'images/icons/statuses/generic.png',
    category: categories.undefined,
  },
];

/** Priorities, the most urgent first. */
export const priorities: readonly Priority[] = [
  { id: '1', name: 'Highest', description: 'This problem will block progress.', colour: '#d04437' },
  { id: '2', name: 'High', description: 'Serious problem that could block progress.', colour: '#f15C75' },
  { id: '3', name: 'Medium', description: 'Has the potential to affect progress.', colour: '#f79232' },
  { id: '4', name: 'Low', description: 'Minor problem or easily worked around.', colour: '#707070' },
  { id: '5', name: 'Lowest', description: 'Trivial problem with little or no impact on progress.', colour: '#999999' },
];

/** Resolutions. */
export const resolutions: readonly Resolution[] = [
  { id: '10000', name: 'Done', description: 'Work has been completed on this issue.' },
  { id: '10001', name: "Won't Do", description: "This issue won't be actioned." },
  { id: '10002', name: 'Duplicate', description: 'The problem is a duplicate of an existing issue.' },
];

/** The simplified workflow, from anywhere to anywhere, and two ways more. */
export const transitions: readonly Transition[] = [
  { id: '11', name: 'To Do', to: status('To Do'), needsResolution: false },
  { id: '21', name: 'In Progress', to: status('In Progress'), needsResolution: false },
  { id: '31', name: 'Done', to: status('Done'), needsResolution: false },
  { id: '41', name: 'Send to review', from: status('In Progress'), to: status('In Review'), needsResolution: false },
  { id: '61', name: 'Send back', from: status('In Review'), to: status('In Progress'), needsResolution: false, hasComment: true },
  { id: '51', name: 'Resolve with a reason', to: status('Done'), needsResolution: true },
];

/** A status by its English name. @throws {RangeError} when there is none */
export function status(name: string): Status {
  const found = statuses.find((candidate) => candidate.name === name);
  if (found === undefined) throw new RangeError(`no status ${name}`);
  return found;
}

/** An issue type by its English name. @throws {RangeError} when there is none */
export function issueType(name: string): IssueType {
  const found = issueTypes.find((candidate) => candidate.name === name);
  if (found === undefined) throw new RangeError(`no issue type ${name}`);
  return found;
}
