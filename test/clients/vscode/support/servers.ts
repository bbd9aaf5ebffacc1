/** Servers, added as a person adds them. */
import type { DisposableJira } from '../../../support/jira.ts';
import type { Window } from './window.ts';

/** Signs in with a personal access token, and waits until that is told. */
export async function addServerByToken(window: Window, jira: DisposableJira, token = jira.createToken('alice')): Promise<void> {
  await window.command('Jira: Add Server');
  await window.answer('The address of your Jira', jira.baseUrl);
  await window.choose('Personal access token');
  await window.answer('personal access token', token);
  await window.notification('Signed in to').waitFor();
}
