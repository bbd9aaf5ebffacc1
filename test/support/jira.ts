/** The honest Jira for tests: started with a test, closed with it. */
import { type Jira, type JiraOptions, startJira } from '../jira/index.ts';
import { Browser } from '../jira/browser.ts';
import type { Provider } from '../../protocol/provider.ts';
import type { Agent } from './agent.ts';

/** A Jira that closes at the end of its block. */
export type DisposableJira = Jira & AsyncDisposable;

/** Starts a Jira: `await using jira = await openJira()`. */
export async function openJira(options: JiraOptions = {}): Promise<DisposableJira> {
  const jira = await startJira({ issues: 200, ...options });
  return Object.assign(jira, { [Symbol.asyncDispose]: () => jira.close() });
}

/** Configures an agent with a personal access token of a user. */
export async function connectByToken(agent: Agent, jira: Jira, user = 'alice'): Promise<Provider> {
  const token = jira.createToken(user, { name: 'editor' });
  const { provider } = await agent.request('jira/configure', { baseUrl: jira.baseUrl, authentication: { type: 'token', token } });
  return provider;
}

/** Configures an agent with OAuth: makes a key pair, and plays the administrator. */
export async function configureOAuth(agent: Agent, jira: Jira): Promise<Provider> {
  const { id, applicationLink } = await agent.request('jira/generateKeyPair', { bits: 1024 });
  const { consumerKey, publicKey, applicationName } = applicationLink;
  jira.createApplicationLink({ consumerKey, publicKey, name: applicationName });
  const { provider } = await agent.request('jira/configure', { baseUrl: jira.baseUrl, authentication: { type: 'oauth1', consumerKey, keyPair: id } });
  return provider;
}

/** Goes through the whole dance by the loopback redirect, and plays the user. */
export async function connectByOAuth(agent: Agent, jira: Jira, user = 'alice'): Promise<Provider> {
  const { id } = await configureOAuth(agent, jira);
  return authorizeInBrowser(agent, id, user);
}

/** Authorizes a configured provider by the loopback redirect, and plays the user. */
export async function authorizeInBrowser(agent: Agent, provider: string, user = 'alice'): Promise<Provider> {
  const { authorization, url } = await agent.request('jira/authorize', { provider });
  const completed = agent.request('jira/completeAuthorization', { authorization });
  await new Browser().authorize(url, { user });
  return (await completed).provider;
}

/** Whom Jira takes the agent for: it asks for an issue. */
export async function askingUser(agent: Agent, jira: Jira, provider?: string): Promise<string | undefined> {
  await agent.request('jira/issues', { limit: 1, provider });
  return jira.requests.at(-1)?.userName;
}
