/** One list of issues: a query, the pages that were read of it, and what became of them since. */
import type { CancellationToken } from 'vscode';
import type { CacheUse } from '../../../../../protocol/cache.ts';
import type { ParamsInputOf, ResultOf } from '../../../../../protocol/definition.ts';
import type { Requests } from '../../../../../protocol/index.ts';
import type { Issue } from '../../../../../protocol/issues.ts';
import type { IssuesChanged } from '../../../../../protocol/issues-changed.ts';
import type { PresetId } from '../../../../../protocol/presets.ts';
import { isSameIssue } from '../issue-place.ts';
import { isCancelled, type Problem, problemOf } from '../problems.ts';

type Page = ResultOf<Requests['jira/issues']>;

/** What `jira/issues` is asked for. */
export interface IssueQuery {
  readonly provider: string;
  readonly jql?: string;
  readonly text?: string;
  readonly filter?: string;
  readonly preset?: PresetId;
}

/** Asks the agent. */
export type AskIssues = (params: ParamsInputOf<Requests['jira/issues']>, token: CancellationToken) => Promise<Page>;

/** Calls a request off: VS Code's `CancellationTokenSource`. */
export interface Cancellation {
  readonly token: CancellationToken;
  cancel(): void;
  dispose(): void;
}

/** What a list is made from. */
export interface IssueListOptions {
  readonly query: IssueQuery;
  readonly ask: AskIssues;
  readonly newCancellation: () => Cancellation;
  /** Called whenever there is something else to show. */
  readonly onChange: () => void;
  /** Issues in a page; 50 unless given. */
  readonly pageSize?: number;
}

/** How old what is shown is, where it is not from Jira just now. */
export interface Seen {
  /** RFC 3339. */
  readonly at: string;
  /** Why there is nothing newer; absent while Jira is being asked. */
  readonly why?: string;
}

/** A list as it is shown. What was read stays when something newer cannot be had. */
export class IssueList {
  readonly query: IssueQuery;
  readonly #options: IssueListOptions;
  #issues: readonly Issue[] = [];
  #total: number | undefined;
  #jql: string | undefined;
  #cursor: string | undefined;
  #seen: Seen | undefined;
  #problem: Problem | undefined;
  #warnings: readonly string[] = [];
  #refresh: string | undefined;
  #hasPagesSince = false;
  #loading: Cancellation | undefined;

  constructor(options: IssueListOptions) {
    this.#options = options;
    this.query = options.query;
  }

  get issues(): readonly Issue[] {
    return this.#issues;
  }

  /** How many issues the query has on the server; `undefined` until something was read. */
  get total(): number | undefined {
    return this.#total;
  }

  /** The query as it was sent. */
  get jql(): string | undefined {
    return this.#jql ?? this.query.jql;
  }

  get hasMore(): boolean {
    return this.#cursor !== undefined;
  }

  /** Absent where all of it is from Jira just now. */
  get seen(): Seen | undefined {
    return this.#seen;
  }

  get problem(): Problem | undefined {
    return this.#problem;
  }

  /** What the agent has to say of the list, for people. */
  get warnings(): readonly string[] {
    return this.#warnings;
  }

  get isLoading(): boolean {
    return this.#loading !== undefined;
  }

  get pageSize(): number {
    return this.#options.pageSize ?? 50;
  }

  /** Reads as many issues as are shown. @param cache `first` shows what was seen last, until `jira/issuesChanged` tells what is different */
  async load(cache: CacheUse = 'fallback'): Promise<void> {
    await this.#ask({ limit: Math.max(this.pageSize, this.#issues.length), cache }, (page) => {
      this.#issues = withoutRepeats(page.issues);
      this.#hasPagesSince = false;
      this.#refresh = page.cached?.refresh;
      this.#seen = seenOf(page);
    });
  }

  /** Reads the next page, where there is one. */
  async more(): Promise<void> {
    const cursor = this.#cursor;
    if (cursor === undefined || this.isLoading) return;
    await this.#ask({ limit: this.pageSize, cursor }, (page) => {
      this.#issues = withoutRepeats([...this.#issues, ...page.issues]);
      this.#hasPagesSince = true;
      this.#seen ??= seenOf(page);
    });
  }

  /** Takes over what is different. @returns whether it was about this list */
  follow(change: IssuesChanged): boolean {
    if (change.refresh !== this.#refresh) return false;
    this.#issues = changed(this.#issues, change);
    this.#total = change.total ?? this.#total;
    if (change.last) {
      this.#refresh = undefined;
      if (change.error === undefined) {
        this.#seen = undefined;
        if (!this.#hasPagesSince) this.#cursor = change.cursor;
      } else if (this.#seen !== undefined) {
        this.#seen = { ...this.#seen, why: change.error.message };
      }
    }
    this.#options.onChange();
    return true;
  }

  /** Shows an issue as it is now. @returns whether it is in the list */
  replace(issue: Issue): boolean {
    if (!this.#issues.some((each) => isSameIssue(each, issue))) return false;
    this.#issues = this.#issues.map((each) => (isSameIssue(each, issue) ? issue : each));
    this.#options.onChange();
    return true;
  }

  /** Ends what is under way. */
  cancel(): void {
    this.#loading?.cancel();
    this.#loading = undefined;
  }

  async #ask(part: Pick<ParamsInputOf<Requests['jira/issues']>, 'limit' | 'cursor' | 'cache'>, take: (page: Page) => void): Promise<void> {
    this.cancel();
    const loading = this.#options.newCancellation();
    this.#loading = loading;
    if (this.#total !== undefined) this.#options.onChange();
    const isCurrent = (): boolean => this.#loading === loading;
    try {
      const page = await this.#options.ask({ ...this.query, ...part }, loading.token);
      if (!isCurrent()) return;
      take(page);
      this.#total = page.total;
      this.#cursor = page.cursor;
      this.#jql = page.jql;
      this.#warnings = page.warnings;
      this.#problem = undefined;
    } catch (error) {
      if (!isCurrent() || isCancelled(error)) return;
      this.#problem = problemOf(error);
    } finally {
      loading.dispose();
      if (isCurrent()) {
        this.#loading = undefined;
        this.#options.onChange();
      }
    }
  }
}

function seenOf({ cached, warnings }: Page): Seen | undefined {
  if (cached === undefined) return undefined;
  return cached.refresh === undefined ? { at: cached.at, why: warnings.at(-1) ?? '' } : { at: cached.at };
}

/** Issues that moved between pages meanwhile come twice. */
function withoutRepeats(issues: readonly Issue[]): Issue[] {
  return [...new Map(issues.map((issue) => [issue.key, issue])).values()];
}

/** As the protocol has it: what is removed goes, what is new comes, and the order is the list's. */
function changed(before: readonly Issue[], { issues, removed, order }: IssuesChanged): Issue[] {
  const byKey = new Map(before.map((issue) => [issue.key, issue]));
  for (const key of removed) byKey.delete(key);
  for (const issue of issues) byKey.set(issue.key, issue);
  if (order === undefined) return [...byKey.values()];
  const ordered = order.flatMap((key) => byKey.get(key) ?? []);
  const placed = new Set(order);
  return [...ordered, ...[...byKey.values()].filter(({ key }) => !placed.has(key))];
}
