/** The issues view, as a person, or a screen reader, finds its rows. */
import type { Locator } from 'playwright-core';
import type { Window } from './window.ts';

/** The view of a window. */
export class IssuesView {
  readonly #window: Window;

  constructor(window: Window) {
    this.#window = window;
  }

  /** Opens it by its icon. */
  async open(): Promise<void> {
    await this.#window.page.getByRole('tab', { name: 'Jira', exact: true }).click();
    await this.#window.page.getByRole('heading', { name: 'Jira: Issues' }).waitFor();
  }

  /** A row by (a part of) what a screen reader says. */
  row(spoken: string | RegExp): Locator {
    return this.#window.page.getByRole('treeitem', { name: spoken });
  }

  /** Opens or closes a list or a folder. */
  async toggle(spoken: string | RegExp): Promise<void> {
    await this.row(spoken).first().locator('.monaco-tl-twistie').click();
  }

  /** Presses a button at the end of a row. */
  async press(spoken: string | RegExp, button: string): Promise<void> {
    const row = this.row(spoken).first();
    await row.hover();
    await row.getByRole('button', { name: button }).click();
  }

  /** Takes something from the menu of a row. */
  async menu(spoken: string | RegExp, item: string): Promise<void> {
    const entry = this.#window.page.locator('.monaco-menu .action-item', { hasText: item }).first();
    await this.row(spoken).first().click({ button: 'right' });
    await entry.hover();
    await this.#window.page.locator('.monaco-menu .action-item.focused', { hasText: item }).waitFor();
    await this.#window.page.keyboard.press('Enter');
  }
}
