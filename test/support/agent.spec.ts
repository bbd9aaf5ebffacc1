/** The agent's driver must notice what it is there to notice. */
import { assert } from 'chai';
import { existsSync } from 'node:fs';
import { ErrorCodes } from 'vscode-languageserver/node';
import { expectCode, startAgent } from './agent.ts';
import { parseFrames } from './frames.ts';
import { checkNotification, checkResult } from './validation.ts';
import { exampleProvider } from '../../protocol/examples.ts';

describe('test support', () => {
  it('starts, initialises and ends the built agent, and leaves nothing behind', async () => {
    const agent = await startAgent({ capabilities: {} });
    assert.strictEqual(agent.initializeResult?.serverInfo?.name, 'jira-language-server');
    await expectCode(agent.send('jira/nothing', {}), ErrorCodes.MethodNotFound);
    assert.deepEqual(await agent.shutdown(), { code: 0, signal: null });
    await agent[Symbol.asyncDispose]();
    assert(!existsSync(agent.home));
  });

  it('tells where the agent ended by itself', async () => {
    const agent = await startAgent();
    agent.process.kill('SIGKILL');
    assert.match(await failureOf(agent.send('jira/providers', {})), /ended before it answered/);
    assert.match(await failureOf(agent[Symbol.asyncDispose]()), /ended by itself/);
  });

  it('takes a frame, and nothing else, for a frame', () => {
    const body = '{"jsonrpc":"2.0","method":"é"}';
    const frame = `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
    assert.strictEqual(parseFrames(Buffer.from(frame + frame)).length, 2);
    for (const wrong of [`debug\n${frame}`, `${frame}debug\n`, frame.slice(0, -1), frame.replace('2.0', '1.0')]) {
      assert.throws(() => parseFrames(Buffer.from(wrong)));
    }
  });

  it('refuses a member that the protocol does not know, at any depth', () => {
    const user = { name: 'mia', displayName: 'Mia' };
    checkResult('jira/providers', { providers: [{ ...exampleProvider, user }] });
    assert.throws(() => checkResult('jira/providers', { providers: [], more: 1 }));
    assert.throws(() => checkNotification('jira/providersChanged', { providers: [{ ...exampleProvider, user: { ...user, age: 1 } }] }));
    assert.throws(() => checkNotification('jira/providersChanged', { providers: [{ ...exampleProvider, state: 'fine' }] }));
  });
});

/** The message that a promise is rejected with; empty where it is not. */
function failureOf(promise: PromiseLike<unknown>): PromiseLike<string> {
  return promise.then(() => '', (error: Error) => error.message);
}
