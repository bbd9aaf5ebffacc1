/** Asks the user what a command was not told, in as many steps as the editor's questions take. */
import { JiraError } from '../core/errors.ts';
import { Dismissed } from './dismissed.ts';
import type { EditorClient } from './editor-client.ts';
import type { Form, Forms } from './forms.ts';
import { EditorFailure } from './within-time.ts';

/** One thing to choose. */
export interface Option<T> {
  readonly title: string;
  readonly value: T;
}

/** Told before the user is asked something: by a question of the editor's, or by a form. */
export type OnAsk = (what: 'question' | 'form') => void;

/** More than this, and editors cut the choices off or make a wall of them. */
const mostChoices = 5;
const more = 'More…';

/** The questions of one command. */
export class Dialogue {
  readonly #editor: EditorClient;
  readonly #forms: Forms;
  readonly #signal: AbortSignal;
  readonly #onAsk: OnAsk;

  /**
   * @param signal withdraws what is asked
   * @param onAsk called before the user is asked anything
   */
  constructor(editor: EditorClient, forms: Forms, signal: AbortSignal, onAsk: OnAsk = () => undefined) {
    this.#editor = editor;
    this.#forms = forms;
    this.#signal = signal;
    this.#onAsk = onAsk;
  }

  /**
   * Lets the user choose; what does not fit into one question is in the next.
   *
   * @param options one at least
   * @throws {Dismissed} where the user wants none of them; {@link JiraError} `unsupported` where the editor cannot ask
   */
  async choose<T>(question: string, options: readonly Option<T>[]): Promise<T> {
    const named = withDifferentTitles(options);
    for (let start = 0; ; ) {
      const rest = named.slice(start);
      const isLast = rest.length <= mostChoices;
      const shown = isLast ? rest : rest.slice(0, mostChoices - 1);
      const answer = await this.#ask(question, [...shown.map(({ title }) => title), ...(isLast ? [] : [more])]);
      const chosen = shown.find(({ title }) => title === answer);
      if (chosen !== undefined) return chosen.value;
      start += shown.length;
    }
  }

  /** Has the user fill in a form. @throws {Dismissed} */
  async fillIn<T>(form: Form<T>): Promise<T> {
    this.#onAsk('form');
    return this.#forms.fillIn(form, this.#signal);
  }

  async #ask(question: string, titles: readonly string[]): Promise<string> {
    this.#onAsk('question');
    try {
      const answer = await this.#editor.question(question, titles, this.#signal);
      if (answer === undefined) throw new Dismissed();
      return answer;
    } catch (error) {
      if (!(error instanceof EditorFailure)) throw error;
      throw new JiraError('unsupported', `This editor cannot ask “${question}”. Give the answer as an argument of the command.`);
    }
  }
}

/** Editors answer with the title, so that no two may be the same. */
function withDifferentTitles<T>(options: readonly Option<T>[]): Option<T>[] {
  const taken = new Set([more]);
  return options.map(({ title, value }) => {
    const base = title.trim() || '(no name)';
    let different = base;
    for (let number = 2; taken.has(different); number += 1) different = `${base} (${number})`;
    taken.add(different);
    return { title: different, value };
  });
}
