/**
 * What every Jira has, whatever its language: the names of system fields in queries and the functions that are built
 * in (Atlassian, "JQL fields reference", "JQL functions reference", Data Center). It stands in where the server is out
 * of reach, and tells what its own names mean.
 */
import type { OperatorName } from './syntax.ts';

/** What a field is about, as far as functions and hints have to know it. */
export type ValueType = 'user' | 'date' | 'text' | 'number' | 'issue' | 'version' | 'sprint' | 'choice';

/** A field that every Jira has. */
export interface StandardField {
  readonly name: string;
  readonly type: ValueType;
  readonly operators: readonly OperatorName[];
  readonly meaning: string;
}

/** A function that every Jira has, or every Jira Software. */
export interface StandardFunction {
  readonly name: string;
  /** What stands between its parentheses. */
  readonly parameters: string;
  readonly type: ValueType;
  readonly isList: boolean;
  readonly meaning: string;
}

const same: readonly OperatorName[] = ['=', '!=', 'in', 'not in'];
const equality: readonly OperatorName[] = [...same, 'is', 'is not'];
const order: readonly OperatorName[] = [...equality, '<', '<=', '>', '>='];
const history: readonly OperatorName[] = ['was', 'was not', 'was in', 'was not in', 'changed'];
const search: readonly OperatorName[] = ['~', '!~', 'is', 'is not'];

const fields: readonly (readonly [name: string, type: ValueType, operators: readonly OperatorName[], meaning: string])[] = [
  ['affectedVersion', 'version', order, 'The versions in which the issue is found.'],
  ['assignee', 'user', [...equality, ...history], 'Who is to do it.'],
  ['attachments', 'choice', ['is', 'is not'], 'Whether files are attached.'],
  ['category', 'choice', equality, 'The category of the project.'],
  ['comment', 'text', ['~', '!~'], 'Words in the comments.'],
  ['component', 'choice', equality, 'The components of the project that the issue belongs to.'],
  ['created', 'date', order, 'When the issue was made.'],
  ['creator', 'user', equality, 'Who made the issue; it never changes.'],
  ['description', 'text', search, 'Words in the description.'],
  ['due', 'date', order, 'The day on which it is due.'],
  ['environment', 'text', search, 'Words in the environment.'],
  ['filter', 'choice', same, 'A saved filter, as a part of this query.'],
  ['fixVersion', 'version', [...order, ...history], 'The versions that are to have it done.'],
  ['issuekey', 'issue', [...same, '<', '<=', '>', '>='], 'The key of the issue; also `key`, `issue` and `id`.'],
  ['issuetype', 'choice', equality, 'The type of the issue; also `type`.'],
  ['labels', 'choice', equality, 'The labels of the issue.'],
  ['lastViewed', 'date', order, 'When you looked at it last.'],
  ['level', 'choice', equality, 'The security level.'],
  ['originalEstimate', 'number', order, 'The time first thought to be needed, for instance `2h`.'],
  ['parent', 'issue', same, 'The issue of which this is a sub-task.'],
  ['priority', 'choice', [...order, ...history], 'How urgent it is.'],
  ['project', 'choice', equality, 'The project, by its key, name or id.'],
  ['remainingEstimate', 'number', order, 'The time that is still needed, for instance `2h`.'],
  ['reporter', 'user', [...equality, ...history], 'Who reported it.'],
  ['resolution', 'choice', [...order, ...history], 'How it was done with; `Unresolved` where it is not.'],
  ['resolved', 'date', order, 'When it was resolved; also `resolutiondate`.'],
  ['status', 'choice', [...equality, ...history], 'The status in the workflow.'],
  ['statusCategory', 'choice', same, 'What the status means in every workflow: `"To Do"`, `"In Progress"` or `Done`.'],
  ['summary', 'text', search, 'Words in the summary.'],
  ['text', 'text', ['~'], 'Words in the summary, the description, the environment, the comments and the custom fields of text.'],
  ['timespent', 'number', order, 'The time spent on it, for instance `2h`.'],
  ['updated', 'date', order, 'When the issue was last changed.'],
  ['voter', 'user', equality, 'Who voted for it.'],
  ['votes', 'number', [...same, '<', '<=', '>', '>='], 'How many voted for it.'],
  ['watcher', 'user', equality, 'Who watches it.'],
  ['watchers', 'number', [...same, '<', '<=', '>', '>='], 'How many watch it.'],
  ['workratio', 'number', order, 'The time spent, in per cent of the original estimate.'],
  ['worklogAuthor', 'user', equality, 'Who logged work on it.'],
  ['worklogDate', 'date', order, 'The day of logged work.'],
];

const moment = 'An offset may be given, for instance `-1d`; `-1` moves by one unit.';

const functions: readonly (readonly [name: string, parameters: string, type: ValueType, isList: boolean, meaning: string])[] = [
  ['currentUser', '', 'user', false, 'You.'],
  ['membersOf', 'group', 'user', true, 'The members of a group.'],
  ['now', '', 'date', false, 'This moment.'],
  ['currentLogin', '', 'date', false, 'When you logged in.'],
  ['lastLogin', '', 'date', false, 'When you logged in the time before.'],
  ...(['Day', 'Week', 'Month', 'Year'] as const).flatMap((unit) => [
    [`startOf${unit}`, 'offset?', 'date', false, `The beginning of the ${unit.toLowerCase()}. ${moment}`] as const,
    [`endOf${unit}`, 'offset?', 'date', false, `The end of the ${unit.toLowerCase()}. ${moment}`] as const,
  ]),
  ['issueHistory', '', 'issue', true, 'The issues that you looked at last.'],
  ['linkedIssues', 'key, type of link?', 'issue', true, 'The issues that are linked to an issue.'],
  ['votedIssues', '', 'issue', true, 'The issues that you voted for.'],
  ['watchedIssues', '', 'issue', true, 'The issues that you watch.'],
  ['updatedBy', 'user, from?, to?', 'issue', true, 'The issues that a user changed.'],
  ['openSprints', '', 'sprint', true, 'The sprints that are under way.'],
  ['closedSprints', '', 'sprint', true, 'The sprints that are over.'],
  ['futureSprints', '', 'sprint', true, 'The sprints that have not begun.'],
  ['releasedVersions', 'project?', 'version', true, 'The versions that are released.'],
  ['unreleasedVersions', 'project?', 'version', true, 'The versions that are not released.'],
  ['latestReleasedVersion', 'project', 'version', false, 'The version that was released last.'],
  ['earliestUnreleasedVersion', 'project', 'version', false, 'The version that is to be released next.'],
  ['standardIssueTypes', '', 'choice', true, 'Every type of issue that is no sub-task.'],
  ['subtaskIssueTypes', '', 'choice', true, 'Every type of sub-task.'],
  ['componentsLeadByUser', 'user?', 'choice', true, 'The components that a user leads.'],
  ['projectsLeadByUser', 'user?', 'choice', true, 'The projects that a user leads.'],
  ['projectsWhereUserHasPermission', 'permission', 'choice', true, 'The projects in which you have a permission.'],
  ['projectsWhereUserHasRole', 'role', 'choice', true, 'The projects in which you have a role.'],
  ['cascadeOption', 'option, option?', 'choice', true, 'An option of a cascading field.'],
];

/** The fields, in the order of their names. */
export const standardFields: readonly StandardField[] = fields.map(([name, type, operators, meaning]) => ({ name, type, operators, meaning }));

/** The functions. */
export const standardFunctions: readonly StandardFunction[] = functions.map(([name, parameters, type, isList, meaning]) => ({ name, parameters, type, isList, meaning }));

const aliases: Readonly<Record<string, string>> = { key: 'issuekey', issue: 'issuekey', id: 'issuekey', type: 'issuetype', duedate: 'due', createddate: 'created', updateddate: 'updated', resolutiondate: 'resolved', savedfilter: 'filter', searchrequest: 'filter', request: 'filter' };
const fieldsByName = new Map(standardFields.map((field) => [field.name.toLowerCase(), field]));
const functionsByName = new Map(standardFunctions.map((each) => [each.name.toLowerCase(), each]));

/** A standard field by a name in a query, in any case. */
export function standardField(name: string): StandardField | undefined {
  const lower = name.toLowerCase();
  return fieldsByName.get(aliases[lower] ?? lower);
}

/** A standard function by its name, in any case. */
export function standardFunction(name: string): StandardFunction | undefined {
  return functionsByName.get(name.toLowerCase());
}
