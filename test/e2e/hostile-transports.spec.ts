/** The other transports are as careful as stdio, and bugs of our own neither end the agent nor quote what they met. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assert } from 'chai';
import { agentFile, agentNode, startAgent } from '../support/agent.ts';
import { agentEnvironment } from '../support/environment.ts';
import { frame, request } from '../support/raw-agent.ts';

const initialize = { processId: process.pid, rootUri: null, capabilities: {} };
const wrong = { jsonrpc: '2.0', id: null, method: 'jira/configure', params: { token: 'in-a-wrong-message' } };

describe('a transport', () => {
  let home: string;

  beforeEach(async () => {
    home = await mkdtemp(join(tmpdir(), 'jira-transport-'));
  });

  afterEach(() => rm(home, { recursive: true }));

  const start = (...args: string[]) => spawn(agentNode, [agentFile, '--storage', join(home, 'storage'), ...args], { env: agentEnvironment(home), stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });

  for (const [name, argument] of [
    ['a TCP port', () => ['--socket=PORT']],
    ['a TCP port as two arguments', () => ['--socket', 'PORT']],
    ['a Unix socket', (socket: string) => [`--pipe=${socket}`]],
  ] as const) {
    it(`over ${name}: answers what is right and what is wrong, and ends with it`, async () => {
      const socketFile = join(home, 'agent.sock');
      const byFile = argument(socketFile)[0]!.includes('--pipe');
      const server = createServer();
      server.listen(byFile ? { path: socketFile } : { port: 0, host: '127.0.0.1' });
      await once(server, 'listening');
      const port = byFile ? '' : String((server.address() as AddressInfo).port);
      const agent = start(...argument(socketFile).map((each) => each.replace('PORT', port)));
      const [client] = (await once(server, 'connection')) as [Socket];
      let received = '';
      client.on('data', (chunk: Buffer) => (received += chunk.toString()));
      client.write(Buffer.concat([request(1, 'initialize', initialize), frame(wrong), Buffer.from('noise\r\n'), request(2, 'no/such'), request(3, 'jira/providers')]));
      while (!received.includes('"providers":[]')) await once(client, 'data');
      assert.include(received, '"id":1,"result"');
      assert.include(received, '"id":null,"error":{"code":-32600');
      assert.include(received, '"id":null,"error":{"code":-32700');
      assert.notInclude(received, wrong.params.token);
      client.end();
      assert.deepEqual(await once(agent, 'exit'), [1, null]);
      server.close();
    });
  }

  it('over the IPC of Node.js: answers what is right and what is wrong, and ends with it', async () => {
    const agent = start('--node-ipc');
    const received: string[] = [];
    agent.on('message', (message) => received.push(JSON.stringify(message)));
    for (const message of [{ jsonrpc: '2.0', id: 1, method: 'initialize', params: initialize }, wrong, [wrong], { jsonrpc: '2.0', id: 2, method: 'jira/providers' }]) agent.send(message);
    while (!received.some((message) => message.includes('"providers":[]'))) await once(agent, 'message');
    assert.lengthOf(received.filter((message) => message.includes('"code":-32600')), 2);
    assert.notInclude(received.join(), wrong.params.token);
    agent.disconnect();
    assert.deepEqual(await once(agent, 'exit'), [1, null]);
  });

  it('that nobody listens at is told, and ends the agent', async () => {
    for (const argument of [`--pipe=${join(home, 'nobody.sock')}`, '--socket=1']) {
      const agent = start(argument);
      let stderr = '';
      agent.stderr!.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
      assert.deepEqual(await once(agent, 'close'), [1, null]);
      assert.match(stderr, /^The connection to \S+( \d+)? failed \((ENOENT|ECONNREFUSED)\)\.\n$/);
    }
  });

  it('that makes no sense is a mistake of the command line', async () => {
    for (const port of ['0', '65536', 'x', '']) {
      const agent = start(`--socket=${port}`);
      assert.deepEqual(await once(agent, 'close'), [2, null]);
    }
  });
});

describe('a bug of our own', () => {
  it('that nobody caught is told by its place, without its text, and the agent lives on', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'jira-bug-'));
    try {
      const bug = join(folder, 'bug.cjs');
      const text = 'Bearer not-for-any-eyes\\n    at not-for-any-eyes (file.js:1:1)';
      await writeFile(bug, `
        process.on('SIGUSR2', () => {
          Promise.reject(Object.assign(new TypeError("${text}"), { headers: { authorization: 'not-for-any-eyes' } }));
          setImmediate(() => { throw 'not-for-any-eyes'; });
          console.log('not for stdout');
          throw new RangeError("${text}");
        });`);
      await using agent = await startAgent({ execArgv: ['--require', bug] });
      agent.process.kill('SIGUSR2');
      while (['RangeError', 'TypeError', 'string'].some((name) => !agent.stderr.includes(`A bug of the agent: ${name}\n`))) await once(agent.process.stderr, 'data');
      assert.deepEqual(await agent.request('jira/providers', {}), { providers: [] });
      assert.match(agent.stderr, /^ {4}at .*bug\.cjs:\d+:\d+\)$/m);
      assert.include(agent.stderr, 'not for stdout');
      assert.notInclude(agent.everythingWritten, 'not-for-any-eyes');
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
