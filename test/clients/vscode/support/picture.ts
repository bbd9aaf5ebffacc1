/** Pictures of the documentation, made anew by `JIRA_PICTURES=1 npx mocha 'test/clients/vscode/*.spec.ts'`. */
import { join } from 'node:path';
import type { Window } from './window.ts';

const images = join(import.meta.dirname, '..', '..', '..', '..', 'docs', 'images');

/** Saves what the window shows as `docs/images/vscode-NAME.png`, where pictures are wanted. */
export async function picture({ page }: Pick<Window, 'page'>, name: string): Promise<void> {
  if (process.env['JIRA_PICTURES'] === undefined) return;
  await page.mouse.move(2, 2); // Away from what would show a tooltip.
  await page.screenshot({ path: join(images, `vscode-${name}.png`), animations: 'disabled' });
}
