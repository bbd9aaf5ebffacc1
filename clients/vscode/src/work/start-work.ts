/** Starting work on an issue: a branch by git, then the assignment and the transition by the agent. */
import { type CancellationToken, env, l10n, ProgressLocation, window, workspace } from 'vscode';
import type { ResultOf } from '../../../../protocol/definition.ts';
import type { Requests } from '../../../../protocol/index.ts';
import type { Agent } from '../agent.ts';
import { isCancellation, messageOf, showError } from '../errors.ts';
import type { IssueWork } from '../issues/issue-work.ts';
import { type IssuePlace, placeOf } from '../issues/issue-place.ts';
import { pickIssue } from '../issues/search/pick-issue.ts';
import { plainMessage } from '../issues/search/plain-label.ts';
import { BranchChange } from './branch-change.ts';
import { type BranchChoice, chooseBranch } from './branch-choice.ts';
import { gitApi, type GitRepository } from './git-api.ts';
import { chooseRepository } from './repositories.ts';

type Started = ResultOf<Requests['jira/startWork']>;

/** What was chosen. */
interface Plan {
  readonly place: Required<IssuePlace>;
  /** The name that the template gives. */
  readonly branch: string;
  readonly branchTemplate: string;
  /** Absent where there is no repository. */
  readonly repository: GitRepository | undefined;
  readonly choice: BranchChoice;
}

/**
 * Asks for what it was not told, and begins. The branch comes first, since it can always be taken back; Jira's part is
 * undone by the agent where it fails half-way.
 *
 * @param argument the issue, as commands of the views give it
 */
export async function startWork(agent: Agent, work: IssueWork, argument: unknown): Promise<void> {
  const place = placeOf(argument) ?? (await pickIssue(agent, { title: l10n.t('Start work on which issue?') }));
  const plan = place === undefined ? undefined : await makePlan(agent, { provider: place.provider, key: place.key });
  if (plan === undefined) return;
  const title = l10n.t('Starting work on {0}', plan.place.key);
  await window.withProgress({ location: ProgressLocation.Notification, title, cancellable: true }, (progress, token) => run(agent, work, plan, (message) => progress.report({ message }), token));
}

async function makePlan(agent: Agent, place: IssuePlace): Promise<Plan | undefined> {
  const branchTemplate = workspace.getConfiguration('jira').get<string>('work.branchTemplate') || '{key}-{summary}';
  const { branch, issue } = await agent.request('jira/branchName', { ...place, branchTemplate });
  const repository = await chooseRepository(await gitApi(), l10n.t('Start work on {0}: in which repository?', issue.key));
  if (repository === 'dismissed') return undefined;
  const choice = repository === undefined ? ({ kind: 'none' } as const) : await chooseBranch(repository, issue, branch);
  return choice === undefined ? undefined : { place: issue, branch, branchTemplate, repository, choice };
}

async function run(agent: Agent, work: IssueWork, plan: Plan, report: (message: string) => void, token: CancellationToken): Promise<void> {
  const { place: { provider, key }, branchTemplate, repository, choice } = plan;
  if (choice.kind !== 'none') report(l10n.t('git: {0}', choice.name));
  const change = repository === undefined ? undefined : await BranchChange.make(repository, choice);
  try {
    report(l10n.t('Assigning and moving the issue in Jira'));
    const started = await agent.request('jira/startWork', { provider, key, branchTemplate }, token);
    work.changed(plan.place, started.issue);
    if (started.started) void tellStarted(plan, started, change);
    else void tellFailed(agent, work, plan, [...detailsOf(started, 'failed'), ...undone(started), ...(change === undefined ? [] : [await change.takeBack()])]);
  } catch (error) {
    const back = change === undefined ? [] : [await change.takeBack()];
    if (isCancellation(error)) void window.showInformationMessage(plainMessage([l10n.t('Work on {0} was not started.', key), ...back].join(' ')));
    else void tellFailed(agent, work, plan, [messageOf(error), ...back]);
  }
}

async function tellStarted({ place: { key }, branch, repository }: Plan, started: Started, change: BranchChange | undefined): Promise<void> {
  const copy = l10n.t('Copy Name of Branch');
  const done = [...(change === undefined ? [] : [change.words]), ...detailsOf(started, 'done')];
  const words = [l10n.t('You are working on {0} now: {1}.', key, started.issue.status.name), ...done].join(' ');
  const chosen = await window.showInformationMessage(plainMessage(words), ...(repository === undefined ? [copy] : []));
  if (chosen === copy) await env.clipboard.writeText(branch);
}

async function tellFailed(agent: Agent, work: IssueWork, { place }: Plan, details: readonly string[]): Promise<void> {
  const again = l10n.t('Try Again');
  const chosen = await window.showErrorMessage(plainMessage([l10n.t('Work on {0} was not started.', place.key), ...details].join(' ')), again);
  if (chosen === again) await startWork(agent, work, place).catch(showError);
}

/** What the agent's steps of an outcome say; its `branch` is the name alone, which the user has chosen. */
function detailsOf({ steps }: Started, outcome: 'done' | 'failed'): string[] {
  return steps.filter((each) => each.outcome === outcome && (each.step === 'assign' || each.step === 'transition')).map(({ detail }) => detail);
}

/** What of Jira's part was taken back, or could not be. */
function undone({ steps }: Started): string[] {
  const undoing = steps.filter(({ step, outcome }) => (step === 'undoAssign' || step === 'undoTransition') && outcome !== 'skipped');
  return undoing.map(({ outcome, detail }) => (outcome === 'done' ? l10n.t('Undone: {0}', detail) : l10n.t('Not undone: {0}', detail)));
}
