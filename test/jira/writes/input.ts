import { priorities, resolutions } from '../data/catalogue.ts';
import type { Issue } from '../data/issue.ts';
import type { Project } from '../data/projects.ts';
import type { IssueChanges } from '../data/store.ts';
import type { User } from '../data/users.ts';
import type { Site } from '../site.ts';
import { BadValue } from './bad-value.ts';
import { customValue } from './custom-values.ts';
import { parseDuration } from './duration.ts';

/** What a client wrote, understood: the changes, and what is wrong by field. */
export interface Input {
  readonly changes: { -readonly [Key in keyof IssueChanges]: IssueChanges[Key] };
  readonly errors: Record<string, string>;
}

/** For whom, and into which issue or project, something is written. */
export interface Target {
  readonly site: Site;
  readonly user: User;
  readonly project: Project;
  readonly issue: Issue | undefined;
}

type Setter = (value: unknown, input: Input, target: Target) => void;

const setters: Readonly<Record<string, Setter>> = {
  summary: (value, { changes }) => (changes.summary = summaryOf(value)),
  description: (value, { changes }) => (changes.details = { ...changes.details, description: textOf(value) }),
  environment: (value, { changes }) => (changes.details = { ...changes.details, environment: textOf(value) }),
  priority: (value, { changes }) => (changes.priority = named(value, priorities, 'Priority')),
  resolution: (value, { changes }) => (changes.resolution = value === null ? undefined : named(value, resolutions, 'Resolution')),
  assignee: (value, { changes }, target) => (changes.assignee = assigneeOf(value, target)),
  reporter: (value, { changes }, { site }) => (changes.reporter = userOf(value, site)?.name),
  labels: (value, { changes }) => (changes.labels = labelsOf(value)),
  duedate: (value, { changes }) => (changes.due = dateOf(value)),
  components: (value, { changes }, { project }) => (changes.components = each(value).map((one) => named(one, project.components, 'Component'))),
  fixVersions: (value, { changes }, { project }) => (changes.fixVersions = each(value).map((one) => named(one, project.versions, 'Version'))),
  versions: (value, { changes }, { project }) => (changes.versions = each(value).map((one) => named(one, project.versions, 'Version'))),
  customfield_10101: (value, { changes }) => (changes.sprints = value === null ? [] : [numberOf(value)]),
  customfield_10102: (value, { changes }, { site }) => (changes.epicLink = epicOf(value, site)),
  customfield_10104: (value, { changes }) => (changes.epicName = textOf(value) ?? undefined),
  customfield_10107: (value, { changes }) => (changes.storyPoints = value === null ? undefined : numberOf(value)),
  timetracking: (value, { changes }) => setEstimates(value, changes),
};

/** Understands the `fields` of a request. Fields that no screen has are errors, as in Jira. */
export function readFields(fields: Readonly<Record<string, unknown>>, target: Target): Input {
  const input: Input = { changes: {}, errors: {} };
  for (const [id, value] of Object.entries(fields)) set(id, value, input, target);
  return input;
}

/** Understands the `update` of a request: operations by field, onto what the issue has. */
export function readUpdate(update: Readonly<Record<string, unknown>>, input: Input, target: Target): void {
  for (const [id, operations] of Object.entries(update)) {
    if (!Array.isArray(operations)) input.errors[id] = 'data was not an array';
    for (const operation of Array.isArray(operations) ? operations : []) {
      const [verb = '', value] = Object.entries((operation ?? {}) as object)[0] ?? [];
      if (verb === 'set' || verb === 'edit') set(id, value, input, target);
      else if (id === 'labels') set(id, changedLabels(verb, value, input.changes.labels ?? target.issue?.labels ?? []), input, target);
      else if (id !== 'comment') input.errors[id] = `Field does not support update '${id}'`;
    }
  }
}

function set(id: string, value: unknown, input: Input, target: Target): void {
  const setter = setters[id] ?? customSetter(id, target);
  if (setter === undefined) {
    input.errors[id] = `Field '${id}' cannot be set. It is not on the appropriate screen, or unknown.`;
    return;
  }
  try {
    setter(value, input, target);
  } catch (error) {
    if (!(error instanceof BadValue)) throw error;
    input.errors[id] = error.message;
  }
}

function customSetter(id: string, { site, project, issue }: Target): Setter | undefined {
  const field = site.customFields.find((each) => each.id === id);
  if (field === undefined) return undefined;
  return (value, { changes }) => (changes.custom = { ...issue?.custom, ...changes.custom, [id]: customValue(field, value, site, project) });
}

function changedLabels(verb: string, value: unknown, labels: readonly string[]): readonly string[] {
  if (verb === 'add') return labels.includes(String(value)) ? labels : [...labels, String(value)];
  return labels.filter((label) => label !== value);
}

function summaryOf(value: unknown): string {
  if (value !== null && typeof value !== 'string') throw new BadValue('Operation value must be a string');
  const text = (value ?? '').trim();
  if (text === '') throw new BadValue('You must specify a summary of the issue.');
  if (/[\r\n]/.test(text)) throw new BadValue('The summary is invalid because it contains newline characters.');
  if (text.length > 255) throw new BadValue('Summary must be less than 255 characters.');
  return text;
}

/** Jira stores line ends as `\r\n`. */
function textOf(value: unknown): string | null {
  if (value === null || value === '') return null;
  if (typeof value !== 'string') throw new BadValue('Operation value must be a string');
  return value.replace(/\r?\n/g, '\r\n');
}

function labelsOf(value: unknown): string[] {
  if (!Array.isArray(value)) throw new BadValue('data was not an array');
  const spaced = value.find((label) => /\s/.test(String(label)));
  if (spaced !== undefined) throw new BadValue(`The label '${spaced}' contains spaces which is invalid.`);
  return value.map(String).sort();
}

function dateOf(value: unknown): string | undefined {
  if (value === null || value === '') return undefined;
  const text = String(value);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || Number.isNaN(Date.parse(text))) {
    throw new BadValue(`Error parsing date string: ${text}`);
  }
  return text;
}

function numberOf(value: unknown): number {
  if (typeof value !== 'number') throw new BadValue('Operation value must be a number');
  return value;
}

function named<T extends { readonly id: string; readonly name: string }>(value: unknown, all: readonly T[], kind: string): T {
  const { id, name } = (value ?? {}) as { id?: unknown; name?: unknown };
  const found = all.find((one) => (id === undefined ? one.name === name : one.id === String(id)));
  if (found !== undefined) return found;
  throw new BadValue(id === undefined ? `${kind} name '${String(name)}' is not valid` : `${kind} id '${String(id)}' is not valid`);
}

function userOf(value: unknown, site: Site): User | undefined {
  if (value === null) return undefined;
  const { name, key } = (value ?? {}) as { name?: unknown; key?: unknown };
  if (name === null || name === '') return undefined;
  const user = name === undefined ? site.users.findByKey(String(key)) : site.users.find(String(name));
  if (user === undefined) throw new BadValue(`User '${String(name ?? key)}' does not exist.`);
  return user;
}

/** Understands an assignee: a user, null for nobody, `-1` for the project's lead. @throws {BadValue} */
function assigneeOf(value: unknown, { site, project }: Target): string | undefined {
  if ((value as { name?: unknown } | null)?.name === '-1') return project.lead;
  const user = userOf(value, site);
  if (user !== undefined && (!user.active || user.readOnly || !site.maySee(user, project))) {
    throw new BadValue(`User '${user.name}' cannot be assigned issues.`);
  }
  return user?.name;
}

function epicOf(value: unknown, site: Site): string | undefined {
  if (value === null || value === '') return undefined;
  const epic = site.issues.find(String(value));
  if (epic?.type.name !== 'Epic') throw new BadValue(`Issue '${String(value)}' is not an epic.`);
  return epic.key;
}

function setEstimates(value: unknown, changes: Input['changes']): void {
  const { originalEstimate, remainingEstimate } = value as { originalEstimate?: unknown; remainingEstimate?: unknown };
  const seconds = (text: unknown): number => {
    const parsed = parseDuration(String(text));
    if (parsed === undefined) throw new BadValue('Invalid time duration entered.');
    return parsed;
  };
  if (originalEstimate !== undefined) changes.originalEstimate = seconds(originalEstimate);
  if (originalEstimate !== undefined || remainingEstimate !== undefined) {
    changes.remainingEstimate = seconds(remainingEstimate ?? originalEstimate);
  }
}

function each(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw new BadValue('data was not an array');
  return value;
}
