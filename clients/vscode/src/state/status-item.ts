/** How it stands with Jira, in the status bar. */
import { type Disposable, l10n, MarkdownString, StatusBarAlignment, ThemeColor, window } from 'vscode';
import type { Provider } from '../../../../protocol/provider.ts';
import type { Agent } from '../agent.ts';
import { plainLabel } from '../issues/search/plain-label.ts';
import { agentFailed, byUrgency, type Condition, conditionOf, foremost } from './condition.ts';
import { mend } from './remedies.ts';

/** Milliseconds: tokens end, and pauses too, without anybody telling. */
const pause = 600_000;

/** The item: it shows the most urgent of all servers, and what mends it is one click away. */
export class StatusItem implements Disposable {
  readonly #agent: Agent;
  readonly #item = window.createStatusBarItem('state', StatusBarAlignment.Left, 98);
  readonly #disposables: Disposable[];
  #providers: readonly Provider[] = [];

  constructor(agent: Agent) {
    this.#agent = agent;
    this.#item.name = l10n.t('Jira: State');
    this.#item.command = 'jiraClient.state';
    const timer = setInterval(() => this.#show(), pause);
    this.#disposables = [
      this.#item,
      agent.onDidChangeProviders((providers) => this.#take(providers)),
      agent.onDidChangeState((state) => (state === 'running' ? void this.#read() : this.#show())),
      { dispose: () => clearInterval(timer) },
    ];
  }

  /** Does what mends it where there is one thing to mend; else shows all servers. */
  async act(): Promise<void> {
    const conditions = byUrgency(this.#conditions());
    const wrong = conditions.filter(({ severity }) => severity === 'warning' || severity === 'error');
    const [first] = conditions;
    if (first === undefined) return;
    if (conditions.length === 1) return mend(this.#agent, first);
    if (wrong.length === 1) return mend(this.#agent, wrong[0]!);
    const items = conditions.map((condition) => ({ label: `$(${condition.icon}) ${plainLabel(condition.text)}`, description: condition.severity === 'fine' ? '' : condition.action, condition }));
    const chosen = await window.showQuickPick(items, { title: l10n.t('How it stands with Jira') });
    if (chosen !== undefined) await mend(this.#agent, chosen.condition);
  }

  dispose(): void {
    for (const each of this.#disposables) each.dispose();
  }

  async #read(): Promise<void> {
    await this.#agent.providers().then((providers) => this.#take(providers), () => undefined); // The store that cannot be read is told by whoever needs it.
  }

  #take(providers: readonly Provider[]): void {
    this.#providers = providers;
    this.#show();
  }

  #conditions(): Condition[] {
    if (this.#agent.state === 'failed') return [agentFailed(l10n)];
    return this.#providers.map((provider) => conditionOf(provider, Date.now(), l10n));
  }

  #show(): void {
    const conditions = this.#conditions();
    const shown = foremost(conditions);
    if (shown === undefined) return this.#item.hide();
    const { severity, icon, brief, action } = shown;
    this.#item.text = severity === 'fine' ? `$(${icon}) ${l10n.t('Jira')}` : `$(${icon}) ${l10n.t('Jira: {0}', brief)}`;
    this.#item.backgroundColor = severity === 'warning' || severity === 'error' ? new ThemeColor(`statusBarItem.${severity}Background`) : undefined;
    this.#item.tooltip = tooltip(conditions, action);
    const words = byUrgency(conditions).map(({ text }) => text);
    this.#item.accessibilityInformation = { label: l10n.t('Jira. {0} Press to: {1}.', words.join(' '), action), role: 'button' };
    this.#item.show();
  }
}

function tooltip(conditions: readonly Condition[], action: string): MarkdownString {
  const text = new MarkdownString('', true);
  for (const { icon, text: words } of byUrgency(conditions)) text.appendMarkdown(`$(${icon}) `).appendText(words).appendMarkdown('\n\n');
  return text.appendText(l10n.t('Click to: {0}', action));
}
