/** JSON-RPC input that is malformed, deep, huge or out of order: it is answered or left alone, and the agent lives on. */
import { assert } from 'chai';
import { ErrorCodes } from 'vscode-languageserver/node';
import type { Frame } from '../support/frames.ts';
import { frame, request, startRawAgent, type RawAgent } from '../support/raw-agent.ts';

const secret = 'hunter2-in-the-wrong-place';
const nested = (levels: number): string => '['.repeat(levels) + ']'.repeat(levels);
const notification = (method: string, params?: unknown): Buffer => frame({ jsonrpc: '2.0', method, params });

function errorOf({ error }: Frame): { code: number; message: string; data?: { kind?: string; path?: string } } {
  return error as { code: number; message: string };
}

describe('input that is malformed', () => {
  let agent: RawAgent;

  beforeEach(async () => {
    agent = await startRawAgent();
    await agent.initialize();
  });

  afterEach(() => agent[Symbol.asyncDispose]());

  for (const [what, bytes, id, code] of [
    ['JSON that is cut off', frame(`{"jsonrpc":"2.0","id":1,"method":"jira/configure","params":{"token":"${secret}"`), null, ErrorCodes.ParseError],
    ['JSON with a comma too many', frame(`{"jsonrpc":"2.0","id":1,"params":{"password":"${secret}",}}`), null, ErrorCodes.ParseError],
    ['an empty message', frame(''), null, ErrorCodes.ParseError],
    ['bytes that are no UTF-8', frame(Buffer.from(`{"jsonrpc":"2.0","id":1,"method":"jira/probe","params":{"a":"\xff${secret}"}}`, 'latin1')), null, ErrorCodes.ParseError],
    ['a batch', frame([{ jsonrpc: '2.0', id: 1, method: 'jira/providers', params: { token: secret } }]), null, ErrorCodes.InvalidRequest],
    ['an empty batch', frame('[]'), null, ErrorCodes.InvalidRequest],
    ['a number', frame('5'), null, ErrorCodes.InvalidRequest],
    ['null', frame('null'), null, ErrorCodes.InvalidRequest],
    ['a string', frame(JSON.stringify(secret)), null, ErrorCodes.InvalidRequest],
    ['an object without a method', frame({ jsonrpc: '2.0', id: 1, params: { token: secret } }), null, ErrorCodes.InvalidRequest],
    ['a request with null for its id', frame({ jsonrpc: '2.0', id: null, method: 'jira/providers', params: { token: secret } }), null, ErrorCodes.InvalidRequest],
    ['a request with an object for its id', frame({ jsonrpc: '2.0', id: { secret }, method: 'jira/providers' }), null, ErrorCodes.InvalidRequest],
    ['a request with an infinite id', frame('{"jsonrpc":"2.0","id":1e999,"method":"jira/providers"}'), null, ErrorCodes.InvalidRequest],
    ['a request with an id that a double cannot hold', frame('{"jsonrpc":"2.0","id":9007199254740993,"method":"jira/providers"}'), null, ErrorCodes.InvalidRequest],
    ['a request whose method is a number', frame({ jsonrpc: '2.0', id: 1, method: 7, params: { token: secret } }), 1, ErrorCodes.InvalidRequest],
    ['a request of another version', frame({ jsonrpc: '1.0', id: 'a', method: 'jira/providers', params: { token: secret } }), 'a', ErrorCodes.InvalidRequest],
    ['params that are a string', frame({ jsonrpc: '2.0', id: 1, method: 'jira/configure', params: secret }), 1, ErrorCodes.InvalidParams],
    ['params by position', frame({ jsonrpc: '2.0', id: 1, method: 'jira/configure', params: [secret, secret] }), 1, ErrorCodes.InvalidParams],
    ['standard LSP without params', frame({ jsonrpc: '2.0', id: 1, method: 'textDocument/hover' }), 1, ErrorCodes.InvalidParams],
    ['standard LSP with params by position', frame({ jsonrpc: '2.0', id: 1, method: 'textDocument/hover', params: [1, 2] }), 1, ErrorCodes.InvalidParams],
    ['params that are nested 100,000 levels deep', frame(`{"jsonrpc":"2.0","id":1,"method":"jira/issues","params":{"jql":${nested(100_000)}}}`), 1, ErrorCodes.InvalidParams],
    ['a method that nobody has', request(1, 'jira/noSuch', { token: secret }), 1, ErrorCodes.MethodNotFound],
    ['a protocol method that nobody has', request(1, '$/noSuch', { token: secret }), 1, ErrorCodes.MethodNotFound],
  ] as const) {
    it(`${what}: is answered with ${code}, and the next request with its result`, async () => {
      agent.send(bytes);
      const answer = await agent.frameThat((each) => each.error !== undefined);
      assert.deepEqual([answer.id, errorOf(answer).code], [id, code]);
      await agent.assertAlive();
      assert.lengthOf(agent.frames, 2, 'the answer to initialize, and this one');
      assert.notInclude(agent.everythingWritten, secret);
    });
  }

  for (const [what, bytes] of [
    ['a response to a request that was never sent', frame({ jsonrpc: '2.0', id: 4711, result: { token: secret } })],
    ['an error for a request that was never sent', frame({ jsonrpc: '2.0', id: 'x', error: { code: 1, message: secret } })],
    ['an error without an id', frame({ jsonrpc: '2.0', id: null, error: { code: 1, message: secret } })],
    ['a cancellation of an unknown request', notification('$/cancelRequest', { id: 4711 })],
    ['a cancellation without params', notification('$/cancelRequest')],
    ['a cancellation of null', notification('$/cancelRequest', { id: null })],
    ['a cancellation with a string for params', notification('$/cancelRequest', secret)],
    ['progress for an unknown token', notification('$/progress', { token: secret, value: {} })],
    ['a notification that nobody knows', notification('jira/noSuch', { token: secret })],
    ['a request of ours sent as a notification', notification('jira/configure', { token: secret })],
    ['a notification with a number for params', notification('workspace/didChangeConfiguration', 5)],
    ['the header of an empty stream', Buffer.from('\r\n')],
  ] as const) {
    it(`${what}: is left alone`, async () => {
      agent.send(bytes);
      await agent.assertAlive();
      assert.lengthOf(agent.frames.filter(({ id, method }) => id !== 'initialize' && method !== undefined), 0);
      assert.notInclude(agent.everythingWritten, secret);
    });
  }

  for (const [what, text] of [
    ['a line before a header', `debug: ${secret}\r\n`],
    ['half a line before a header', secret],
    ['a request of HTTP', `GET /?${secret} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n`],
    ['a POST of a web page', `POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: text/plain\r\n\r\n{"token":"${secret}"}`],
    ['a header without a length', `Content-Type: ${secret}\r\n\r\n`],
    ['a length that is no number', `Content-Length: ${secret}\r\n\r\n{}`],
    ['a length below zero', 'Content-Length: -5\r\n\r\n{}'],
    ['an empty header', '\r\n\r\n'],
    ['a length that is too small', `Content-Length: 3\r\n\r\n{"token":"${secret}"}`],
    ['a kilobyte of zeros', '\0'.repeat(1024)],
    ['ten megabytes with no end of a header', 'x'.repeat(10_000_000)],
  ] as const) {
    it(`${what}: is told, and the next request is answered`, async () => {
      agent.send(Buffer.from(text));
      await agent.assertAlive();
      const answers = agent.frames.filter(({ id, error }) => id === null && error !== undefined);
      assert.isAtLeast(answers.length, 1);
      for (const answer of answers) assert.strictEqual(errorOf(answer).code, ErrorCodes.ParseError);
      assert.notInclude(agent.everythingWritten, secret);
    });
  }

  for (const length of ['67108865', '99999999999', '9'.repeat(400)]) {
    it(`a length of ${length.slice(0, 12)}${length.length > 12 ? '…' : ''}: is told, and the agent ends, for nothing after it can be understood`, async () => {
      agent.send(Buffer.from(`Content-Length: ${length}\r\n\r\n{`), request(1, 'jira/providers'));
      assert.deepEqual(await agent.ended, { code: 1, signal: null });
      assert.match(agent.stderr, /^A message of \S+ bytes was announced; 67108864 are the most that one may have\.\n$/);
      assert.strictEqual(errorOf(agent.frames.at(-1)!).code, ErrorCodes.ParseError);
    });
  }
});

describe('input that is huge', () => {
  it('a message of 50 MB is taken', async () => {
    await using agent = await startRawAgent();
    await agent.initialize();
    agent.send(request(1, 'jira/probe', { baseUrl: 'x'.repeat(50_000_000) }));
    const { code, data } = errorOf(await agent.answerTo(1));
    assert.deepEqual([code, data?.path], [ErrorCodes.InvalidParams, 'baseUrl']);
    await agent.assertAlive();
    assert.isBelow(agent.everythingWritten.length, 10_000);
  });

  it('a message of a million members is taken', async () => {
    await using agent = await startRawAgent();
    await agent.initialize();
    agent.send(request(1, 'jira/issues', { fields: Array.from({ length: 1_000_000 }, (_, index) => `field${index}`) }));
    assert.strictEqual(errorOf(await agent.answerTo(1)).data?.path, 'fields');
    await agent.assertAlive();
  });

  it('a method of a megabyte is refused without being quoted', async () => {
    await using agent = await startRawAgent();
    await agent.initialize();
    agent.send(request(1, 'x'.repeat(1_000_000)));
    const { code, message } = errorOf(await agent.answerTo(1));
    assert.strictEqual(code, ErrorCodes.MethodNotFound);
    assert.isBelow(message.length, 200);
  });

  it('a thousand requests in one piece are answered, each once', async () => {
    await using agent = await startRawAgent();
    await agent.initialize();
    const ids = Array.from({ length: 1000 }, (_, index) => index);
    agent.send(Buffer.concat(ids.map((id) => request(id, 'jira/providers', {}))));
    await Promise.all(ids.map((id) => agent.answerTo(id)));
    await agent.assertAlive();
    const answered = agent.frames.map(({ id }) => id).filter((id) => typeof id === 'number');
    assert.sameMembers(answered, ids);
  });
});

describe('input that is out of order', () => {
  it('requests before initialize are refused, and initialize after them is answered', async () => {
    await using agent = await startRawAgent();
    agent.send(request(1, 'jira/providers', {}), request(2, 'shutdown'), request(3, 'textDocument/hover', {}), notification('initialized', {}));
    for (const id of [1, 2, 3]) assert.strictEqual(errorOf(await agent.answerTo(id)).code, ErrorCodes.ServerNotInitialized);
    await agent.initialize();
    await agent.assertAlive();
  });

  for (const params of [undefined, null, 5, [], {}, { capabilities: null }, { capabilities: 5 }, { capabilities: { window: 1, experimental: 'x' } }, { processId: 'x', capabilities: {}, trace: 7, initializationOptions: nested(5) }]) {
    it(`initialize with ${JSON.stringify(params)} is answered, and the right one after it too`, async () => {
      await using agent = await startRawAgent();
      agent.send(request(1, 'initialize', params));
      const { error, result } = await agent.answerTo(1);
      if (error !== undefined) {
        assert.strictEqual((error as { code: number }).code, ErrorCodes.InvalidParams);
        await agent.initialize();
      } else {
        assert.isObject((result as { capabilities: object }).capabilities);
      }
      await agent.assertAlive();
    });
  }

  it('two requests of one id are answered, and the connection lives on', async () => {
    await using agent = await startRawAgent();
    await agent.initialize();
    agent.send(request(7, 'jira/providers', {}), request(7, 'jira/providers', {}));
    assert.deepEqual((await agent.answerTo(7)).result, { providers: [] });
    await agent.assertAlive();
  });

  it('a request that is cancelled before it was sent is answered once', async () => {
    await using agent = await startRawAgent();
    await agent.initialize();
    agent.send(notification('$/cancelRequest', { id: 7 }), request(7, 'jira/providers', {}));
    await agent.answerTo(7);
    await agent.assertAlive();
    assert.lengthOf(agent.frames.filter(({ id }) => id === 7), 1);
  });

  it('a stream that ends within a message ends the agent', async () => {
    await using agent = await startRawAgent();
    await agent.initialize();
    agent.send(request(1, 'jira/providers', {}).subarray(0, 40));
    agent.process.stdin.end();
    assert.deepEqual(await agent.ended, { code: 1, signal: null });
    assert.strictEqual(agent.stderr, '');
  });

  it('a client that closes its ears ends the agent', async () => {
    await using agent = await startRawAgent();
    await agent.initialize();
    agent.process.stdout.destroy();
    for (let id = 0; id < 3; id += 1) agent.send(request(id, 'no/such'));
    assert.strictEqual((await agent.ended).code, 1);
    assert.strictEqual(agent.stderr, '');
  });
});
