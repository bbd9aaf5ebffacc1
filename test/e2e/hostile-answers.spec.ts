/** A Jira that answers without end, too much, too deep or too slowly: an error within bounds, and the agent lives on. */
import { EventEmitter, once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { assert } from 'chai';
import { CancellationTokenSource } from 'vscode-jsonrpc';
import { LSPErrorCodes } from 'vscode-languageserver/node';
import { type Agent, expectCode, expectError, startAgent } from '../support/agent.ts';
import { type Attack, connect, hostileIssue, type HostileServer, sendJson, startHostileJira } from '../support/hostile-jira.ts';
import { memoryOf } from '../support/memory.ts';

const json = { 'content-type': 'application/json;charset=UTF-8', 'x-arequestid': '1x2x3', 'x-ausername': 'mia' };
const mebibyte = 1024 * 1024;

/** Writes a piece again and again, as fast as it is read. */
function pour(response: ServerResponse, head: string, piece: Buffer, times: number): void {
  response.writeHead(200, json);
  response.write(head);
  let left = times;
  const more = (): void => {
    for (let taken = true; taken && left > 0 && !response.destroyed; left -= 1) taken = response.write(piece);
    if (left === 0) response.end();
  };
  response.on('drain', more);
  more();
}

const piece = (text: string): Buffer => Buffer.from(text.repeat(mebibyte / text.length));
const gigabyte = 1024;

/** Compressed, a gigabyte of zeros is a megabyte; over and over, it is some bytes. */
function bomb(times: number, compress: (data: Buffer) => Buffer): Buffer {
  let data: Buffer = Buffer.alloc(100 * mebibyte, ' ');
  for (let time = 0; time < times; time += 1) data = compress(data);
  return data;
}

const brotli = (data: Buffer): Buffer => brotliCompressSync(data, { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } });

describe('an answer', () => {
  let jira: HostileServer;
  let agent: Agent;
  let attack: Attack = () => false;

  beforeEach(async () => {
    jira = await startHostileJira((request, response) => (request.url!.startsWith('/rest/api/2/search') ? attack(request, response) : false));
    agent = await startAgent();
    await connect(agent, jira);
  });

  afterEach(async () => {
    await agent[Symbol.asyncDispose]();
    await jira[Symbol.asyncDispose]();
  });

  const searched = () => agent.request('jira/issues', { jql: 'order by key', limit: 50 });

  for (const [what, answer, expected] of [
    ['without end', (response: ServerResponse) => pour(response, '{"issues":[', piece(' '), Infinity), /longer than 64 MiB/],
    ['of a gigabyte, announced', (response: ServerResponse) => void response.writeHead(200, { ...json, 'content-length': String(gigabyte * mebibyte) }).write('{"issues":['), /longer than 64 MiB/],
    ['of a gigabyte, compressed by gzip', (response: ServerResponse) => void response.writeHead(200, { ...json, 'content-encoding': 'gzip' }).end(bomb(1, gzipSync)), /longer than 64 MiB/],
    ['of a gigabyte, compressed by Brotli', (response: ServerResponse) => void response.writeHead(200, { ...json, 'content-encoding': 'br' }).end(bomb(1, brotli)), /longer than 64 MiB/],
    ['compressed twice over', (response: ServerResponse) => void response.writeHead(200, { ...json, 'content-encoding': 'gzip, gzip' }).end(bomb(2, gzipSync)), /longer than 64 MiB/],
    ['of 60 MB of empty lists', (response: ServerResponse) => pour(response, '{"issues":[[]', piece(',[]'), 60), /more parts than can be read/],
    ['of 60 MB of empty objects', (response: ServerResponse) => pour(response, '{"issues":[{}', piece(',{}'), 60), /more parts than can be read/],
    ['of 60 MB of zeros', (response: ServerResponse) => pour(response, '{"issues":[0', piece(',0'), 60), /more parts than can be read/],
    ['nested 30 million levels deep', (response: ServerResponse) => pour(response, '{"issues":', piece('['), 30), /more parts than can be read/],
    ['nested 100,000 levels deep', (response: ServerResponse) => void response.writeHead(200, json).end(`{"issues":[${'['.repeat(100_000)}${']'.repeat(100_000)}],"total":1}`), /an issue without a key/],
    ['of 60 MB of text', (response: ServerResponse) => pour(response, '"', piece('x'), 60), /is no JSON/],
    ['of an error with 60 MB of words', (response: ServerResponse) => void response.writeHead(418, json).end(JSON.stringify({ errorMessages: ['x'.repeat(60 * mebibyte)] })), /answers 418/],
    ['of an error that is nested deep', (response: ServerResponse) => void response.writeHead(418, json).end(`{"errors":{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}}`), /answers 418/],
    ['of a million errors', (response: ServerResponse) => void response.writeHead(418, json).end(JSON.stringify({ errorMessages: Array.from({ length: 1_000_000 }, () => 'no') })), /answers 418/],
  ] as const) {
    it(`${what}: is an error of the server, in bounded memory`, async () => {
      attack = (_, response) => answer(response);
      const { message, data } = await expectError(searched(), 'server', { message: expected });
      assert.isBelow(message.length + JSON.stringify(data).length, 50_000);
      assert.isBelow(memoryOf(agent.process.pid!).peak, 600);
      attack = (_, response) => sendJson(response, { issues: [hostileIssue({})], total: 1 }, 'mia');
      assert.lengthOf((await searched()).issues, 1);
    });
  }

  for (const [what, attackOfHead] of [
    ['a megabyte of one header', (response: ServerResponse) => void response.socket!.write(`HTTP/1.1 200 OK\r\nx-long: ${'x'.repeat(mebibyte)}\r\n\r\n`)],
    ['headers without end', (response: ServerResponse) => {
      const { socket } = response;
      socket!.write('HTTP/1.1 200 OK\r\n');
      const more = (): void => {
        while (!socket!.destroyed && socket!.write('x: y\r\n'.repeat(1000)));
      };
      socket!.on('drain', more);
      more();
    }],
    ['something that is not HTTP', (response: ServerResponse) => void response.socket!.end('\0\x1b[31mnot HTTP\r\n\r\n')],
  ] as const) {
    it(`with ${what}: is no answer of Jira`, async () => {
      attack = (_, response) => attackOfHead(response);
      await expectError(searched(), 'notJira');
    });
  }

  it('three thousand compressions over: is refused before any is undone', async () => {
    attack = (_, response) => void response.writeHead(200, { ...json, 'content-encoding': 'gzip,'.repeat(3000) }).end(gzipSync('{}'));
    await expectError(searched(), 'notJira', { message: /compressed 3000 times over/ });
  });

  it('a byte at a time holds up nobody else, and its socket closes when the request is cancelled', async () => {
    const slow: ServerResponse[] = [];
    const under = new EventEmitter();
    attack = ({ url = '' }, response) => {
      if (url.includes('quick')) return sendJson(response, { issues: [], total: 0 }, 'mia');
      slow.push(response);
      under.emit('way');
      response.writeHead(200, json);
      const drip = setInterval(() => response.write(' '), 20);
      response.on('close', () => clearInterval(drip));
    };
    const cancellation = new CancellationTokenSource();
    const waiting = Array.from({ length: 5 }, (_, index) => expectCode(agent.request('jira/issues', { jql: `slow = ${index}` }, cancellation.token), LSPErrorCodes.RequestCancelled));
    for (let quick = 0; quick < 20; quick += 1) assert.deepEqual((await agent.request('jira/issues', { jql: 'quick' })).issues, []);
    while (slow.length < 5) await once(under, 'way');
    const closed = Promise.all(slow.map((response) => once(response, 'close')));
    cancellation.cancel();
    await Promise.all([...waiting, closed]);
  });

  it('on eight pages at once, each of 60 MB: is an error, in bounded memory', async () => {
    const large = Buffer.from(JSON.stringify({ issues: [hostileIssue({ customfield_1: 'x'.repeat(60 * mebibyte) })], total: 1e9 }));
    let pages = 0;
    attack = ({ url = '' }, response) => {
      const startAt = Number(new URL(url, jira.baseUrl).searchParams.get('startAt'));
      pages += 1;
      if (startAt === 0) sendJson(response, { issues: [hostileIssue({})], total: 1e9 }, 'mia');
      else if (startAt < 20) response.writeHead(200, json).end(large);
      else response.writeHead(500, json).end('{}');
    };
    await expectError(agent.request('jira/issues', { jql: 'order by key', limit: 1000 }), 'server');
    assert.isBelow(pages, 40);
    assert.isBelow(memoryOf(agent.process.pid!).peak, 2048);
  });
});
