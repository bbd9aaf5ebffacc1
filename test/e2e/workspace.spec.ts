/** A repository that names a Jira server for all who work in it: from the file to an issue, as another user. */
import { expect } from 'chai';
import { readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Provider } from '../../protocol/provider.ts';
import { Browser } from '../jira/browser.ts';
import { type Agent, expectError, startAgent, toFolder } from '../support/agent.ts';
import { fullCapabilities } from '../support/fake-editor.ts';
import { askingUser, authorizeInBrowser, configureOAuth, connectByToken, openJira } from '../support/jira.ts';
import { fields, Person } from '../support/person.ts';
import { Secrets } from '../support/secrets.ts';
import { untilStored } from '../support/stored-files.ts';
import { TemporaryFolder } from '../support/temporary-folder.ts';

const passphrase = 'eleven quiet otters under the bridge';

describe('a repository that names a server', () => {
  it('has its file made by the agent, with nothing of its maker and no key in the clear', async () => {
    await using jira = await openJira({ issues: 5 });
    await using maker = await startAgent();
    const { privateKey, id, applicationLink } = await maker.request('jira/generateKeyPair', { bits: 1024, exportPrivateKey: true });
    jira.createApplicationLink(applicationLink);
    const configured = await maker.request('jira/configure', { baseUrl: jira.baseUrl, name: 'Shop', authentication: { type: 'oauth1', consumerKey: applicationLink.consumerKey, keyPair: id } });
    await authorizeInBrowser(maker, configured.provider.id, 'alice');
    const byToken = await connectByToken(maker, jira, 'bob');
    const { fileName, text } = await maker.request('jira/workspaceFile', { providers: [configured.provider.id, byToken.id], passphrase });

    expect(fileName).to.equal('.jira.json');
    const secrets = new Secrets();
    secrets.addPem('the private key', privateKey!);
    for (const { accessToken, token } of storedCredentials(maker)) secrets.add('a token', accessToken ?? token!);
    secrets.assertNotIn(text, 'the file');
    expect(text).to.not.match(/["@](alice|bob)|(alice|bob)["@]/i);
    const { servers } = JSON.parse(text) as { servers: { name: string; baseUrl: string; authentication: { type: string } }[] };
    expect(servers.map(({ name, authentication }) => [name, authentication.type])).to.deep.equal([['Shop', 'oauth1'], [byToken.name, 'token']]);
  });

  it('shows the server, asks for approval by its host, takes the passphrase once, and is signed in to as another user', async () => {
    await using jira = await openJira({ issues: 5 });
    using folder = new TemporaryFolder();
    await share(folder.path, jira);
    const host = new URL(jira.baseUrl).host;
    const person = new Person().answers(/names the Jira server/, `Approve ${host}`);
    await using agent = await startAgent({ ...person.atEditor, folders: [folder.path] });

    const [provider] = await offered(agent, ({ approval }) => approval === 'approved');
    expect(person.asked).to.have.length(1);
    expect(person.asked[0]?.message).to.include(host).and.include('OAuth').and.include(join(folder.path, '.jira.json'));
    expect(provider).to.deep.include({ origin: 'workspace', source: join(folder.path, '.jira.json'), state: 'needsAuthorization', locked: true, baseUrl: jira.baseUrl });

    await expectError(agent.request('jira/authorize', { provider: provider!.id }), 'invalidParams', { path: 'passphrase' });
    await expectError(agent.request('jira/authorize', { provider: provider!.id, passphrase: 'something else' }), 'invalidParams', { path: 'passphrase' });
    const { authorization, url } = await agent.request('jira/authorize', { provider: provider!.id, passphrase });
    const completed = agent.request('jira/completeAuthorization', { authorization });
    await new Browser().authorize(url, { user: 'bob' });
    const signedIn = (await completed).provider;
    expect(signedIn).to.deep.include({ id: provider!.id, state: 'connected', origin: 'workspace' });
    expect(signedIn.user?.name).to.equal('bob');
    expect(await askingUser(agent, jira)).to.equal('bob');

    await agent.request('jira/signOut', { provider: provider!.id });
    expect((await authorizeInBrowser(agent, provider!.id, 'carol')).user?.name).to.equal('carol');
  });

  it('is signed in to from an editor with no code for Jira, by questions, one file for the passphrase, and the browser', async () => {
    await using jira = await openJira({ issues: 5 });
    using folder = new TemporaryFolder();
    await share(folder.path, jira);
    const person = new Person()
      .answers(/names the Jira server/, 'Not now')
      .answers(/Which Jira/, /Honest Jira/)
      .answers(/names the Jira server/, /^Approve /)
      .answers(/How do you want to sign in/, 'Approve in the browser')
      .fillsIn(/jira-sign-in/, fields({ passphrase }))
      .visits((url) => new Browser().authorize(url, { user: 'bob' }));
    await using agent = await startAgent({ ...person.atEditor, folders: [folder.path], capabilities: { ...fullCapabilities, experimental: {} } });
    await agent.send('workspace/executeCommand', { command: 'jira.signIn', arguments: [{}] });
    await untilStored(agent.storage, (text) => text.includes('accessToken'));
    person.assertDone();
    expect((await agent.request('jira/providers', {})).providers).to.have.nested.property('[0].state', 'connected');
    expect(agent.everythingWritten).to.not.include(passphrase);
  });

  it('opens its key by an identity of age that the user has, with nothing to type', async () => {
    await using jira = await openJira({ issues: 5 });
    using folder = new TemporaryFolder();
    const { generateX25519Identity, identityToRecipient } = await import('age-encryption');
    const identity = await generateX25519Identity();
    const file = join(folder.path, 'keys.txt');
    writeFileSync(file, `# created: 2026-01-01\n${identity}\n`);
    await share(folder.path, jira, { recipients: [await identityToRecipient(identity)] });
    await using agent = await startAgent({ folders: [folder.path], initializationOptions: { ageIdentities: [file] } });
    const [provider] = await offered(agent);
    await trust(agent, provider!);
    expect((await authorizeInBrowser(agent, provider!.id, 'bob')).state).to.equal('connected');
  });

  it('is followed while it changes, and with the folders that come and go', async () => {
    await using jira = await openJira({ issues: 5 });
    using folder = new TemporaryFolder();
    await using agent = await startAgent({ folders: [folder.path] });
    expect((await agent.request('jira/providers', {})).providers).to.deep.equal([]);
    const text = await share(folder.path, jira);
    const [provider] = (await agent.waitFor('jira/providersChanged', ({ providers }) => providers.length === 1)).providers;
    writeFileSync(join(folder.path, '.jira.json'), text.replace(/"name": "[^"]*"/, '"name": "Another name"'));
    await agent.waitFor('jira/providersChanged', ({ providers }) => providers[0]?.name === 'Another name');
    await agent.notify('workspace/didChangeWorkspaceFolders', { event: { added: [], removed: [toFolder(folder.path)] } });
    await agent.waitFor('jira/providersChanged', ({ providers }) => providers.length === 0);
    await expectError(agent.request('jira/authorize', { provider: provider!.id }), 'unknownProvider');
    await agent.notify('workspace/didChangeWorkspaceFolders', { event: { added: [toFolder(folder.path)], removed: [] } });
    await agent.waitFor('jira/providersChanged', ({ providers }) => providers.length === 1);
    unlinkSync(join(folder.path, '.jira.json'));
    await agent.waitFor('jira/providersChanged', ({ providers }) => providers.length === 0);
  });

  it('is followed in folders that come, also for an editor that declares its folders', async () => {
    await using jira = await openJira({ issues: 5 });
    using folder = new TemporaryFolder();
    await share(folder.path, jira);
    const capabilities = { ...fullCapabilities, workspace: { ...fullCapabilities.workspace, workspaceFolders: true } };
    await using agent = await startAgent({ folders: [], capabilities });
    expect((await agent.request('jira/providers', {})).providers).to.deep.equal([]);
    await agent.notify('workspace/didChangeWorkspaceFolders', { event: { added: [toFolder(folder.path)], removed: [] } });
    await agent.waitFor('jira/providersChanged', ({ providers }) => providers.length === 1);
  });

  it('takes the place of no provider of the user: not by its address, and not by its name', async () => {
    await using jira = await openJira({ issues: 5 });
    await using other = await openJira({ issues: 5 });
    using folder = new TemporaryFolder();
    await share(folder.path, jira);
    await using agent = await startAgent({ folders: [folder.path] });
    const own = await connectByToken(agent, jira);
    expect((await agent.request('jira/providers', {})).providers).to.deep.equal([own]);
    await agent.request('jira/removeProvider', { provider: own.id });
    const elsewhere = await connectByToken(agent, other);
    writeFileSync(join(folder.path, '.jira.json'), JSON.stringify({ version: 1, servers: [{ name: elsewhere.name, baseUrl: jira.baseUrl, authentication: { type: 'token' } }] }));
    const { providers } = await agent.waitFor('jira/providersChanged', (each) => each.providers.some(({ authentication, origin }) => origin === 'workspace' && authentication.type === 'token'));
    expect(providers.map(({ name }) => name)).to.deep.equal([elsewhere.name, `${elsewhere.name} (${new URL(jira.baseUrl).host})`]);
    expect(await askingUser(agent, other), 'the only provider that the user has is meant').to.equal('alice');
  });

  it('asks once more when somebody wants to sign in, and keeps no request waiting for it', async () => {
    await using jira = await openJira({ issues: 5 });
    using folder = new TemporaryFolder();
    await share(folder.path, jira);
    const person = new Person().answers(/names the Jira server/, null).answers(/names the Jira server/, /^Approve /);
    await using agent = await startAgent({ ...person.atEditor, folders: [folder.path] });
    const [provider] = await offered(agent);
    await expectError(agent.request('jira/authorize', { provider: provider!.id, passphrase }), 'notAuthorized');
    await agent.waitFor('jira/providersChanged', ({ providers }) => providers[0]?.approval === 'approved');
    await agent.request('jira/authorize', { provider: provider!.id, passphrase });
    person.assertDone();
  });

  it('is refused for good where the user says so, and what was had of it is forgotten', async () => {
    await using jira = await openJira({ issues: 5 });
    using folder = new TemporaryFolder();
    await share(folder.path, jira);
    await using agent = await startAgent({ folders: [folder.path] });
    const [provider] = await offered(agent);
    await expectError(agent.request('jira/trustWorkspaceProvider', { provider: provider!.id, host: 'jira.example.com' }), 'invalidParams', { path: 'host' });
    await trust(agent, provider!);
    const { authorization, url } = await agent.request('jira/authorize', { provider: provider!.id, passphrase });
    const completed = agent.request('jira/completeAuthorization', { authorization });
    await new Browser().authorize(url, { user: 'bob' });
    await completed;
    const refused = await agent.request('jira/trustWorkspaceProvider', { provider: provider!.id, host: new URL(jira.baseUrl).host, trusted: false });
    expect(refused.provider).to.deep.include({ state: 'needsAuthorization', approval: 'refused', locked: true });
    const before = jira.requests.length;
    await expectError(agent.request('jira/authorize', { provider: provider!.id, passphrase }), 'notAuthorized');
    expect(jira.requests.length).to.equal(before);
    expect(storedCredentials(agent)).to.deep.equal([]);
  });
});

/** Writes the file of a repository, as somebody who set the server up. @returns its text */
async function share(folder: string, jira: Awaited<ReturnType<typeof openJira>>, opening: object = { passphrase }): Promise<string> {
  await using maker = await startAgent();
  const { id } = await configureOAuth(maker, jira);
  const { fileName, text } = await maker.request('jira/workspaceFile', { providers: [id], ...opening });
  writeFileSync(join(folder, fileName), text);
  return text;
}

async function offered(agent: Agent, matches: (provider: Provider) => boolean = () => true): Promise<Provider[]> {
  const { providers } = await agent.request('jira/providers', {});
  return providers.some(matches) ? providers : (await agent.waitFor('jira/providersChanged', (params) => params.providers.some(matches))).providers;
}

async function trust(agent: Agent, { id, baseUrl }: Provider): Promise<void> {
  await agent.request('jira/trustWorkspaceProvider', { provider: id, host: new URL(baseUrl).host });
}

/** What the storage of an agent holds of tokens. */
function storedCredentials({ storage }: Agent): { accessToken?: string; token?: string }[] {
  const { secrets } = JSON.parse(readFileSync(join(storage, 'secrets.json'), 'utf8')) as { secrets: { secret?: string }[] };
  return secrets.flatMap(({ secret = '' }) => (secret.startsWith('{') ? [(JSON.parse(secret) as { authentication?: { accessToken?: string; token?: string } }).authentication ?? {}] : [])).filter(({ accessToken, token }) => accessToken !== undefined || token !== undefined);
}
