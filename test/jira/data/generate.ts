import { issueType, issueTypes, priorities, resolutions, status, statuses, type IssueType } from './catalogue.ts';
import { generateDetails } from './details.ts';
import type { Issue } from './issue.ts';
import { projects, type Project } from './projects.ts';
import { randomFrom, type Random } from './random.ts';
import { boards, sprintsOf } from './sprints.ts';
import { labels, summary } from './words.ts';

/** When the newest generated issue was created: fixed, so that every run has the same data. */
export const dataEnd = Date.parse('2025-06-30T16:00:00Z');

const span = 730 * 86_400_000;
const people = ['admin', 'alice', 'bob', 'carol', 'dave', 'erin', 'frank', 'grace', 'jürgen.müller', 'heidi', 'ivan'];

/**
 * Makes the issues of a site: of 500 and more, 130 are in ABC, 200 in WEB, 120 in OPS, 50 in SEC and the rest in
 * BIG; of fewer, the same shares without BIG. Always the same for one number.
 */
export function generateIssues(count: number): Issue[] {
  const issues: Issue[] = [];
  for (const [project, size] of sizes(count)) {
    let epic: Issue | undefined;
    let parent: Issue | undefined;
    for (let number = 1; number <= size; number += 1) {
      const random = randomFrom(`${project.key}-${number}`);
      const type = typeOf(number, random, parent);
      const created = dataEnd - span + Math.floor((span * number) / (size + 1)) + random.below(60_000);
      const issue = generateIssue(10_000 + issues.length, project, number, type, created, { random, epic, parent });
      if (type.name === 'Epic') epic = issue;
      if (!type.subtask) parent = issue;
      issues.push(issue);
    }
  }
  return issues;
}

function sizes(count: number): [Project, number][] {
  const total = Math.min(count, 500);
  const shares = [130, 200, 120, 50].map((share) => Math.floor((share * total) / 500));
  shares[0] = total - shares.slice(1).reduce((sum, share) => sum + share, 0);
  return projects.map((project, at) => [project, shares[at] ?? count - total]);
}

function typeOf(number: number, random: Random, parent: Issue | undefined): IssueType {
  if (number % 25 === 1) return issueType('Epic');
  if (parent !== undefined && parent.type.name !== 'Epic' && random.below(6) === 0) return issueType('Sub-task');
  return random.pick(issueTypes.filter((type) => !type.subtask && type.name !== 'Epic'));
}

interface Surroundings {
  readonly random: Random;
  readonly epic: Issue | undefined;
  readonly parent: Issue | undefined;
}

function generateIssue(
  id: number,
  project: Project,
  number: number,
  type: IssueType,
  created: number,
  { random, epic, parent }: Surroundings,
): Issue {
  const key = `${project.key}-${number}`;
  const updated = created + random.below(20 * 86_400_000);
  const state = random.pick(statuses);
  const done = state === status('Done');
  const isEpic = type.name === 'Epic';
  const estimate = random.below(4) === 0 ? 3600 * (1 + random.below(16)) : undefined;
  return {
    id,
    revision: id,
    key,
    number,
    project,
    type,
    status: state,
    priority: random.pick(priorities),
    resolution: done ? random.pick(resolutions) : undefined,
    summary: summary(random),
    assignee: random.below(5) === 0 ? undefined : random.pick(people),
    reporter: random.pick(people),
    creator: random.pick(people),
    labels: labels.filter(() => random.below(5) === 0),
    components: project.components.filter(() => random.below(3) === 0),
    fixVersions: project.versions.filter(() => random.below(3) === 0),
    versions: project.versions.filter(() => random.below(4) === 0),
    created,
    updated,
    resolved: done ? updated : undefined,
    due: random.below(4) === 0 ? new Date(updated + random.below(60) * 86_400_000).toISOString().slice(0, 10) : undefined,
    parent: type.subtask ? parent?.id : undefined,
    epicLink: !isEpic && !type.subtask && random.below(2) === 0 ? epic?.key : undefined,
    epicName: isEpic ? `Epic ${number}` : undefined,
    sprints: isEpic || type.subtask ? [] : sprintsOf(boards, project.key, random),
    storyPoints: type.name === 'Story' && random.below(2) === 0 ? random.pick([0.5, 1, 2, 3, 5, 8]) : undefined,
    flagged: random.below(20) === 0,
    originalEstimate: estimate,
    remainingEstimate: estimate,
    watchers: people.filter(() => random.below(6) === 0),
    voters: people.filter(() => random.below(12) === 0),
    details: generateDetails({ id, key, created, updated, status: state, people }),
  };
}
