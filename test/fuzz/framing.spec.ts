/** The framing: pieces of any size are the same stream, and noise of any kind ends neither the reading nor the agent. */
import { assert } from 'chai';
import fc from 'fast-check';
import { FrameParser, type Found } from '../../src/server/transport/frame-parser.ts';
import { checkMessage } from '../../src/server/transport/well-formed.ts';
import { frame, request, startRawAgent, type RawAgent } from '../support/raw-agent.ts';

const runs = { numRuns: Number(process.env['JIRA_FUZZ_RUNS'] ?? 1000) };

/** The stream cut at some places. */
function cut(stream: Buffer, places: readonly number[]): Buffer[] {
  const bounds = [0, ...places.map((place) => place % (stream.length + 1)).sort((a, b) => a - b), stream.length];
  return bounds.slice(1).map((end, index) => stream.subarray(bounds[index], end));
}

function read(pieces: readonly Buffer[]): Found[] {
  const parser = new FrameParser(1_000_000);
  return pieces.flatMap((piece) => parser.push(piece));
}

function contents(found: readonly Found[]): string[] {
  return found.flatMap((each) => (each.kind === 'content' ? [each.bytes.toString('latin1')] : []));
}

const places = fc.array(fc.nat(), { maxLength: 40 });
const content = fc.oneof(fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes)), fc.json().map((text) => Buffer.from(text)), fc.constantFrom('', '\r\n\r\n', 'Content-Length: 5\r\n\r\n').map((text) => Buffer.from(text)));
const header = fc.constantFrom('', 'Content-Type: application/vscode-jsonrpc; charset=utf-8\r\n');
const framed = fc.tuple(header, content, fc.boolean()).map(([more, bytes, lower]) => {
  const name = lower ? 'content-length' : 'Content-Length';
  return { bytes, stream: Buffer.concat([Buffer.from(`${more}${name}: ${bytes.length}\r\n\r\n`), bytes]) };
});
/** What is no header, and does not end like the beginning of one. */
const noise = fc.oneof(fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes)), fc.constantFrom('\r\n\r\n', 'GET / HTTP/1.1\r\nHost: x\r\n\r\n', 'Content-Length: x\r\n\r\n', 'Content-Length: -1\r\n\r\n', '{"jsonrpc":"2.0"}', '\0\0\0', '\r', '\n').map((text) => Buffer.from(text)));

describe('the framing', () => {
  it('finds the same messages, whatever the pieces', () => {
    fc.assert(
      fc.property(fc.array(framed, { maxLength: 10 }), places, (messages, at) => {
        const found = read(cut(Buffer.concat(messages.map(({ stream }) => stream)), at));
        assert.deepEqual(contents(found), messages.map(({ bytes }) => bytes.toString('latin1')));
        assert.lengthOf(found, messages.length, 'and no noise');
      }),
      runs,
    );
  });

  it('finds the same in noise, whatever the pieces, and throws nothing', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(noise, framed.map(({ stream }) => stream)), { maxLength: 10 }), places, (parts, at) => {
        const stream = Buffer.concat(parts);
        assert.deepEqual(read(cut(stream, at)), read([stream]));
      }),
      runs,
    );
  });

  it('finds the message after noise that holds no length', () => {
    fc.assert(
      fc.property(noise, framed, places, (before, message, at) => {
        fc.pre(!/content-length: *\d+\s*$/im.test(before.toString('latin1')));
        const found = read(cut(Buffer.concat([before, message.stream]), at));
        assert.strictEqual(contents(found).at(-1), message.bytes.toString('latin1'));
      }),
      runs,
    );
  });

  it('keeps no more of what may be a header than a header has', () => {
    const parser = new FrameParser(1000);
    for (let count = 0; count < 200; count += 1) assert.deepEqual(parser.push(Buffer.alloc(100_000, 'x')), []);
    assert.deepEqual(parser.push(frame('{}')).map(({ kind }) => kind), ['noise', 'content']);
  });
});

describe('a message', () => {
  it('of any kind is handed on, refused or left alone, and a refusal quotes nothing of it', () => {
    const text = fc.string({ minLength: 6 });
    const id = fc.oneof(fc.integer(), fc.double(), text, fc.constantFrom(null, true, {}, [], 1e999));
    const method = fc.oneof(text, fc.constantFrom('initialize', 'shutdown', '$/cancelRequest', 'jira/configure'), fc.jsonValue());
    const message = fc.record({ jsonrpc: fc.constantFrom('2.0', '2.0', '1.0', 2), id, method, params: fc.jsonValue(), result: fc.jsonValue(), error: fc.jsonValue() }, { requiredKeys: [] });
    fc.assert(
      fc.property(fc.oneof(message, fc.jsonValue()), (value) => {
        const { message: handedOn, refusal } = checkMessage(value);
        if (refusal === undefined) return;
        assert.isUndefined(handedOn);
        assert.include([-32600, -32602], refusal.error?.code);
        const { params, result, error, method: named } = (value ?? {}) as Record<string, unknown>;
        for (const each of [params, result, error, named]) if (typeof each === 'string' && each.length > 10) assert.notInclude(refusal.error?.message, each);
        const answered = (value as { id?: unknown } | null)?.id;
        assert.isTrue(refusal.id === null || refusal.id === answered);
      }),
      runs,
    );
  });
});

describe('the agent over stdio', () => {
  /** Bytes that arrive one by one take their time. */
  const few = { numRuns: Number(process.env['JIRA_FUZZ_RUNS'] ?? 100) };
  let agent: RawAgent;

  beforeEach(async () => {
    agent = await startRawAgent();
    await agent.initialize();
  });

  afterEach(() => agent[Symbol.asyncDispose]());

  it('answers the same, whatever the pieces of the stream', async () => {
    let id = 0;
    const method = fc.constantFrom('jira/providers', 'jira/issues', 'no/such', 'jira/probe', 'jira/signOut');
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(method, fc.jsonValue()), { minLength: 1, maxLength: 8 }), places, async (calls, at) => {
        const answers: string[] = [];
        for (const pieces of [[], at]) {
          const ids = calls.map(() => (id += 1));
          const stream = Buffer.concat(calls.map(([name, params], index) => request(ids[index]!, name, name === 'jira/probe' ? { baseUrl: params, network: 5 } : params)));
          for (const piece of cut(stream, pieces)) {
            agent.send(piece);
            await new Promise(setImmediate);
          }
          const received = await Promise.all(ids.map((each) => agent.answerTo(each)));
          answers.push(JSON.stringify(received.map(({ result, error }) => ({ result, error }))));
        }
        assert.strictEqual(answers[0], answers[1]);
      }),
      few,
    );
  });

  it('lives through noise of every kind', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(noise, { maxLength: 5 }), async (parts) => {
        const bytes = Buffer.concat(parts);
        fc.pre(!/content-length: *\d+\s*$/im.test(bytes.toString('latin1')));
        agent.send(bytes);
        await agent.assertAlive();
      }),
      few,
    );
    assert.strictEqual(agent.stderr, '');
  });

  it('lives through messages of every kind', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(fc.json(), fc.string(), fc.jsonValue().map((params) => JSON.stringify({ jsonrpc: '2.0', method: 'x', params }))), { maxLength: 5 }), async (texts) => {
        texts.forEach((text) => agent.send(frame(text)));
        await agent.assertAlive();
      }),
      few,
    );
    assert.strictEqual(agent.stderr, '');
  });
});
