/** Lets the user choose an issue: of those looked at last and those to be done, or of what words find. */
import { CancellationTokenSource, type CancellationToken, l10n, type QuickInputButton, type QuickPick, window } from 'vscode';
import type { Provider } from '../../../../../protocol/provider.ts';
import type { Issue } from '../../../../../protocol/issues.ts';
import type { Agent } from '../../agent.ts';
import { isCancelled, problemOf } from '../problems.ts';
import { heading, type IssueItem, issueItem, notice } from './issue-items.ts';

/** What the user is asked. */
export interface IssueQuestion {
  readonly title: string;
  /** A button that does something with what was typed. */
  readonly button?: QuickInputButton & { readonly run: (typed: string) => void };
}

/** Milliseconds that typing pauses before something is searched for. */
const pause = 200;
const mostFound = 30;

/** @returns `undefined` where the user dismissed it */
export function pickIssue(agent: Agent, { title, button }: IssueQuestion): Promise<Issue | undefined> {
  const pick = window.createQuickPick<IssueItem>();
  pick.title = title;
  pick.placeholder = l10n.t('Words, the key or the address of an issue');
  if (button !== undefined) pick.buttons = [button];
  const search = new LiveSearch(agent, pick);
  return new Promise((resolve) => {
    pick.onDidChangeValue((value) => search.typed(value));
    pick.onDidTriggerButton(() => {
      button?.run(pick.value);
      pick.hide();
    });
    pick.onDidAccept(() => {
      const [item] = pick.activeItems;
      if (item?.issue === undefined) return;
      resolve(item.issue);
      pick.hide();
    });
    pick.onDidHide(() => {
      search.end();
      pick.dispose();
      resolve(undefined);
    });
    pick.show();
    search.typed('');
  });
}

/** Searches as the user types; what is no longer wanted is cancelled. */
class LiveSearch {
  readonly #agent: Agent;
  readonly #pick: QuickPick<IssueItem>;
  #current: CancellationTokenSource | undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor(agent: Agent, pick: QuickPick<IssueItem>) {
    this.#agent = agent;
    this.#pick = pick;
  }

  typed(value: string): void {
    this.end();
    const current = new CancellationTokenSource();
    this.#current = current;
    this.#pick.busy = true;
    this.#timer = setTimeout(() => void this.#search(value.trim(), current), value === '' ? 0 : pause);
  }

  end(): void {
    clearTimeout(this.#timer);
    this.#current?.cancel();
    this.#current = undefined;
  }

  async #search(text: string, current: CancellationTokenSource): Promise<void> {
    const items = await this.#itemsFor(text, current.token).catch((error: unknown) => [notice(problemOf(error).message, 'warning')]);
    current.dispose();
    if (this.#current !== current) return;
    this.#pick.items = items;
    this.#pick.busy = false;
  }

  async #itemsFor(text: string, token: CancellationToken): Promise<IssueItem[]> {
    const providers = (await this.#agent.providers()).filter(({ state }) => state === 'connected' || state === 'unreachable');
    if (providers.length === 0) return [notice(l10n.t('Sign in to a Jira first'), 'sign-in')];
    const found = await Promise.all(providers.map((provider) => this.#ofProvider(provider, text, token, providers.length > 1)));
    const items = found.flat();
    return items.length === 0 ? [notice(l10n.t('Nothing was found'))] : items;
  }

  async #ofProvider(provider: Provider, text: string, token: CancellationToken, isOneOfSeveral: boolean): Promise<IssueItem[]> {
    const prefix = isOneOfSeveral ? `${provider.name}: ` : '';
    try {
      if (text !== '') {
        const { issues, total } = await this.#agent.request('jira/issues', { provider: provider.id, text, limit: mostFound }, token);
        return issues.length === 0 ? [] : [heading(prefix + l10n.t('{0} of {1}', issues.length, total)), ...issues.map(issueItem)];
      }
      const [recent, open] = await Promise.all([
        this.#agent.request('jira/recentIssues', { provider: provider.id, limit: 10 }, token),
        this.#agent.request('jira/issues', { provider: provider.id, limit: mostFound, cache: 'first' }, token),
      ]);
      const known = new Set(recent.issues.map(({ key }) => key));
      const rest = open.issues.filter(({ key }) => !known.has(key));
      return [
        ...(recent.issues.length === 0 ? [] : [heading(prefix + l10n.t('looked at last')), ...recent.issues.map(issueItem)]),
        ...(rest.length === 0 ? [] : [heading(prefix + l10n.t('to be done')), ...rest.map(issueItem)]),
      ];
    } catch (error) {
      return isCancelled(error) ? [] : [heading(prefix), notice(problemOf(error).message, 'warning')];
    }
  }
}
