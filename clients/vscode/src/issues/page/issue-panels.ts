/** The pages of issues that are open, one for each issue. */
import { type Disposable, type ExtensionContext, ViewColumn, type WebviewPanel, window } from 'vscode';
import type { Agent } from '../../agent.ts';
import { Drafts } from '../drafts.ts';
import { isSameIssue, type IssuePlace, placeOf } from '../issue-place.ts';
import type { IssueWork } from '../issue-work.ts';
import { issuePageType } from '../page-types.ts';
import { IssuePanel } from './issue-panel.ts';

/** Opens pages, and keeps them as Jira is. */
export class IssuePanels implements Disposable {
  readonly #context: ExtensionContext;
  readonly #agent: Agent;
  readonly #work: IssueWork;
  readonly #drafts: Drafts;
  readonly #open = new Set<IssuePanel>();
  readonly #subscriptions: Disposable[];

  constructor(context: ExtensionContext, agent: Agent, work: IssueWork) {
    this.#context = context;
    this.#agent = agent;
    this.#work = work;
    this.#drafts = new Drafts(context.workspaceState);
    this.#subscriptions = [
      agent.onDidChangeIssues((change) => this.#each((panel) => panel.follow(change))),
      agent.onDidChangeProviders((providers) => {
        const connected = new Set(providers.filter(({ state }) => state === 'connected').map(({ id }) => id));
        this.#each((panel) => panel.place.provider !== undefined && connected.has(panel.place.provider) && panel.recover());
      }),
      work.onDidChange(({ place }) => this.#each((panel) => isMeant(panel.place, place) && void panel.read())),
    ];
  }

  /** Opens the page of an issue, or the one that is open. */
  async show(place: IssuePlace): Promise<IssuePanel> {
    const known = [...this.#open].find((panel) => isMeant(panel.place, place));
    if (known !== undefined) {
      known.page.panel.reveal();
      return known;
    }
    return this.#attach(window.createWebviewPanel(issuePageType, place.key, { viewColumn: ViewColumn.Active }, { enableFindWidget: true }), place);
  }

  /** Fills a page that was open when the window was closed. @param state as the page's script kept it */
  async restore(panel: WebviewPanel, state: unknown): Promise<void> {
    const place = placeOf((state as { place?: unknown } | undefined)?.place);
    if (place === undefined) panel.dispose();
    else await this.#attach(panel, place);
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  async #attach(webview: WebviewPanel, place: IssuePlace): Promise<IssuePanel> {
    const panel = new IssuePanel(webview, place, { agent: this.#agent, work: this.#work, drafts: this.#drafts, show: (other) => void this.show(other) });
    this.#open.add(panel);
    webview.onDidDispose(() => this.#open.delete(panel));
    await panel.page.open(this.#context);
    void panel.read(true);
    return panel;
  }

  #each(act: (panel: IssuePanel) => unknown): void {
    for (const panel of this.#open) act(panel);
  }
}

/** Where a command names no provider, the key decides. */
function isMeant(shown: IssuePlace, wanted: IssuePlace): boolean {
  if (shown.provider === undefined || wanted.provider === undefined) return shown.key.toUpperCase() === wanted.key.toUpperCase();
  return isSameIssue({ provider: shown.provider, key: shown.key }, { provider: wanted.provider, key: wanted.key });
}
