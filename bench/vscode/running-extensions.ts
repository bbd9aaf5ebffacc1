/** What VS Code tells of the extensions that run in a window. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Window } from '../../test/clients/vscode/support/window.ts';

/** Waits until a window has activated an extension. @returns milliseconds of loading its code and of calling `activate()`, as “Developer: Show Running Extensions” shows them */
export async function activationTime(window: Window, displayName: string): Promise<number> {
  // The list has only those rows that are to be seen.
  await window.page.setViewportSize({ width: 1280, height: 4000 });
  await window.command('Developer: Show Running Extensions');
  const row = window.page.locator('.runtime-extensions-editor .monaco-list-row').filter({ has: window.page.getByText(displayName, { exact: true }) });
  const told = await row.locator('.activation-time', { hasText: /\d+ms/ }).textContent();
  return Number(/(\d+)ms/.exec(told ?? '')?.[1]);
}

/** As VS Code shows an extension. @param folder of a built one */
export async function displayNameOf(folder: string): Promise<string> {
  const texts = JSON.parse(await readFile(join(folder, 'package.nls.json'), 'utf8')) as { displayName: string };
  return texts.displayName;
}
