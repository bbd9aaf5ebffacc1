/** An organization in a real PostgreSQL, with an administrator and members. */
import { assert } from 'chai';
import type { OrganizationProvider } from '../../protocol/organization.ts';
import type { Provider } from '../../protocol/provider.ts';
import type { Jira } from '../jira/index.ts';
import { Browser } from '../jira/browser.ts';
import { type Agent, type AgentOptions, startAgent } from './agent.ts';
import { configureOAuth } from './jira.ts';
import type { Postgres } from './postgres.ts';

/** What opens the keys of every organization under test. */
export const teamPassphrase = 'eleven quiet otters under the bridge';

/** Sets an organization up, as whoever owns the database, with a role for an administrator and roles for members. */
export async function setUpOrganization(postgres: Postgres, organization: string, administrator: string, members: readonly string[]): Promise<void> {
  await using owner = await startAgent({ initializationOptions: { organization: postgres.address() } });
  const made = await owner.request('jira/setUpOrganization', { organization, passphrase: teamPassphrase });
  postgres.createRoles([administrator], made.administrators);
  postgres.createRoles(members, made.members);
}

/** Starts the agent of somebody in the organization. @param address of the database, or the role */
export function startColleague(postgres: Postgres, role: string, options: AgentOptions & { settings?: object; port?: number } = {}): Promise<Agent> {
  const { settings, port, ...rest } = options;
  return startAgent({ ...rest, initializationOptions: { organization: postgres.address(role, port), ...settings } });
}

/** Sets a server up with OAuth and publishes it. */
export async function publish(administrator: Agent, jira: Jira): Promise<OrganizationProvider> {
  const { id } = await configureOAuth(administrator, jira);
  return (await administrator.request('jira/publishProvider', { provider: id })).provider;
}

/** Waits until an agent is told of providers that match, or has them already. */
export async function untilProviders(agent: Agent, matches: (providers: readonly Provider[]) => boolean): Promise<Provider[]> {
  const { providers } = await agent.request('jira/providers', {});
  return matches(providers) ? providers : (await agent.waitFor('jira/providersChanged', (params) => matches(params.providers))).providers;
}

/** Approves access as a user of Jira. @param passphrase where the key is not open yet */
export async function approve(agent: Agent, provider: string, user: string, passphrase?: string): Promise<Provider> {
  const { authorization, url } = await agent.request('jira/authorize', { provider, passphrase });
  const completed = agent.request('jira/completeAuthorization', { authorization });
  await new Browser().authorize(url, { user });
  return (await completed).provider;
}

/** Who is on which key, as an administrator sees it. */
export async function usersOf(administrator: Agent, provider: string): Promise<{ user: string; fingerprint: string }[]> {
  const { organizations } = await administrator.request('jira/organization', {});
  const found = organizations.flatMap(({ providers }) => providers).find((each) => each.provider === provider);
  assert.isDefined(found?.users);
  return found!.users!;
}

/** Asks the administrator's agent again and again until reports say what they should; a report is written after the answer that it follows. */
export async function untilUsers(administrator: Agent, provider: string, matches: (users: readonly { user: string; fingerprint: string }[]) => boolean): Promise<void> {
  while (!matches(await usersOf(administrator, provider)));
}
