/** A user at the provider's authorization page, with a browser that follows no redirect by itself. */
import { assert } from 'chai';

/** What came of pressing a button. */
export interface Decision {
  /** Where the browser is sent to; absent where Jira shows a page instead. */
  readonly location?: string;
  /** The page that Jira shows. */
  readonly page: string;
}

/**
 * Opens the authorization page and presses a button of its form.
 *
 * @param url as `jira/authorize` gives it
 */
export async function decide(url: string, button: 'Allow' | 'Deny'): Promise<Decision> {
  const form = await (await fetch(url)).text();
  const name = new RegExp(`name="(\\w+)" value="${button}"`).exec(form)?.[1];
  const action = /action="([^"]+)"/.exec(form)?.[1];
  assert(name !== undefined && action !== undefined, `This is no authorization page: ${form}`);
  const response = await fetch(new URL(action, url), { method: 'POST', body: new URLSearchParams({ [name]: button }), redirect: 'manual' });
  const location = response.headers.get('location');
  return { ...(location === null ? {} : { location }), page: await response.text() };
}

/**
 * Allows, and follows the browser back to the agent.
 *
 * @returns the page that the agent shows
 */
export async function allowAndReturn(url: string): Promise<string> {
  const { location } = await decide(url, 'Allow');
  assert(location !== undefined, 'The browser was not sent back.');
  return (await fetch(location)).text();
}

/** Allows out of band, and reads the code from the page. */
export async function allowAndReadCode(url: string): Promise<string> {
  const { page } = await decide(url, 'Allow');
  const code = /verification code is '(\w+)'/.exec(page)?.[1];
  assert(code !== undefined, `There is no code: ${page}`);
  return code;
}
