/** The pages; what they are made of is loaded when the first one opens. */
import type { Disposable, ExtensionContext } from 'vscode';
import type { Issue } from '../../../../protocol/issues.ts';
import type { Agent } from '../agent.ts';
import type { CreatePanelOptions } from './forms/create-panel.ts';
import type { CreateWish } from './forms/create-wish.ts';
import type { IssuePlace } from './issue-place.ts';
import type { IssueWork } from './issue-work.ts';
import type { IssuePanel } from './page/issue-panel.ts';
import type { IssuePanels } from './page/issue-panels.ts';

/** Opens pages. */
export class Pages implements Disposable {
  readonly #context: ExtensionContext;
  readonly #agent: Agent;
  readonly #work: IssueWork;
  #panels: Promise<IssuePanels> | undefined;

  constructor(context: ExtensionContext, agent: Agent, work: IssueWork) {
    this.#context = context;
    this.#agent = agent;
    this.#work = work;
  }

  async show(place: IssuePlace): Promise<IssuePanel> {
    return (await this.#load()).show(place);
  }

  async restore(...args: Parameters<IssuePanels['restore']>): Promise<void> {
    await (await this.#load()).restore(...args);
  }

  /** Asks where a new issue goes, and opens the page on which it is written. */
  async create(wish: CreateWish): Promise<void> {
    const [{ choosePlace }, { openCreatePanel }] = await Promise.all([import('./forms/create-wish.ts'), import('./forms/create-panel.ts')]);
    const place = await choosePlace(this.#agent, wish);
    if (place !== undefined) await openCreatePanel(place, this.#createOptions);
  }

  async restoreCreate(panel: Parameters<IssuePanels['restore']>[0], state: unknown): Promise<void> {
    const { restoreCreatePanel } = await import('./forms/create-panel.ts');
    await restoreCreatePanel(panel, state, this.#createOptions);
  }

  dispose(): void {
    void this.#panels?.then((panels) => panels.dispose());
  }

  get #createOptions(): CreatePanelOptions {
    return { context: this.#context, agent: this.#agent, work: this.#work, show: ({ provider, key }: Issue) => this.show({ provider, key }) };
  }

  #load(): Promise<IssuePanels> {
    return (this.#panels ??= import('./page/issue-panels.ts').then(({ IssuePanels }) => new IssuePanels(this.#context, this.#agent, this.#work)));
  }
}
