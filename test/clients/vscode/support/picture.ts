/** Pictures of the documentation, made anew by `JIRA_PICTURES=1 npx mocha 'test/clients/vscode/*.spec.ts'`. */
import { join } from 'node:path';
import type { Window } from './window.ts';

const images = join(import.meta.dirname, '..', '..', '..', '..', 'docs', 'images');

/** Saves what the window shows as `docs/images/vscode-NAME.png`, and in the dark as `vscode-NAME-dark.png`, where pictures are wanted. */
export async function picture({ page }: Window, name: string): Promise<void> {
  if (process.env['JIRA_PICTURES'] === undefined) return;
  await page.screenshot({ path: join(images, `vscode-${name}.png`), animations: 'disabled' });
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.locator('.monaco-workbench.vs-dark').waitFor();
  await page.screenshot({ path: join(images, `vscode-${name}-dark.png`), animations: 'disabled' });
  await page.emulateMedia({ colorScheme: 'light' });
  await page.locator('.monaco-workbench.vs').waitFor();
}
