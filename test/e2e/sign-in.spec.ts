/** Signing in at an editor with no code for Jira: what the user is asked, and when, and what becomes of secrets. */
import { assert } from 'chai';
import { existsSync } from 'node:fs';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { Browser } from '../jira/browser.ts';
import { type Agent, startAgent } from '../support/agent.ts';
import { configureOAuth, connectByToken, type DisposableJira, openJira } from '../support/jira.ts';
import { fields, Person } from '../support/person.ts';
import { isForSecrets } from '../support/secrets.ts';
import { filesBelow, readIfThere } from '../support/stored-files.ts';

const signIn = (agent: Agent, command = 'jira.signIn', args: object = {}) => agent.send('workspace/executeCommand', { command, arguments: [args] });

/** Everything in the storage folder, but for the store of secrets, which is for them. */
function filesOf({ storage }: Agent): string {
  return filesBelow(storage).filter((file) => !isForSecrets(file)).map((file) => readIfThere(file)).join('\n');
}

describe('signing in with no code for Jira', () => {
  let jira: DisposableJira;

  before(async () => {
    jira = await openJira();
  });

  after(() => jira[Symbol.asyncDispose]());

  it('goes from no provider to an issue by questions and one file with address and token', async () => {
    const token = jira.createToken('alice', { name: 'editor' });
    const person = new Person().answers(/not signed in to Jira yet/, 'Sign in').fillsIn(/jira-sign-in/, fields({ address: `${jira.baseUrl}/browse/ABC-1`, token }));
    await using agent = await startAgent(person.atEditor);
    const result = await agent.send('workspace/executeCommand', { command: 'jira.showIssue', arguments: ['ABC-1'] });
    person.assertDone();
    assert.match(await readFile(new URL((result as { uri: string }).uri), 'utf8'), /^# ABC-1: /);
    assert.match(agent.editor.shownMessages.map(({ message }) => message).join('\n'), /You are signed in to Honest Jira as Alice Archer\./);
    const [{ path } = { path: '' }] = person.filledIn;
    assert.strictEqual((await stat(path)).mode & 0o777, 0o600);
    assert.match(await readFile(path, 'utf8'), /You are signed in/);
    assert.notInclude(filesOf(agent), token);
    assert.notInclude(agent.everythingWritten, token);
    await agent.shutdown();
    assert.isFalse(existsSync(path));
  });

  it('sends nothing that was pasted in the wrong place', async () => {
    const token = jira.createToken('alice', { name: 'editor' });
    const person = new Person().fillsIn(/jira-sign-in/, (text) => text.replace(/^address:.*$/m, `address: ${jira.baseUrl}\n${token}`));
    await using agent = await startAgent(person.atEditor);
    assert.isNull(await signIn(agent));
    assert.match(person.asked[0]?.message ?? '', /How do you want to sign in/);
    assert.notInclude(jira.requests.map(({ path }) => decodeURIComponent(path)).join('\n'), token);
    assert.notInclude(agent.everythingWritten, token);
  });

  it('opens the page where a token is made, and lets the user mend what was pasted', async () => {
    const token = jira.createToken('alice', { name: 'editor' });
    const person = new Person().answers(/How do you want to sign in/, 'Personal access token').fillsIn(/jira-sign-in/, fields({ token: 'mistyped' }));
    await using agent = await startAgent({
      ...person.atEditor,
      initializationOptions: { servers: [jira.baseUrl] },
    });
    agent.editor.onNotification('window/showMessage', (params) => {
      const [{ path } = { path: '' }] = person.filledIn;
      if ((params as { type: number }).type === 1) void readFile(path, 'utf8').then((text) => writeFile(path, fields({ token })(text)));
    });
    person.answers(/Which Jira/, jira.baseUrl);
    await signIn(agent);
    person.assertDone();
    assert.match(person.visited[0] ?? '', /ViewProfile\.jspa/);
    assert.strictEqual((await agent.request('jira/providers', {})).providers[0]?.state, 'connected');
    assert.notInclude(filesOf(agent), 'mistyped');
  });

  it('goes by OAuth from the key pair to the approval in the browser', async () => {
    const person = new Person()
      .answers(/How do you want to sign in/, /^OAuth/)
      .answers(/needs an application link/, /administrator needs/)
      .answers(/approve the access/, 'Approve in the browser')
      .visits((url) => new Browser().authorize(url, { user: 'alice' }));
    let page = '';
    const { showDocument } = person.atEditor;
    await using agent = await startAgent({
      ...person.atEditor,
      showDocument: async (params) => {
        if (!params.uri.endsWith('application-link.md')) return showDocument!(params);
        page = await readFile(new URL(params.uri), 'utf8');
        const [, consumerKey = ''] = /Consumer Key: `(.+)`/.exec(page) ?? [];
        jira.createApplicationLink({ consumerKey, publicKey: /-----BEGIN[^`]*-----END PUBLIC KEY-----/.exec(page)![0], name: 'Jira Language Server' });
        return true;
      },
    });
    await signIn(agent, 'jira.addServer', { baseUrl: jira.baseUrl });
    person.assertDone();
    assert.match(page, /## Steps\n\n1\. /);
    const { providers } = await agent.request('jira/providers', {});
    assert.deepInclude(providers[0], { state: 'connected', baseUrl: jira.baseUrl });
    assert.strictEqual(providers[0]?.user?.name, 'alice');
  });

  it('takes the code of a browser that is elsewhere', async () => {
    const person = new Person();
    await using agent = await startAgent(person.atEditor);
    await configureOAuth(agent, jira);
    const code = new Promise<string>((resolve) => {
      person.visits((url) => new Browser().authorize(url, { user: 'alice' }).then(({ verifier = '' }) => resolve(verifier)));
    });
    person.answers(/not signed in to Honest Jira/, 'Sign in').answers(/How do you want/, /type a code/);
    person.fillsIn(/jira-sign-in/, async (text) => fields({ code: await code })(text));
    await agent.send('workspace/executeCommand', { command: 'jira.watch', arguments: ['ABC-1'] });
    person.assertDone();
    assert.strictEqual((await agent.request('jira/providers', {})).providers[0]?.user?.name, 'alice');
  });

  it('asks no question before the first use, one then, and none after “Never”, in no window', async () => {
    const person = new Person().answers(/not signed in/, 'Never');
    await using agent = await startAgent(person.atEditor);
    assert.deepEqual(await agent.request('jira/providers', {}), { providers: [] });
    assert.lengthOf(person.asked, 0);
    const use = (one: Agent) => one.send('workspace/executeCommand', { command: 'jira.assignToMe', arguments: ['ABC-1'] }).catch((error: Error) => error.message);
    assert.match((await use(agent)) as string, /No Jira is configured/);
    assert.match((await use(agent)) as string, /No Jira is configured/);
    await using window = await startAgent({ ...person.atEditor, storage: agent.storage });
    await use(window);
    assert.lengthOf(person.asked, 1);
  });

  it('is offered by a hover over what looks like a key, once, and leads to a hover that tells', async () => {
    const token = jira.createToken('alice', { name: 'editor' });
    const person = new Person().answers(/not signed in to Jira yet/, 'Sign in').fillsIn(/jira-sign-in/, fields({ address: jira.baseUrl, token }));
    await using agent = await startAgent(person.atEditor);
    const uri = 'file:///work/notes.md';
    await agent.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'markdown', version: 1, text: 'UTF-8, ABC-1' } });
    const hover = (character: number) => agent.send('textDocument/hover', { textDocument: { uri }, position: { line: 0, character } }) as Promise<{ contents: { value: string } } | null>;
    assert.isNull(await hover(2));
    assert.lengthOf(person.asked, 0);
    const signedIn = new Promise<void>((resolve) => {
      agent.editor.onNotification('window/showMessage', (params) => /You are signed in/.test((params as { message: string }).message) && resolve());
    });
    assert.isNull(await hover(9));
    await signedIn;
    person.assertDone();
    // The projects are read in the background by then, and a hover waits for them.
    assert.include((await hover(9))?.contents.value, 'ABC-1');
  });

  it('is offered by a hover for which Jira takes the credentials no more', async () => {
    const old = jira.createToken('alice', { name: 'old' });
    let hear: (message: string) => void = () => undefined;
    const asked = new Promise<string>((resolve) => (hear = resolve));
    await using agent = await startAgent({
      showMessageRequest: ({ message }) => {
        hear(message);
        return null;
      },
    });
    await agent.request('jira/configure', { baseUrl: jira.baseUrl, authentication: { type: 'token', token: old } });
    const uri = 'file:///work/notes.md';
    const hover = () => agent.send('textDocument/hover', { textDocument: { uri }, position: { line: 0, character: 2 } });
    await agent.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'markdown', version: 1, text: 'ABC-1 and ABC-2' } });
    await hover();
    jira.revokeToken(old);
    await agent.notify('textDocument/didChange', { textDocument: { uri, version: 2 }, contentChanges: [{ text: 'ABC-3' }] });
    await hover();
    assert.match(await asked, /does not accept your credentials/);
  });

  it('asks again for what has expired, and does then what was wanted', async () => {
    const old = jira.createToken('alice', { name: 'old' });
    const person = new Person();
    await using agent = await startAgent(person.atEditor);
    await agent.request('jira/configure', { baseUrl: jira.baseUrl, authentication: { type: 'token', token: old } });
    jira.revokeToken(old);
    person.answers(/does not accept your credentials|have expired/, 'Sign in').answers(/How do you want/, 'Personal access token');
    person.fillsIn(/jira-sign-in/, fields({ token: jira.createToken('alice', { name: 'new' }) }));
    const result = (await agent.send('workspace/executeCommand', { command: 'jira.watch', arguments: ['ABC-1'] })) as { watching: boolean };
    person.assertDone();
    assert.isTrue(result.watching);
  });

  it('leaves no form behind, however the agent ends', async () => {
    const person = new Person();
    const opened = new Promise<void>((resolve) => {
      person.fillsIn(/jira-sign-in/, () => {
        resolve();
        return undefined;
      });
    });
    await using agent = await startAgent(person.atEditor);
    const run = signIn(agent).catch(() => undefined);
    await opened;
    const [{ path } = { path: '' }] = person.filledIn;
    assert.isTrue(existsSync(path));
    await agent.kill();
    await run;
    assert.isTrue(existsSync(path), 'Nobody can tidy up who was killed.');
    await using next = await startAgent({ storage: agent.storage });
    await connectByToken(next, jira);
    await next.send('workspace/executeCommand', { command: 'jira.openIssue', arguments: ['ABC-1'] });
    await next.shutdown();
    assert.isFalse(existsSync(path));
  });
});
