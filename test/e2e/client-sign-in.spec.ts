/** A client that has the user sign in by its own user interface: it is asked, in one window, and nothing else is shown. */
import { assert } from 'chai';
import { type Agent, type AgentOptions, expectError, startAgent } from '../support/agent.ts';
import { fullCapabilities } from '../support/fake-editor.ts';
import { connectByToken, openJira } from '../support/jira.ts';
import { TemporaryFolder } from '../support/temporary-folder.ts';
import { OpenDocument } from '../support/text-document.ts';

const experimental = { jira: { ...(fullCapabilities.experimental as { jira: object }).jira, signIn: true } };
const own: AgentOptions = { capabilities: { ...fullCapabilities, experimental } };

const assignToMe = (agent: Agent): Promise<unknown> => agent.send('workspace/executeCommand', { command: 'jira.assignToMe', arguments: [{ key: 'ABC-2' }] });

describe('a client that signs in itself', () => {
  it('is told of refused credentials, once, instead of a warning', async () => {
    await using jira = await openJira();
    await using agent = await startAgent(own);
    const token = jira.createToken('alice', { name: 'editor' });
    const { provider } = await agent.request('jira/configure', { baseUrl: jira.baseUrl, authentication: { type: 'token', token } });
    jira.revokeToken(token);
    await expectError(agent.request('jira/issues', {}), 'credentialsRejected');
    await expectError(agent.request('jira/issues', {}), 'credentialsRejected');
    assert.deepEqual(agent.editor.signInOffers.map(({ reason, provider: whose }) => [reason, whose]), [['credentialsRejected', provider.id]]);
    assert.include(agent.editor.signInOffers[0]!.message, provider.name);
    assert.isEmpty(agent.editor.shownMessages);
  });

  it('is told of a token that ends soon', async () => {
    await using jira = await openJira({ profile: '10.3' });
    using storage = new TemporaryFolder();
    await using first = await startAgent({ storage: storage.path });
    const token = jira.createToken('alice', { name: 'editor', expiresInSeconds: 3 * 86_400 });
    const { provider } = await first.request('jira/configure', { baseUrl: jira.baseUrl, authentication: { type: 'token', token } });
    assert.isString(provider.authentication.expiresAt);
    const offered = whenOffered('notNow' as const);
    await using second = await startAgent({ ...own, storage: storage.path, offerSignIn: offered.answer });
    await second.request('jira/providers', {});
    await offered.asked;
    assert.deepEqual(second.editor.signInOffers.map(({ reason, provider: whose }) => [reason, whose]), [['credentialsEndSoon', provider.id]]);
    assert.isEmpty(second.editor.shownMessages);
  });

  it('has a command go on once the user signed in', async () => {
    await using jira = await openJira();
    await using agent = await startAgent({
      ...own,
      offerSignIn: async () => {
        await connectByToken(agent, jira);
        return 'signedIn' as const;
      },
    });
    const result = await assignToMe(agent);
    assert.isNotNull(result);
    assert.strictEqual(jira.issue('ABC-2').assignee, 'alice');
    assert.deepEqual(agent.editor.signInOffers.map(({ reason }) => reason), ['noProvider']);
  });

  it('is asked in one window alone, while nobody has answered there', async () => {
    using storage = new TemporaryFolder();
    let answer: (value: 'never') => void = () => undefined;
    const offered = whenOffered(new Promise<'never'>((resolve) => (answer = resolve)));
    await using first = await startAgent({ ...own, storage: storage.path, offerSignIn: offered.answer });
    await using second = await startAgent({ ...own, storage: storage.path });
    for (const agent of [first, second]) {
      const document = await OpenDocument.open(agent, 'See ABC-1.');
      await document.hover(0, 5);
      if (agent === first) await offered.asked;
    }
    await second.request('jira/providers', {});
    assert.lengthOf(first.editor.signInOffers, 1);
    assert.isEmpty(second.editor.signInOffers);
    answer('never');
    await expectError(assignToMe(second), 'unknownProvider');
  });

  it('that fails to answer is no error', async () => {
    await using agent = await startAgent({ ...own, offerSignIn: () => Promise.reject(new Error('no user interface')) });
    await expectError(assignToMe(agent), 'unknownProvider');
  });
});

/** An answer, and a promise that is kept when it is asked for. */
function whenOffered<A>(given: A): { answer: () => A; asked: Promise<void> } {
  let tell = (): void => undefined;
  const asked = new Promise<void>((resolve) => (tell = resolve));
  return { asked, answer: () => (tell(), given) };
}
