/** A window of VS Code, as a person uses it: by the keyboard and the mouse, and by what is to be seen. */
import type { Locator, Page } from 'playwright-core';

/** How often the palette is opened until it has a command. */
const attempts = 15;

/** A page of the browser with the editor in it. */
export class Window {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Runs a command by its whole title in the palette, as in `Jira: Add Server`. */
  async command(title: string): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      await this.page.keyboard.press('F1');
      try {
        // A page that is just being loaded passes no keys on. And the palette has the commands that were known when it
        // was opened: an extension may be loaded later.
        await this.quickInput.locator('input[type="text"]').fill(`>${title}`, { timeout: 3000 });
        await this.choice(title).first().click({ timeout: 3000 });
        await this.#rest();
        return;
      } catch (error) {
        if (attempt === attempts) throw error;
        await this.page.keyboard.press('Escape');
      }
    }
  }

  /** Opens a file of the folder by its name. */
  async openFile(name: string): Promise<void> {
    await this.command('Go to File...');
    await this.quickInput.locator('input:visible').fill(name);
    await this.choose(name);
    await this.page.getByRole('tab', { name }).waitFor();
  }

  /** What asks for a text or a choice. */
  get quickInput(): Locator {
    return this.page.locator('.quick-input-widget:visible');
  }

  /** A choice by (a part of) its words. */
  choice(text: string | RegExp): Locator {
    return this.quickInput.locator('.quick-input-list .monaco-list-row', { hasText: text });
  }

  /** Takes a choice. */
  async choose(text: string | RegExp): Promise<void> {
    await this.choice(text).first().click();
    await this.#rest();
  }

  /** Waits for a question, and answers it by typing. @param prompt (a part of) what it says, its title too */
  async answer(prompt: string | RegExp, text: string): Promise<void> {
    // A list of choices has the words too, and goes a moment later.
    await this.quickInput.filter({ hasText: prompt }).locator('.quick-input-message').waitFor();
    await this.type(text);
  }

  /** Types in the place of what was typed, whatever is asked. */
  async type(text: string): Promise<void> {
    await this.quickInput.locator('input:visible').fill(text);
    await this.page.keyboard.press('Enter');
  }

  /** A notification by (a part of) its words. */
  notification(text: string | RegExp): Locator {
    return this.page.locator('.notification-list-item', { hasText: text });
  }

  /** Presses a button of a notification or of a dialogue. */
  async press(button: string): Promise<void> {
    await this.page.locator('.notification-list-item, .monaco-dialog-box').getByRole('button', { name: button, exact: true }).first().click();
  }

  /** The inside of a webview whose content matches; webviews are frames within frames. */
  webview(text: string | RegExp): Locator {
    return this.page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame').locator('body', { hasText: text });
  }

  /** Takes the mouse away from whatever shows a tooltip. */
  async #rest(): Promise<void> {
    await this.page.mouse.move(200, 15);
  }
}
