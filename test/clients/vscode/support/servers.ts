/** Servers, added as a person adds them. */
import type { DisposableJira } from '../../../support/jira.ts';
import type { Window } from './window.ts';

/** Signs in with a personal access token, and waits until that is told. */
export async function addServerByToken(window: Window, jira: DisposableJira, user = 'alice'): Promise<void> {
  await window.command('Jira: Add Server');
  await window.answer('The address of your Jira', jira.baseUrl);
  await window.answer('personal access token', jira.createToken(user));
  await window.notification('Signed in to').waitFor();
}
