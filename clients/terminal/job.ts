/** The whole job, one request after another. Whatever it knows of Jira, it knows from the agent. */
import type { Provider } from '../../protocol/provider.ts';
import type { Agent } from './agent.ts';
import { issueTable } from './issue-table.ts';
import type { Options } from './options.ts';
import { say, sayHeading, sayList } from './output.ts';
import type { People } from './people.ts';

/** The job's address and what to list there. */
export type Job = Omit<Options, 'url'> & { readonly url: string };

/** Finds the server, gets in, lists issues, looks after the agent's health, and signs out where that is wanted. */
export async function doTheJob(agent: Agent, people: People, job: Job): Promise<void> {
  const provider = await getIn(agent, people, job.url);
  await listIssues(agent, provider, job);
  await examine(agent, provider);
  await leave(agent, people, provider);
}

async function getIn(agent: Agent, people: People, url: string): Promise<Provider> {
  sayHeading('jira/probe', `Who is at ${url}?`);
  const server = await agent.request('jira/probe', { baseUrl: url });
  say(`Jira ${server.server.version}, “${server.server.title}”, at ${server.baseUrl}. Ways in:`);
  sayList(server.authentication.map(({ type, supported, recommended, reason }) => `${type}: ${supported ? '' : 'no. '}${reason}${recommended ? ' Recommended.' : ''}`));
  for (const warning of server.warnings) say(`Warning: ${warning}`);

  const { providers } = await agent.request('jira/providers', {});
  const former = providers.find(({ baseUrl }) => baseUrl === server.baseUrl);
  if (former?.state === 'connected') {
    say(`You are signed in already, as ${former.user?.displayName ?? former.name}.`);
    return former;
  }
  if (former?.authentication.type === 'oauth1') return authorize(agent, people, former);

  const place = { provider: former?.id, baseUrl: server.baseUrl };
  switch (await people.chooseWay(server.authentication.filter(({ supported }) => supported))) {
    case 'token':
      return configure(agent, { ...place, authentication: { type: 'token', token: await people.token(server.personalAccessTokensUrl) } });
    case 'basic':
      return configure(agent, { ...place, authentication: { type: 'basic', ...(await people.password()) } });
    case 'oauth1':
      return authorize(agent, people, await configureOAuth(agent, people, place));
  }
}

async function configureOAuth(agent: Agent, people: People, place: { provider: string | undefined; baseUrl: string }): Promise<Provider> {
  sayHeading('jira/generateKeyPair', 'A key pair, of which Jira gets the public half.');
  const { id, bits, fingerprint, applicationLink, warnings } = await agent.request('jira/generateKeyPair', { baseUrl: place.baseUrl });
  say(`RSA, ${bits} bits, fingerprint ${fingerprint}. The private key stays with the agent.`);
  for (const warning of warnings) say(`Warning: ${warning}`);
  say('\nThis goes to the administrator of Jira, who pastes it once:\n');
  say(`  Application Name  ${applicationLink.applicationName}`);
  say(`  Consumer Key      ${applicationLink.consumerKey}`);
  say(`  Consumer Name     ${applicationLink.consumerName}`);
  say(`  Public Key\n\n${applicationLink.publicKey}`);
  sayList(applicationLink.steps, 'numbered');
  await people.createApplicationLink(applicationLink);
  return configure(agent, { ...place, authentication: { type: 'oauth1', consumerKey: applicationLink.consumerKey, keyPair: id } });
}

async function configure(agent: Agent, params: Parameters<typeof agent.request<'jira/configure'>>[1]): Promise<Provider> {
  sayHeading('jira/configure', 'Checks, then stores.');
  const { provider } = await agent.request('jira/configure', params);
  say(`${provider.name} is configured as ${provider.id}: ${stateOf(provider)}.`);
  return provider;
}

async function authorize(agent: Agent, people: People, { id }: Provider): Promise<Provider> {
  sayHeading('jira/authorize', 'You approve in a browser.');
  const redirect = (await people.hasBrowser()) ? 'loopback' : 'oob';
  const { authorization, url, expiresAt } = await agent.request('jira/authorize', { provider: id, redirect, openBrowser: people.opensBrowser && redirect === 'loopback' });
  say(`Open ${url}\nIt is good until ${expiresAt}.`);

  const verifier = redirect === 'oob' ? await people.approveElsewhere(url) : undefined;
  sayHeading('jira/completeAuthorization', redirect === 'oob' ? 'Exchanges the code for access.' : 'Waits for the browser to come back.');
  const [{ provider }] = await Promise.all([
    agent.request('jira/completeAuthorization', { authorization, verifier }),
    redirect === 'loopback' ? people.approve(url) : undefined,
  ]);
  say(`${provider.name}: ${stateOf(provider)}.`);
  return provider;
}

async function listIssues(agent: Agent, { id }: Provider, { jql, limit }: Job): Promise<void> {
  sayHeading('jira/issues', jql === undefined ? 'Your open issues.' : jql);
  const list = await agent.request('jira/issues', { provider: id, jql, limit });
  if (list.issues.length > 0) say(issueTable(list.issues));
  say(`${list.issues.length} of ${list.total} issues for: ${list.jql}`);
  for (const warning of list.warnings) say(`Warning: ${warning}`);
}

async function examine(agent: Agent, { id }: Provider): Promise<void> {
  sayHeading('jira/doctor', 'What works, and what does not.');
  const { findings } = await agent.request('jira/doctor', { provider: id });
  sayList(findings.map(({ check, outcome, detail, hint }) => `${check}: ${outcome}. ${detail}${hint === undefined ? '' : ` ${hint}`}`));
}

async function leave(agent: Agent, people: People, { id, name }: Provider): Promise<void> {
  sayHeading('jira/signOut', 'The end.');
  if (await people.staysSignedIn()) return say(`You stay signed in to ${name}: the next start goes straight to the issues.`);
  const { provider } = await agent.request('jira/signOut', { provider: id });
  say(`Signed out of ${name}: ${stateOf(provider)}. The agent has forgotten its credentials.`);
}

function stateOf({ state, user }: Provider): string {
  return state === 'connected' ? `connected as ${user?.displayName ?? 'a user that Jira did not name'}` : state;
}
