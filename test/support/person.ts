/** The person at an editor: answers its questions and fills in the files that it opens. */
import { assert } from 'chai';
import { readFile, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { MessageActionItem, ShowDocumentParams, ShowMessageRequestParams } from 'vscode-languageserver/node';
import type { EditorAnswers } from './fake-editor.ts';

/** What the person does with a question: the choice that is taken, or `null` to dismiss it. */
export type Answer = string | RegExp | null;

/** What the person makes of a file that is opened; `undefined` leaves it alone. */
export type Filling = (text: string) => string | undefined | Promise<string | undefined>;

/** Follows a script, and notes what was asked. */
export class Person {
  /** Every question, with its choices. */
  readonly asked: { readonly message: string; readonly choices: readonly string[] }[] = [];
  /** Every file that was filled in, with what it held then. */
  readonly filledIn: { readonly path: string; readonly text: string }[] = [];
  /** Every address that was opened in the browser. */
  readonly visited: string[] = [];
  readonly #answers: [RegExp, Answer][] = [];
  readonly #habits: [RegExp, Answer][] = [];
  readonly #fillings: [RegExp, Filling][] = [];
  /** Questions that did not have the choice that was planned. */
  readonly #lost: string[] = [];
  #onVisit: (url: string) => unknown = () => undefined;

  /** Answers the next question whose words match; questions that nothing is said about are dismissed. */
  answers(question: RegExp, answer: Answer): this {
    this.#answers.push([question, answer]);
    return this;
  }

  /** Answers every question whose words match, where it has this choice, and nothing else is planned for it. */
  keepsAnswering(question: RegExp, answer: string): this {
    this.#habits.push([question, answer]);
    return this;
  }

  /** Fills in the next file whose name matches, and saves it. */
  fillsIn(name: RegExp, filling: Filling): this {
    this.#fillings.push([name, filling]);
    return this;
  }

  /** Does something with each address that is opened. */
  visits(act: (url: string) => unknown): this {
    this.#onVisit = act;
    return this;
  }

  /** All that was planned was done. */
  assertDone(): void {
    assert.deepEqual(this.#lost, []);
    assert.deepEqual(this.#answers.map(([question]) => question.source), [], 'These questions never came.');
    assert.deepEqual(this.#fillings.map(([name]) => name.source), [], 'These files were never opened.');
  }

  /** As the editor passes them on. */
  get atEditor(): EditorAnswers {
    return {
      showMessageRequest: (params) => this.#decide(params),
      showDocument: (params) => this.#look(params),
    };
  }

  #decide({ message, actions = [] }: ShowMessageRequestParams): MessageActionItem | null {
    const choices = actions.map(({ title }) => title);
    this.asked.push({ message, choices });
    const index = this.#answers.findIndex(([question]) => question.test(message));
    if (index < 0) {
      const habit = this.#habits.find(([question, answer]) => question.test(message) && choices.includes(answer as string));
      return habit === undefined ? null : { title: habit[1] as string };
    }
    const [[, answer] = [, null]] = this.#answers.splice(index, 1);
    if (answer === null || answer === undefined) return null;
    const title = choices.find((choice) => (typeof answer === 'string' ? choice === answer : answer.test(choice)));
    if (title === undefined) this.#lost.push(`“${message}” has no choice ${String(answer)}: ${choices.join(', ')}`);
    return title === undefined ? null : { title };
  }

  #look({ uri, external }: ShowDocumentParams): boolean {
    if (external === true) {
      this.visited.push(uri);
      void this.#onVisit(uri);
      return true;
    }
    if (uri.startsWith('file:')) void this.#fill(fileURLToPath(uri));
    return true;
  }

  async #fill(path: string): Promise<void> {
    const index = this.#fillings.findIndex(([name]) => name.test(basename(path)));
    if (index < 0) return;
    const [[, filling] = [, () => undefined]] = this.#fillings.splice(index, 1);
    const text = await readFile(path, 'utf8');
    this.filledIn.push({ path, text });
    const filled = await filling!(text);
    if (filled !== undefined) await writeFile(path, filled);
  }
}

/** Writes values after the names of their fields. */
export function fields(values: Readonly<Record<string, string>>): (text: string) => string {
  return (text) => Object.entries(values).reduce((filled, [name, value]) => filled.replace(new RegExp(`^${name}:.*$`, 'm'), `${name}: ${value}`), text);
}
