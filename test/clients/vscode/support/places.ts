/** Places of the window that stories about work and state look at. */
import type { Locator } from 'playwright-core';
import type { Window } from './window.ts';

/** The item of the status bar with the issue of the branch. */
export function currentIssue({ page }: Window): Locator {
  return page.locator('.statusbar-item[id$=".currentIssue"]');
}

/** The item of the status bar that says how it stands with Jira. */
export function jiraState({ page }: Window): Locator {
  return page.locator('.statusbar-item[id$="jira-language-server.jira.state"]');
}

/** The box of the commit message, after the Source Control view was opened. */
export async function messageBox({ page }: Window): Promise<Locator> {
  await page.keyboard.press('Control+Shift+G');
  const box = page.locator('.scm-editor .monaco-editor').first();
  await box.waitFor();
  return box;
}

/** The proposals of an editor. */
export function proposals({ page }: Window): Locator {
  return page.locator('.suggest-widget.visible .monaco-list-row');
}
