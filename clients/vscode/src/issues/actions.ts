/** What the menus of an issue do: in the view, in the palette, and on its page. */
import { env, l10n, ProgressLocation, window } from 'vscode';
import type { Transition } from '../../../../protocol/issue-detail.ts';
import type { Agent } from '../agent.ts';
import { suggestPeople } from './forms/people.ts';
import { type IssuePlace, placeOf } from './issue-place.ts';
import { type IssueWork, said, titleFor } from './issue-work.ts';
import type { IssuePanel } from './page/issue-panel.ts';
import { pickFound } from './search/pick-found.ts';
import { pickIssue } from './search/pick-issue.ts';
import { plainLabel } from './search/plain-label.ts';

/** The actions. Each takes what VS Code hands to its command; where that is no issue, the user chooses one. */
export class Actions {
  readonly #agent: Agent;
  readonly #work: IssueWork;
  readonly #show: (place: IssuePlace) => Promise<IssuePanel>;

  constructor(agent: Agent, work: IssueWork, show: (place: IssuePlace) => Promise<IssuePanel>) {
    this.#agent = agent;
    this.#work = work;
    this.#show = show;
  }

  async show(argument: unknown): Promise<void> {
    await this.#with(argument, l10n.t('Show an Issue'), (place) => this.#show(place));
  }

  openInBrowser(argument: unknown): Promise<void> {
    return this.#with(argument, l10n.t('Open an Issue in the Browser'), (place) => this.#work.openInBrowser(place));
  }

  copyKey(argument: unknown): Promise<void> {
    return this.#with(argument, l10n.t('Copy the Key of an Issue'), ({ key }) => this.#copy(key));
  }

  copyUrl(argument: unknown): Promise<void> {
    return this.#with(argument, l10n.t('Copy the Address of an Issue'), async (place) => this.#copy(await this.#work.url(place)));
  }

  /** One without anything to fill in is done at once; for another the page asks. */
  transition(argument: unknown): Promise<void> {
    return this.#with(argument, l10n.t('Move an Issue'), async (place) => {
      const { transitions } = await this.#agent.request('jira/transitions', place);
      if (transitions.length === 0) return void window.showInformationMessage(l10n.t('You may not move {0} from where it is.', place.key));
      const chosen = await window.showQuickPick(transitions.map(transitionItem), { title: titleFor(place, l10n.t('Move To…')) });
      if (chosen === undefined) return;
      const { transition } = chosen;
      const { hasForm } = await import('./page/issue-panel.ts');
      if (hasForm(transition)) return (await this.#show(place)).askTransition(transition);
      const issue = await this.#progress(place, this.#work.transition(place, { transition: transition.id }));
      said(l10n.t('{0} is “{1}” now.', issue.key, issue.status.name));
    });
  }

  assign(argument: unknown): Promise<void> {
    return this.#with(argument, l10n.t('Assign an Issue'), async (place) => {
      const me = { label: l10n.t('Me'), assignee: 'me' as string | null };
      const nobody = { label: l10n.t('Nobody'), assignee: null };
      const chosen = await pickFound({
        title: titleFor(place, l10n.t('Assign To…')),
        placeholder: l10n.t('The beginning of a name'),
        fixed: [me, nobody],
        find: async (query) => (await suggestPeople(this.#agent, place, query)).map(({ value, label }) => ({ label: plainLabel(label), description: plainLabel(value), assignee: value as string | null })),
      });
      if (chosen !== undefined) await this.#assign(place, chosen.assignee);
    });
  }

  assignToMe(argument: unknown): Promise<void> {
    return this.#with(argument, l10n.t('Assign an Issue to Me'), (place) => this.#assign(place, 'me'));
  }

  /** It is written on the page. */
  comment(argument: unknown): Promise<void> {
    return this.#with(argument, l10n.t('Comment on an Issue'), async (place) => (await this.#show(place)).focus('comment'));
  }

  logWork(argument: unknown): Promise<void> {
    return this.#with(argument, l10n.t('Log Work on an Issue'), async (place) => {
      const time = await window.showInputBox({ title: titleFor(place, l10n.t('Log Work')), prompt: l10n.t('The time you spent, as in Jira: 2h 30m'), placeHolder: '2h 30m', ignoreFocusOut: true });
      if (time === undefined || time.trim() === '') return;
      const comment = await window.showInputBox({ title: titleFor(place, l10n.t('Log Work')), prompt: l10n.t('What you did; you may leave it empty'), ignoreFocusOut: true });
      if (comment === undefined) return;
      await this.#progress(place, this.#work.logWork(place, time, comment.trim() === '' ? {} : { comment }));
    });
  }

  watch(argument: unknown, watching: boolean): Promise<void> {
    return this.#with(argument, watching ? l10n.t('Watch an Issue') : l10n.t('Stop Watching an Issue'), async (place) => {
      await this.#work.watch(place, watching);
      said(watching ? l10n.t('You watch {0} now.', place.key) : l10n.t('You watch {0} no longer.', place.key));
    });
  }

  link(argument: unknown): Promise<void> {
    return this.#with(argument, l10n.t('Link an Issue'), async (place) => {
      const { linkTypes } = await this.#agent.request('jira/linkTypes', { provider: place.provider });
      const relations = [...new Set(linkTypes.flatMap(({ outward, inward }) => [outward, inward]))];
      const relation = await window.showQuickPick(relations.map((name) => ({ label: plainLabel(name), name })), { title: titleFor(place, l10n.t('What is it to the other issue?')) });
      const other = relation === undefined ? undefined : await pickIssue(this.#agent, { title: `${place.key} ${relation.name}…` });
      if (relation === undefined || other === undefined) return;
      await this.#work.link(place, relation.name, other.key);
      said(l10n.t('{0} {1} {2}.', place.key, relation.name, other.key));
    });
  }

  async #assign(place: IssuePlace, assignee: string | null): Promise<void> {
    const issue = await this.#progress(place, this.#work.assign(place, assignee));
    said(issue.assignee === undefined ? l10n.t('{0} is assigned to nobody now.', issue.key) : l10n.t('{0} is assigned to {1} now.', issue.key, issue.assignee.displayName));
  }

  async #copy(text: string): Promise<void> {
    await env.clipboard.writeText(text);
    said(l10n.t('Copied: {0}', text));
  }

  async #with(argument: unknown, title: string, act: (place: IssuePlace) => unknown): Promise<void> {
    const place = placeOf(argument) ?? (await pickIssue(this.#agent, { title }));
    if (place !== undefined) await act({ provider: place.provider, key: place.key });
  }

  #progress<T>({ key }: IssuePlace, doing: Promise<T>): Promise<T> {
    return Promise.resolve(window.withProgress({ location: ProgressLocation.Window, title: key }, () => doing));
  }
}

function transitionItem(transition: Transition): { label: string; description: string; transition: Transition } {
  const { name, to } = transition;
  return { label: plainLabel(name), description: plainLabel(to.name === name ? '' : `→ ${to.name}`), transition };
}
