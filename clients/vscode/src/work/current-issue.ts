/** The issue that the branch is for which is checked out. */
import { type Disposable, type Event, EventEmitter, window } from 'vscode';
import type { IssueDetail } from '../../../../protocol/issue-detail.ts';
import type { Agent } from '../agent.ts';
import { errorData, messageOf } from '../errors.ts';
import { type GitApi, gitApi, type GitRepository } from './git-api.ts';
import { currentRepository } from './repositories.ts';

/** What is known of it. */
export interface CurrentIssue {
  readonly provider: string;
  readonly key: string;
  readonly branch: string;
  readonly repository: GitRepository;
  /** Absent until it is read, and where it cannot be. */
  readonly issue?: Pick<IssueDetail, 'key' | 'summary' | 'status' | 'assignee' | 'type'>;
  /** Why it cannot be read. */
  readonly problem?: string;
}

/** Milliseconds after which an issue is read anew when the user comes back to the window. */
const lifetime = 60_000;

/** Follows the branch. It never starts the agent: nobody may use Jira in this window. */
export class CurrentIssueTracker implements Disposable {
  readonly #agent: Agent;
  readonly #changed = new EventEmitter<CurrentIssue | undefined>();
  readonly #disposables: Disposable[] = [this.#changed];
  readonly #ofRepositories = new Map<GitRepository, Disposable>();
  #git: GitApi | undefined;
  #current: CurrentIssue | undefined;
  /** What the current issue was found for. */
  #seen = '';
  #readAt = 0;
  #refresh: string | undefined;
  #turn = 0;

  constructor(agent: Agent) {
    this.#agent = agent;
    this.#disposables.push(
      agent.onDidChangeState(() => this.#look(true)),
      agent.onDidChangeProviders(() => this.#look(true)),
      agent.onDidChangeIssues(({ refresh, issues: [issue] }) => {
        if (refresh === this.#refresh && issue !== undefined && this.#current !== undefined) this.#become({ ...this.#current, issue });
      }),
      window.onDidChangeActiveTextEditor(() => this.#look(false)),
      window.onDidChangeWindowState(({ focused }) => {
        if (focused && Date.now() - this.#readAt > lifetime) this.#look(true);
      }),
    );
  }

  get current(): CurrentIssue | undefined {
    return this.#current;
  }

  /** Fires when it is another one, and when more or something else is known of it. */
  get onDidChange(): Event<CurrentIssue | undefined> {
    return this.#changed.event;
  }

  /** Begins to follow the repositories of this window. */
  async start(): Promise<void> {
    this.#git = await gitApi();
    if (this.#git === undefined) return;
    for (const repository of this.#git.repositories) this.#follow(repository);
    this.#disposables.push(
      this.#git.onDidOpenRepository((repository) => this.#follow(repository)),
      this.#git.onDidCloseRepository((repository) => {
        this.#ofRepositories.get(repository)?.dispose();
        this.#ofRepositories.delete(repository);
        this.#look(false);
      }),
    );
    this.#look(false);
  }

  /** Reads the issue anew, after something was done with it. */
  refresh(): void {
    this.#look(true);
  }

  dispose(): void {
    for (const each of [...this.#disposables, ...this.#ofRepositories.values()]) each.dispose();
  }

  #follow(repository: GitRepository): void {
    const disposables = [repository.state.onDidChange(() => this.#look(false)), repository.ui.onDidChange(() => this.#look(false))];
    this.#ofRepositories.set(repository, { dispose: () => disposables.forEach((each) => each.dispose()) });
    this.#look(false);
  }

  /** @param anew whether something else than the branch may be different */
  #look(anew: boolean): void {
    const repository = this.#git === undefined ? undefined : currentRepository(this.#git);
    const branch = this.#agent.state === 'running' ? repository?.state.HEAD?.name : undefined;
    const seen = branch === undefined || repository === undefined ? '' : `${repository.rootUri} ${branch}`;
    if (seen === this.#seen && (!anew || seen === '')) return;
    const isOther = seen !== this.#seen;
    this.#seen = seen;
    const turn = (this.#turn += 1);
    if (repository === undefined || branch === undefined) this.#become(undefined);
    else void this.#find(repository, branch, isOther, () => turn === this.#turn);
  }

  async #find(repository: GitRepository, branch: string, isOther: boolean, isWanted: () => boolean): Promise<void> {
    const found = await this.#agent.request('jira/branchIssues', { branch }).catch(() => undefined);
    if (!isWanted()) return;
    const [place] = found?.issues ?? [];
    if (place === undefined) return this.#become(undefined);
    const known = { ...place, branch, repository };
    if (isOther) this.#become(known);
    const read = await this.#read(place);
    if (isWanted()) this.#become({ ...known, ...read });
  }

  async #read(place: { readonly provider: string; readonly key: string }): Promise<Pick<CurrentIssue, 'issue' | 'problem'>> {
    try {
      const issue = await this.#agent.request('jira/issue', { ...place, cache: 'first' });
      this.#refresh = issue.cached?.refresh;
      this.#readAt = Date.now();
      return { issue };
    } catch (error) {
      return errorData(error) === undefined ? {} : { problem: messageOf(error) };
    }
  }

  #become(current: CurrentIssue | undefined): void {
    this.#current = current;
    this.#changed.fire(current);
  }
}
