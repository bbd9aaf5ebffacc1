/** Lets the user write a query in JQL, with completion and with what is wrong. */
import { CancellationTokenSource, l10n, type QuickPick, type QuickPickItem, QuickPickItemKind, ThemeIcon, window } from 'vscode';
import type { JqlCompletionItem } from '../../../../../protocol/jql.ts';
import type { Agent } from '../../agent.ts';
import { problemOf } from '../problems.ts';
import { adviceFor, applyCompletion, type JqlAdvice } from './complete-jql.ts';
import { plainLabel } from './plain-label.ts';

/** What the user is asked. */
export interface JqlQuestion {
  readonly title: string;
  readonly provider: string;
  /** The query to begin with. */
  readonly jql?: string;
  /** What accepting it does, for people. */
  readonly action: string;
}

interface JqlItem extends QuickPickItem {
  readonly completion?: JqlCompletionItem;
}

/** Milliseconds that typing pauses before the agent is asked. */
const pause = 150;
const mostCompletions = 30;

/** @returns the query; `undefined` where the user dismissed it */
export function askJql(agent: Agent, question: JqlQuestion): Promise<string | undefined> {
  const pick = window.createQuickPick<JqlItem>();
  pick.title = question.title;
  pick.placeholder = 'project = ABC AND statusCategory != Done';
  pick.value = (question.jql ?? '').replace(/\s*\n\s*/g, ' ');
  const advice = new LiveAdvice(agent, question, pick);
  return new Promise((resolve) => {
    pick.onDidChangeValue(() => advice.typed());
    pick.onDidAccept(() => {
      const [item] = pick.activeItems;
      if (item?.completion !== undefined) {
        pick.value = applyCompletion(pick.value, item.completion);
        advice.typed();
      } else if (pick.value.trim() !== '') {
        resolve(pick.value.trim());
        pick.hide();
      }
    });
    pick.onDidHide(() => {
      advice.end();
      pick.dispose();
      resolve(undefined);
    });
    pick.show();
    advice.typed();
  });
}

class LiveAdvice {
  readonly #agent: Agent;
  readonly #question: JqlQuestion;
  readonly #pick: QuickPick<JqlItem>;
  #current: CancellationTokenSource | undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor(agent: Agent, question: JqlQuestion, pick: QuickPick<JqlItem>) {
    this.#agent = agent;
    this.#question = question;
    this.#pick = pick;
  }

  /** Called whenever the query is another one: what can be done with it stands first at once. */
  typed(): void {
    this.end();
    const current = new CancellationTokenSource();
    this.#current = current;
    const { value } = this.#pick;
    this.#pick.items = [this.#action()];
    this.#pick.busy = true;
    this.#timer = setTimeout(() => void this.#ask(value, current), pause);
  }

  end(): void {
    clearTimeout(this.#timer);
    this.#current?.cancel();
    this.#current = undefined;
  }

  async #ask(jql: string, current: CancellationTokenSource): Promise<void> {
    const { provider } = this.#question;
    const items = await Promise.all([
      this.#agent.request('jira/completeJql', { provider, jql }, current.token),
      jql.trim() === '' ? { problems: [], checked: 'local' as const, warnings: [] } : this.#agent.request('jira/validateJql', { provider, jql }, current.token),
    ]).then(
      ([completion, validation]) => this.#items(adviceFor(jql, completion, validation)),
      (error: unknown) => [this.#action(), { label: plainLabel(problemOf(error).message), iconPath: new ThemeIcon('warning'), alwaysShow: true }],
    );
    current.dispose();
    if (this.#current !== current) return;
    this.#pick.items = items;
    this.#pick.busy = false;
  }

  #items({ completions, problems, isChecked }: JqlAdvice): JqlItem[] {
    const [problem] = problems;
    const verdict = problem === undefined ? (isChecked ? l10n.t('Jira understands it.') : '') : [problem.message, problem.hint ?? ''].join(' ').trim();
    return [
      { ...this.#action(), detail: plainLabel(verdict) },
      ...(completions.length === 0 ? [] : [{ label: l10n.t('what can follow'), kind: QuickPickItemKind.Separator }]),
      ...completions.slice(0, mostCompletions).map((completion): JqlItem => ({
        label: plainLabel(completion.label),
        description: plainLabel(completion.detail ?? ''),
        alwaysShow: true,
        completion,
      })),
    ];
  }

  #action(): JqlItem {
    return { label: this.#question.action, iconPath: new ThemeIcon('play'), alwaysShow: true };
  }
}
