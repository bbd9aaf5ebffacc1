/** Adding a server: its address, a way in, and the credentials. */
import { window } from 'vscode';
import type { Agent } from '../agent.ts';

/** Leads the user through it. */
export async function addServer(agent: Agent): Promise<void> {
  const baseUrl = await window.showInputBox({ title: 'Add a Jira Server', prompt: 'The address of your Jira, as the browser shows it', placeHolder: 'https://jira.example.com', ignoreFocusOut: true });
  if (baseUrl === undefined) return;
  const { personalAccessTokensUrl } = await agent.request('jira/probe', { baseUrl });
  const token = await window.showInputBox({ title: 'Add a Jira Server', prompt: `A personal access token; create one at ${personalAccessTokensUrl}`, password: true, ignoreFocusOut: true });
  if (token === undefined) return;
  const { provider } = await agent.request('jira/configure', { baseUrl, authentication: { type: 'token', token } });
  void window.showInformationMessage(`Signed in to ${provider.name} as ${provider.user?.displayName}.`);
}
