/** The page of one issue: what it shows, and what its buttons and forms do. */
import { commands, env, l10n, Uri, type WebviewPanel } from 'vscode';
import type { Transition } from '../../../../../protocol/issue-detail.ts';
import type { IssuesChanged } from '../../../../../protocol/issues-changed.ts';
import type { Provider } from '../../../../../protocol/provider.ts';
import type { Agent } from '../../agent.ts';
import type { Drafts } from '../drafts.ts';
import { sortFields } from '../forms/field-controls.ts';
import { type FormValues, fieldValues, textOf } from '../forms/field-values.ts';
import { suggestPeople } from '../forms/people.ts';
import type { IssuePlace } from '../issue-place.ts';
import type { IssueWork } from '../issue-work.ts';
import { isCancelled, type Problem, problemOf } from '../problems.ts';
import { issueBody } from './issue-body.ts';
import { failedRegions, issueRegions, type PageContent } from './issue-regions.ts';
import type { FromPage } from './messages.ts';
import { WebPage } from './web-page.ts';

/** What a page needs. */
export interface IssuePanelOptions {
  readonly agent: Agent;
  readonly work: IssueWork;
  readonly drafts: Drafts;
  /** Opens another issue. */
  readonly show: (place: IssuePlace) => void;
}

/** A page that is open. */
export class IssuePanel {
  readonly page: WebPage;
  readonly #options: IssuePanelOptions;
  #place: IssuePlace;
  #provider: Provider | undefined;
  #issue: PageContent['issue'] | undefined;
  #work: PageContent['work'];
  #problem: Problem | undefined;
  #transition: Transition | undefined;
  #reading = 0;

  constructor(panel: WebviewPanel, place: IssuePlace, options: IssuePanelOptions) {
    this.#options = options;
    this.#place = place;
    panel.title = place.key;
    this.page = new WebPage(panel, {
      title: place.key,
      place,
      body: issueBody(l10n),
      act: (message) => this.#act(message),
    });
  }

  /** The issue, with its provider as soon as that is known. */
  get place(): IssuePlace {
    return this.#place;
  }

  /** Reads the issue, and shows it. @param isOpening what was seen last is shown meanwhile, and Jira notes that the user looked */
  async read(isOpening = false): Promise<void> {
    const reading = (this.#reading += 1);
    const { agent } = this.#options;
    try {
      const issue = await agent.request('jira/issue', { ...this.#place, opened: isOpening, cache: isOpening ? 'first' : 'fallback' });
      if (reading !== this.#reading) return;
      this.#take(issue, (await agent.providers()).find(({ id }) => id === issue.provider));
      await this.#readWork(reading);
    } catch (error) {
      if (reading !== this.#reading || isCancelled(error)) return;
      this.#problem = problemOf(error);
      this.#render();
    }
  }

  /** Takes over what is different from what was seen before. */
  follow({ refresh, provider, issues, removed, last, error }: IssuesChanged): void {
    const shown = this.#issue;
    if (shown === undefined || provider !== shown.provider) return;
    if (shown.cached?.refresh === refresh && last) {
      if (error !== undefined) this.#stay({ kind: error.kind, message: error.message, fields: {} });
      else if (issues.length > 0 || removed.length > 0) void this.read();
      else this.#settle();
    } else if (issues.some(({ key, updated }) => key === shown.key && updated !== shown.updated)) {
      void this.read();
    }
  }

  /** Reads anew what could not be read before. */
  recover(): void {
    if (this.#problem !== undefined || this.#issue?.cached !== undefined) void this.read();
  }

  /** Puts the focus on the box for a comment, or for work. */
  focus(what: 'comment' | 'work'): void {
    this.page.say({ type: 'focus', id: what === 'comment' ? 'comment-body' : 'work-time' });
  }

  /** Shows the form of a transition. */
  askTransition(transition: Transition): void {
    this.#transition = transition;
    this.#render();
    this.page.say({ type: 'focus', id: 'transition-heading' });
  }

  #take(issue: PageContent['issue'], provider: Provider | undefined): void {
    const isFirst = this.#issue === undefined;
    this.#issue = issue;
    this.#provider = provider ?? this.#provider;
    this.#problem = undefined;
    this.#place = { provider: issue.provider, key: issue.key };
    if (!issue.transitions.some(({ id }) => id === this.#transition?.id)) this.#transition = undefined;
    this.page.panel.title = issue.key;
    this.#render();
    if (isFirst) this.page.say({ type: 'drafts', drafts: this.#options.drafts.of(this.#draftName) });
  }

  async #readWork(reading: number): Promise<void> {
    const work = await this.#options.agent.request('jira/workLog', this.#place);
    if (reading !== this.#reading) return;
    this.#work = work;
    this.#render();
  }

  /** What was seen before is still the newest. */
  #settle(): void {
    if (this.#issue === undefined) return;
    const { cached: _cached, ...issue } = this.#issue;
    this.#issue = issue;
    this.#render();
  }

  #stay(problem: Problem): void {
    this.#problem = problem;
    this.#render();
  }

  #render(): void {
    if (this.#issue === undefined || this.#provider === undefined) {
      if (this.#problem !== undefined) this.page.show('failed', failedRegions(this.#place.key, this.#problem, l10n));
      return;
    }
    const content: PageContent = {
      provider: this.#provider,
      issue: this.#issue,
      ...(this.#work === undefined ? {} : { work: this.#work }),
      ...(this.#problem === undefined ? {} : { problem: this.#problem }),
      ...(this.#transition === undefined ? {} : { transition: this.#transition }),
    };
    this.page.show('ready', issueRegions(content, l10n));
  }

  async #act(message: Exclude<FromPage, { type: 'ready' }>): Promise<void> {
    switch (message.type) {
      case 'draft':
        return this.#options.drafts.keep(this.#draftName, message.form, message.values);
      case 'suggest':
        return this.page.say({ type: 'suggestions', id: message.id, items: await suggestPeople(this.#options.agent, this.#place, message.query) });
      case 'submit':
        return this.#submit(message.form, message.value, message.values);
      case 'action':
        return this.#press(message.action, message.value);
    }
  }

  async #press(action: string, value: string): Promise<void> {
    const { work, show, agent } = this.#options;
    const place = this.#place;
    switch (action) {
      case 'transition':
        return this.#beginTransition(value);
      case 'cancelTransition':
        this.#transition = undefined;
        return this.#render();
      case 'watch':
        return this.#tell(work.watch(place, value === 'yes'), value === 'yes' ? l10n.t('You watch it now.') : l10n.t('You watch it no longer.'));
      case 'removeLabel':
        return this.#tell(work.labels(place, { remove: [value] }), l10n.t('The label was removed.'));
      case 'show':
        return show({ provider: place.provider, key: value });
      case 'attachment': {
        const { uri } = await agent.request('jira/attachment', { ...place, id: value });
        return commands.executeCommand('vscode.open', Uri.parse(uri));
      }
      case 'browser':
        return work.openInBrowser(place);
      case 'copyUrl':
        await env.clipboard.writeText(await work.url(place));
        return this.page.say({ type: 'status', text: l10n.t('The address was copied.') });
      case 'refresh':
        return this.read();
      case 'startWork':
      case 'assign':
      case 'assignToMe':
      case 'link':
      case 'signIn':
      case 'addServer':
        return commands.executeCommand(`jiraClient.${action}`, action === 'addServer' ? undefined : place);
    }
  }

  async #beginTransition(id: string): Promise<void> {
    const transition = this.#issue?.transitions.find((each) => each.id === id);
    if (transition === undefined) return;
    if (hasForm(transition)) return this.askTransition(transition);
    await this.#tell(this.#options.work.transition(this.#place, { transition: id }), l10n.t('It is “{0}” now.', transition.to.name));
  }

  async #submit(form: string, value: string, values: FormValues): Promise<void> {
    const { work, drafts } = this.#options;
    const place = this.#place;
    const done = (message: string): void => {
      drafts.forget(this.#draftName, form);
      this.page.say({ type: 'result', form, isDone: true, message, fields: {} });
    };
    switch (form) {
      case 'comment':
        await work.comment(place, textOf(values, 'body'));
        return done(l10n.t('The comment was added.'));
      case 'logWork': {
        const [started, comment] = [textOf(values, 'started'), textOf(values, 'comment')];
        await work.logWork(place, textOf(values, 'time'), { ...(started === '' ? {} : { started }), ...(comment === '' ? {} : { comment }) });
        return done(l10n.t('The work was logged.'));
      }
      case 'label':
        await work.labels(place, { add: [textOf(values, 'label')] });
        return done(l10n.t('The label was added.'));
      case 'transition': {
        const transition = this.#transition ?? this.#issue?.transitions.find(({ id }) => id === value);
        if (transition === undefined) return;
        const comment = textOf(values, 'comment');
        await work.transition(place, { transition: transition.id, fields: fieldValues(values, transition.fields), ...(comment === '' ? {} : { comment }) });
        done(l10n.t('It is “{0}” now.', transition.to.name));
        this.#transition = undefined;
        return this.#render();
      }
    }
  }

  async #tell(doing: Promise<unknown>, message: string): Promise<void> {
    await doing;
    this.page.say({ type: 'status', text: message });
  }

  get #draftName(): string {
    return `${this.#place.provider ?? ''} ${this.#place.key}`;
  }
}

/** Whether the screen of a transition has anything to fill in. */
export function hasForm({ fields }: Transition): boolean {
  const { needed, others } = sortFields(fields);
  return needed.length + others.length > 0;
}
