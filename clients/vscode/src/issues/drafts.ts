/** What was written into the forms of pages and not sent: it survives the page and the window. */
import type { Memento } from 'vscode';
import type { FormValues } from './forms/field-values.ts';

/** The drafts of this workspace. */
export class Drafts {
  readonly #memory: Memento;

  constructor(memory: Memento) {
    this.#memory = memory;
  }

  /** The drafts of a page, by the names of its forms. */
  of(page: string): Readonly<Record<string, FormValues>> {
    return this.#memory.get(nameOf(page), {});
  }

  keep(page: string, form: string, values: FormValues): void {
    const isEmpty = Object.values(values).every((value) => value.length === 0);
    const { [form]: _former, ...others } = this.of(page);
    void this.#memory.update(nameOf(page), isEmpty && Object.keys(others).length === 0 ? undefined : { ...others, ...(isEmpty ? {} : { [form]: values }) });
  }

  /** Forgets what was sent. */
  forget(page: string, form: string): void {
    this.keep(page, form, {});
  }
}

function nameOf(page: string): string {
  return `draft ${page}`;
}
