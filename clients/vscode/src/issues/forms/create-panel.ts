/** Creating an issue: project and type are chosen, the rest is written on a page. */
import { commands, type ExtensionContext, l10n, ViewColumn, type WebviewPanel, window } from 'vscode';
import type { CommandArguments } from '../../../../../protocol/commands.ts';
import type { Issue } from '../../../../../protocol/issues.ts';
import type { Agent } from '../../agent.ts';
import type { IssueWork } from '../issue-work.ts';
import type { FromPage } from '../page/messages.ts';
import { WebPage } from '../page/web-page.ts';
import { createPageType } from '../page-types.ts';
import { createBody, type NewIssue } from './create-body.ts';
import { type FormValues, fieldValues, textOf } from './field-values.ts';
import { suggestPeople } from './people.ts';

/** Where the new issue goes, and what is known of it; it outlives the window. */
export interface CreatePlace {
  readonly provider: string;
  readonly project: string;
  /** The id of the type. */
  readonly type: string;
  readonly summary: string;
  readonly description: string;
  /** Where the agent writes the key of the new issue. */
  readonly insert?: CommandArguments<'jira.createIssue'>['insert'];
}

/** What the pages need. */
export interface CreatePanelOptions {
  readonly context: ExtensionContext;
  readonly agent: Agent;
  readonly work: IssueWork;
  readonly show: (issue: Issue) => Promise<unknown>;
}

/** Opens the page for a new issue. */
export async function openCreatePanel(place: CreatePlace, options: CreatePanelOptions): Promise<void> {
  const issue = await readScreen(place, options.agent);
  const panel = window.createWebviewPanel(createPageType, l10n.t('New {0}', issue.type.name), { viewColumn: ViewColumn.Active }, { enableFindWidget: true });
  await new CreatePanel(panel, place, issue, options).open();
}

/** Fills a page that was open when the window was closed. @param state as the page's script kept it */
export async function restoreCreatePanel(panel: WebviewPanel, state: unknown, options: CreatePanelOptions): Promise<void> {
  const { place } = (state ?? {}) as { place?: CreatePlace };
  if (place === undefined) return panel.dispose();
  await new CreatePanel(panel, place, await readScreen(place, options.agent), options).open();
}

async function readScreen({ provider, project, type, summary, description }: CreatePlace, agent: Agent): Promise<NewIssue> {
  const screen = await agent.request('jira/createFields', { provider, project, type });
  return { project, type: screen.type, fields: screen.fields, summary, description };
}

class CreatePanel {
  readonly #page: WebPage;
  readonly #place: CreatePlace;
  readonly #issue: NewIssue;
  readonly #options: CreatePanelOptions;

  constructor(panel: WebviewPanel, place: CreatePlace, issue: NewIssue, options: CreatePanelOptions) {
    this.#place = place;
    this.#issue = issue;
    this.#options = options;
    this.#page = new WebPage(panel, { title: panel.title, place, body: createBody(issue, l10n), act: (message) => this.#act(message) });
  }

  async open(): Promise<void> {
    await this.#page.open(this.#options.context);
    this.#page.show('ready', {});
    this.#page.say({ type: 'focus', id: 'create-summary' });
  }

  async #act(message: Exclude<FromPage, { type: 'ready' }>): Promise<void> {
    if (message.type === 'submit') await this.#create(message.values);
    else if (message.type === 'action' && message.action === 'cancel') this.#page.panel.dispose();
    else if (message.type === 'suggest') this.#page.say({ type: 'suggestions', id: message.id, items: await suggestPeople(this.#options.agent, { provider: this.#place.provider, project: this.#place.project }, message.query) });
  }

  async #create(values: FormValues): Promise<void> {
    const { agent, work, show } = this.#options;
    const { provider, project, type, insert } = this.#place;
    const description = textOf(values, 'description');
    const params = {
      provider,
      project,
      type,
      summary: textOf(values, 'summary'),
      ...(description === '' ? {} : { description }),
      fields: fieldValues(values, this.#issue.fields.filter(({ id }) => id !== 'summary' && id !== 'description')),
    };
    const made = insert === undefined ? await agent.request('jira/createIssue', params) : await agent.run('jira.createIssue', { ...params, insert });
    if (made === null) return;
    this.#page.panel.dispose();
    const { issue } = made;
    work.changed({ provider: issue.provider, key: issue.key }, issue);
    await Promise.all([show(issue), commands.executeCommand('jiraClient.refresh')]);
  }
}
