/** The user's browser beside VS Code: pages of Jira. */
import type { Page } from 'playwright-core';
import type { VsCode } from './vs-code.ts';

/** An address of this machine that VS Code takes for another one: it leads those of itself through its own. */
export const elsewhere = '127.0.0.2';

/** The page that VS Code opens in the user's browser; it asks first whether it may. */
export async function opened({ context, window }: VsCode, act: () => Promise<unknown>): Promise<Page> {
  const open = window.page.locator('.monaco-dialog-box').getByRole('button', { name: 'Open', exact: true });
  const page = context.waitForEvent('page');
  await act();
  await open.click();
  const opening = await page;
  await opening.waitForLoadState();
  return opening;
}

/** Logs in, on the way to the page of an approval. */
export async function logIn(page: Page): Promise<void> {
  await page.locator('[name="os_username"]').fill('alice');
  await page.locator('[name="os_password"]').fill('alice');
  await page.locator('form[name="login-form"], form#login-form').locator('[type="submit"]').click();
  await page.locator('[name="approve"]').waitFor();
}
