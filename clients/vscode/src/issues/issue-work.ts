/** What can be done with an issue, in the words of the agent; whoever shows it hears of each change. */
import { type Disposable, env, type Event, EventEmitter, l10n, Uri, window } from 'vscode';
import type { ParamsInputOf } from '../../../../protocol/definition.ts';
import type { Requests } from '../../../../protocol/index.ts';
import type { Issue } from '../../../../protocol/issues.ts';
import type { Agent } from '../agent.ts';
import type { IssuePlace } from './issue-place.ts';
import { plainMessage } from './search/plain-label.ts';

/** An issue after something was done with it. */
export interface ChangedIssue {
  readonly place: IssuePlace;
  /** As it is now, where the agent told. */
  readonly issue?: Issue;
}

/** Changes issues. */
export class IssueWork implements Disposable {
  readonly #agent: Agent;
  readonly #changed = new EventEmitter<ChangedIssue>();

  constructor(agent: Agent) {
    this.#agent = agent;
  }

  get onDidChange(): Event<ChangedIssue> {
    return this.#changed.event;
  }

  /** Tells everybody that an issue was changed by something else. */
  changed(place: IssuePlace, issue?: Issue): void {
    this.#changed.fire({ place, ...(issue === undefined ? {} : { issue }) });
  }

  async transition(place: IssuePlace, params: Pick<ParamsInputOf<Requests['jira/transition']>, 'transition' | 'fields' | 'comment'>): Promise<Issue> {
    const { issue, warnings } = await this.#agent.request('jira/transition', { ...place, ...params });
    return this.#took(issue, warnings);
  }

  /** @param assignee a login name, `me`, or `null` for nobody */
  async assign(place: IssuePlace, assignee: string | null): Promise<Issue> {
    const { issue, warnings } = await this.#agent.request('jira/assign', { ...place, assignee });
    return this.#took(issue, warnings);
  }

  /** @param body Markdown */
  async comment(place: IssuePlace, body: string): Promise<void> {
    const { warnings } = await this.#agent.request('jira/comment', { ...place, body });
    this.#warn(warnings);
    this.changed(place);
  }

  /** @param time as people write it in Jira, `2h 30m`; the agent knows how long a day is there */
  async logWork(place: IssuePlace, time: string, rest: { readonly started?: string; readonly comment?: string } = {}): Promise<void> {
    const logged = await this.#agent.run('jira.logWork', { ...place, timeSpent: time, ...rest });
    this.#warn(logged?.warnings);
    this.changed(place);
  }

  async watch(place: IssuePlace, watching: boolean): Promise<void> {
    const { warnings } = await this.#agent.request('jira/watch', { ...place, watching });
    this.#warn(warnings);
    this.changed(place);
  }

  async labels(place: IssuePlace, changes: { readonly add?: string[]; readonly remove?: string[] }): Promise<void> {
    const { issue, warnings } = await this.#agent.request('jira/labels', { ...place, ...changes });
    this.#took(issue, warnings);
  }

  /** @param type a relation, for instance `blocks` */
  async link(place: IssuePlace, type: string, to: string): Promise<void> {
    const { warnings } = await this.#agent.request('jira/link', { ...place, type, to });
    this.#warn(warnings);
    this.changed(place);
  }

  /** The address of its page in Jira. */
  async url(place: IssuePlace): Promise<string> {
    return (await this.#agent.request('jira/issue', { ...place, cache: 'first' })).url;
  }

  async openInBrowser(place: IssuePlace): Promise<void> {
    await env.openExternal(Uri.parse(await this.url(place)));
  }

  dispose(): void {
    this.#changed.dispose();
  }

  #took(issue: Issue, warnings: readonly string[] | undefined): Issue {
    this.#warn(warnings);
    this.changed({ provider: issue.provider, key: issue.key }, issue);
    return issue;
  }

  #warn(warnings: readonly string[] | undefined): void {
    for (const warning of warnings ?? []) void window.showWarningMessage(plainMessage(warning));
  }
}

/** Says so in the status bar for a moment: what was done is to be seen where it was done. */
export function said(text: string): void {
  window.setStatusBarMessage(text.replaceAll('$(', '$ ('), 5000);
}

/** For titles. */
export function titleFor({ key }: IssuePlace, what: string): string {
  return l10n.t('{0}: {1}', key, what);
}
