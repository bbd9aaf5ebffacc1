/** Questions one after another, with a way back: the quick inputs of VS Code as steps of one dialogue. */
import { type Disposable, QuickInputButtons, type QuickInput, type QuickInputButton, type QuickPickItem, CancellationTokenSource, type CancellationToken, window } from 'vscode';
import type { ErrorKind } from '../../../protocol/errors.ts';
import { errorData, isCancellation, messageOf } from './errors.ts';
import { plainLabel, plainMessage } from './issues/search/plain-label.ts';

/** A step: it asks, and gives the next one; `undefined` at the end. */
export type Step = (questions: Questions) => Promise<Step | undefined>;

/** A button above a question. */
export interface StepButton extends QuickInputButton {
  /** Does what it is for; then the question is asked again, with what was typed. @returns whether the text is to be tried at once */
  readonly press: () => Promise<boolean>;
}

/** A text to be typed. */
export interface TextQuestion<T> {
  readonly prompt: string;
  readonly placeholder?: string;
  readonly value?: string;
  readonly password?: boolean;
  readonly buttons?: readonly StepButton[];
  /** Makes use of it; what it throws is shown below the text, which can be mended. */
  readonly accept: (text: string, token: CancellationToken) => Promise<T> | T;
  /** What can be done here about an error, instead of what the agent proposes. */
  readonly advice?: (kind: ErrorKind) => string | undefined;
}

/** Something to be chosen. */
export interface Choice<T> {
  readonly label: string;
  readonly description?: string;
  readonly detail?: string;
  readonly value: T;
}

/** Asks step by step, until there is no further one. @returns whether the user came to the end */
export async function runSteps(title: string, first: Step): Promise<boolean> {
  const path = [first];
  for (;;) {
    try {
      const next = await path.at(-1)!(new Questions(title, path.length));
      if (next === undefined) return true;
      path.push(next);
    } catch (error) {
      if (error === dismissed) return false;
      if (error !== back) throw error;
      path.pop();
    }
  }
}

const back = Symbol('back');
const dismissed = Symbol('dismissed');

/** What a step asks with. */
export class Questions {
  readonly #title: string;
  readonly #step: number;

  constructor(title: string, step: number) {
    this.#title = title;
    this.#step = step;
  }

  /** Asks for a text until it is accepted. */
  text<T>({ prompt, placeholder, value = '', password = false, buttons = [], accept, advice }: TextQuestion<T>): Promise<T> {
    const input = window.createInputBox();
    // VS Code makes links of what looks like one, and runs commands by them: nobody else's text may be one.
    Object.assign(input, { prompt: plainMessage(prompt), placeholder, value, password });
    return this.#ask(input, buttons, (settle) => {
      let running: CancellationTokenSource | undefined;
      const take = async (): Promise<void> => {
        if (running !== undefined) return;
        running = new CancellationTokenSource();
        Object.assign(input, { busy: true, enabled: false, validationMessage: undefined });
        try {
          settle.resolve(await accept(input.value.trim(), running.token));
        } catch (error) {
          if (!isCancellation(error)) input.validationMessage = plainMessage(problem(error, advice));
        }
        running.dispose();
        running = undefined;
        Object.assign(input, { busy: false, enabled: true });
      };
      return { take, subscriptions: [input.onDidAccept(take), input.onDidChangeValue(() => (input.validationMessage = undefined)), { dispose: () => running?.cancel() }] };
    });
  }

  /** Has the user choose. */
  choose<T>(placeholder: string, choices: readonly Choice<T>[], buttons: readonly StepButton[] = []): Promise<T> {
    const input = window.createQuickPick<QuickPickItem & { readonly value: T }>();
    Object.assign(input, { placeholder, matchOnDescription: true, matchOnDetail: true });
    input.items = choices.map(({ label, description, detail, value }) => ({
      label: plainLabel(label),
      ...(description === undefined ? {} : { description: plainLabel(description) }),
      ...(detail === undefined ? {} : { detail: plainLabel(detail) }),
      value,
    }));
    return this.#ask(input, buttons, (settle) => {
      const take = async (): Promise<void> => {
        const [chosen] = input.selectedItems;
        if (chosen !== undefined) settle.resolve(chosen.value);
      };
      return { take, subscriptions: [input.onDidAccept(take)] };
    });
  }

  #ask<T, I extends QuickInput & { buttons: readonly QuickInputButton[]; onDidTriggerButton: (listener: (button: QuickInputButton) => void) => Disposable }>(
    input: I,
    buttons: readonly StepButton[],
    listen: (settle: { resolve: (value: T) => void }) => { take: () => Promise<void>; subscriptions: readonly Disposable[] },
  ): Promise<T> {
    Object.assign(input, { title: this.#title, step: this.#step, totalSteps: Math.max(this.#step, usualSteps), ignoreFocusOut: true });
    input.buttons = [...(this.#step > 1 ? [QuickInputButtons.Back] : []), ...buttons];
    const subscriptions: Disposable[] = [input];
    return new Promise<T>((resolve, reject) => {
      let isAway = false;
      const { take, subscriptions: more } = listen({ resolve });
      const press = async (button: StepButton): Promise<void> => {
        isAway = true;
        const tryNow = await button.press().catch((error: unknown) => (reject(error as Error), false));
        isAway = false;
        input.show();
        if (tryNow) await take();
      };
      subscriptions.push(
        ...more,
        input.onDidTriggerButton((button) => (button === QuickInputButtons.Back ? reject(back as never) : void press(button as StepButton))),
        input.onDidHide(() => isAway || reject(dismissed as never)),
      );
      input.show();
    }).finally(() => {
      for (const subscription of [...subscriptions].reverse()) subscription.dispose();
    });
  }
}

/** The address, the way in, and the credentials. */
const usualSteps = 3;

/** What went wrong; and what can be done about it, unless it is to type something else. */
function problem(error: unknown, advice: TextQuestion<unknown>['advice']): string {
  const message = messageOf(error);
  const { kind, hint: proposed } = errorData(error) ?? {};
  const hint = (kind === undefined ? undefined : advice?.(kind)) ?? proposed;
  return hint === undefined || kind === 'credentialsRejected' || message.includes(hint) ? message : `${message} ${hint}`;
}
