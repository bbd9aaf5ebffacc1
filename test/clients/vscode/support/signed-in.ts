/** A home in which somebody has signed in before: what `addServerByToken` does in the editor is not each story's own. */
import { join } from 'node:path';
import type { Provider } from '../../../../protocol/provider.ts';
import { startAgent } from '../../../support/agent.ts';
import type { DisposableJira } from '../../../support/jira.ts';

/** Signs in with a personal access token, in the folder that all editors of a home share. @returns the provider */
export async function signInBefore(home: string, jira: DisposableJira, token = jira.createToken('alice', { name: 'editor' })): Promise<Provider> {
  await using agent = await startAgent({ storage: join(home, '.local', 'share', 'jira-language-server'), initializationOptions: { credentialStore: 'file' } });
  const { provider } = await agent.request('jira/configure', { baseUrl: jira.baseUrl, authentication: { type: 'token', token } });
  return provider;
}
