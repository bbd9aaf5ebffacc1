/** Begins work on an issue: assigns it, moves it into progress, and names a branch. */
import type { Issue } from '../../../protocol/issues.ts';
import type { Transition } from '../../../protocol/issue-detail.ts';
import type { WorkStep } from '../../../protocol/issue-work.ts';
import type { User } from '../../../protocol/provider.ts';
import { JiraError } from '../errors.ts';
import { record } from '../jira/json.ts';
import { toUser } from '../jira/user.ts';
import type { Access } from './access.ts';
import { sendAssignee } from './assign.ts';
import { branchName } from './branch-name.ts';
import { memberOf } from './change.ts';
import { listFields, toIssue } from './issue.ts';
import { readFields, readIssue } from './read-issue.ts';
import { moveIssue } from './transition.ts';
import { chooseTransition, readTransitions, sayTransitions } from './transitions.ts';
import { mayBeDone } from './unanswered.ts';

/** How work is begun. */
export interface WorkRequest {
  readonly key: string;
  /** Id or name; by default the first transition that leads into progress. */
  readonly transition?: string | undefined;
  readonly assign: boolean;
  readonly branchTemplate: string;
}

/** How it went. */
export interface WorkBegun {
  readonly started: boolean;
  readonly issue: Issue;
  readonly branch?: string;
  readonly steps: WorkStep[];
}

/** Milliseconds for undoing, which the client cannot call off. */
const undoTime = 30_000;

/**
 * Begins work. The assignment comes first: many workflows let only the assignee begin, and it is the step that can
 * always be taken back.
 *
 * @throws {JiraError} for what keeps it from beginning at all; once something was tried, the steps tell how it went
 */
export async function startWork(access: Access, request: WorkRequest, signal: AbortSignal): Promise<WorkBegun> {
  const { key, branchTemplate } = request;
  const before = await readFields(access, key, listFields);
  const issue = toIssue(before, access.provider.id, access.baseUrl, []);
  const me = await access.me();
  const branch = branchName(branchTemplate, issue, me.name);
  const run = new Run(access, request, { issue, status: memberOf(before, 'status', 'id') ?? '', me });
  const started = await run.forward();
  if (!started) {
    await withinTime(access, (own) => run.back(own));
    signal.throwIfAborted();
  } else {
    run.steps.push({ step: 'branch', outcome: 'done', detail: branch });
  }
  const now = await readIssue(access, issue.key);
  return { started, issue: now, ...(started ? { branch } : {}), steps: run.steps };
}

/** Does something that the client cannot call off, and that ends all the same. */
async function withinTime(access: Access, act: (own: Access) => Promise<void>): Promise<void> {
  const abort = new AbortController();
  const stop = access.clock.after(undoTime, () => abort.abort());
  try {
    await act(access.under(abort.signal));
  } finally {
    stop();
  }
}

/** What was found. */
interface Start {
  readonly issue: Issue;
  /** The id of its status. */
  readonly status: string;
  readonly me: User;
}

/** One run, and what of it must be undone. */
class Run {
  readonly steps: WorkStep[] = [];
  readonly #access: Access;
  readonly #request: WorkRequest;
  readonly #start: Start;
  #assigned = false;
  #moved = false;
  /** Whom the workflow assigned the issue to as it moved. */
  #assignedByWorkflow: string | undefined;

  constructor(access: Access, request: WorkRequest, start: Start) {
    this.#access = access;
    this.#request = request;
    this.#start = start;
  }

  /** Takes the steps. @returns whether all went well */
  async forward(): Promise<boolean> {
    return (await this.#try('assign', () => this.#assign())) && (await this.#try('transition', () => this.#move())) && this.#stayAssigned();
  }

  /** Takes back what was done, or may have been, the last first. */
  async back(access: Access): Promise<void> {
    const { issue, status } = this.#start;
    if (this.#moved) await this.#try('undoTransition', () => moveBack(access, issue, status));
    if (this.#assigned) await this.#try('undoAssign', () => this.#assignBack(access));
  }

  async #assign(): Promise<Outcome> {
    const { issue, me } = this.#start;
    if (!this.#request.assign) return skipped('It was not wanted.');
    if (issue.assignee?.name === me.name) return skipped(`It is assigned to ${me.displayName} already.`);
    return done(`From ${issue.assignee?.displayName ?? 'nobody'} to ${me.displayName}.`, await this.#assignToMe());
  }

  async #move(): Promise<Outcome> {
    const { issue } = this.#start;
    const wanted = this.#request.transition;
    if (wanted === undefined && issue.status.category === 'indeterminate') return skipped(`It is in progress already: “${issue.status.name}”.`);
    const transitions = await readTransitions(this.#access, issue.key);
    const transition = wanted === undefined ? intoProgress(transitions, issue) : chooseTransition(transitions, wanted, false);
    this.#moved = true;
    const warnings = await moveIssue(this.#access, issue.key, transition, {}).catch((error: unknown) => {
      this.#moved = !isRefusal(error);
      throw error;
    });
    const others = wanted === undefined ? waysIntoProgress(transitions).filter(({ id }) => id !== transition.id) : [];
    const more = others.length === 0 ? [] : [`Other ways into progress: ${sayTransitions(others)}.`];
    return done(`From “${issue.status.name}” to “${transition.to.name}” by “${transition.name}”.`, [...more, ...warnings]);
  }

  /** A workflow may assign the issue to somebody as it moves. */
  async #stayAssigned(): Promise<boolean> {
    const { issue, me } = this.#start;
    if (!this.#request.assign || !this.#moved) return true;
    return this.#try('assign', async () => {
      const assignee = await readAssignee(this.#access, issue.key);
      if (assignee?.name === me.name) return undefined;
      this.#assignedByWorkflow = assignee?.name;
      return done(`To ${me.displayName} once more: the transition had assigned it to somebody else.`, await this.#assignToMe());
    });
  }

  async #assignToMe(): Promise<string[]> {
    const before = this.#assigned;
    this.#assigned = true;
    return sendAssignee(this.#access, this.#start.issue.key, this.#start.me.name).catch((error: unknown) => {
      this.#assigned = before || !isRefusal(error);
      throw error;
    });
  }

  async #assignBack(access: Access): Promise<Outcome> {
    const { issue, me } = this.#start;
    const current = await readAssignee(access, issue.key);
    if (current?.name !== me.name && current?.name !== this.#assignedByWorkflow) return skipped(`It is assigned to ${current?.displayName ?? 'nobody'}.`);
    return done(`To ${issue.assignee?.displayName ?? 'nobody'} again.`, await sendAssignee(access, issue.key, issue.assignee?.name ?? null));
  }

  /** Takes a step and notes how it went; one that says nothing is not noted. */
  async #try(step: WorkStep['step'], act: () => Promise<Outcome | undefined>): Promise<boolean> {
    try {
      const outcome = await act();
      if (outcome !== undefined) this.steps.push({ step, ...outcome });
      return true;
    } catch (error) {
      this.steps.push({ step, outcome: 'failed', detail: wordsFor(error) });
      return false;
    }
  }
}

/** How a step went that did not fail. */
interface Outcome {
  readonly outcome: 'done' | 'skipped';
  readonly detail: string;
}

function done(detail: string, more: readonly string[] = []): Outcome {
  return { outcome: 'done', detail: [detail, ...more].join(' ') };
}

function skipped(detail: string): Outcome {
  return { outcome: 'skipped', detail };
}

/** Whether it is sure that a write was not done. One that was called off on its way may have been. */
function isRefusal(error: unknown): boolean {
  return error instanceof JiraError && !mayBeDone(error);
}

function wordsFor(error: unknown): string {
  if (error instanceof JiraError) return error.message;
  if (error instanceof Error && error.name === 'AbortError') return 'It was called off.';
  throw error;
}

async function readAssignee(access: Access, key: string): Promise<User | undefined> {
  const { fields } = await readFields(access, key, ['assignee']);
  return toUser(record(fields)['assignee']);
}

function waysIntoProgress(transitions: readonly Transition[]): Transition[] {
  return transitions.filter(({ to }) => to.category === 'indeterminate');
}

/** Jira lists transitions in the order of the workflow, so the first way into progress is where work begins. */
function intoProgress(transitions: readonly Transition[], issue: Issue): Transition {
  const ways = waysIntoProgress(transitions);
  const [way] = [...ways.filter(asksNothing), ...ways];
  if (way !== undefined) return way;
  const there = transitions.length === 0 ? 'None is open to you.' : `There are ${sayTransitions(transitions)}.`;
  throw new JiraError('validation', `No transition leads from “${issue.status.name}” into progress. ${there}`);
}

function asksNothing({ fields }: Transition): boolean {
  return fields.every(({ required, hasDefault }) => !required || hasDefault);
}

async function moveBack(access: Access, issue: Issue, status: string): Promise<Outcome> {
  const current = memberOf(await readFields(access, issue.key, ['status']), 'status', 'id');
  if (current === status) return skipped(`It is “${issue.status.name}”.`);
  const transitions = await readTransitions(access, issue.key);
  const back = transitions.find((each) => each.to.id === status && asksNothing(each));
  if (back === undefined) throw new JiraError('unsupported', `No transition leads back to “${issue.status.name}”.`);
  return done(`To “${issue.status.name}” again, by “${back.name}”.`, await moveIssue(access, issue.key, back, {}));
}
