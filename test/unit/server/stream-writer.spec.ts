/** What the writer of messages puts on the stream is what the library's own reader takes. */
import { PassThrough, Writable } from 'node:stream';
import { assert } from 'chai';
import { type Message, StreamMessageReader } from 'vscode-languageserver/node';
import { EncodedList } from '../../../src/server/transport/encoded-list.ts';
import { StreamWriter } from '../../../src/server/transport/stream-writer.ts';

const response = (id: number, result: unknown): Message => ({ jsonrpc: '2.0', id, result }) as Message;

async function written(messages: readonly Message[]): Promise<Message[]> {
  const stream = new PassThrough();
  const writer = new StreamWriter(stream);
  const read: Message[] = [];
  const allRead = new Promise<void>((resolve) => {
    new StreamMessageReader(stream).listen((message) => void (read.push(message) === messages.length && resolve()));
  });
  await Promise.all(messages.map((message) => writer.write(message)));
  await allRead;
  writer.end();
  return read;
}

function encoded(elements: readonly unknown[], pieceLength: number): EncodedList<unknown> {
  const list = new EncodedList<unknown>();
  for (let at = 0; at < elements.length; at += pieceLength) list.push(elements.slice(at, at + pieceLength));
  list.push([]);
  return list;
}

describe('the writer of messages', () => {
  it('writes what it is given, in order and in UTF-8', async () => {
    const messages = [
      response(1, { text: 'Größe 日本 👩‍👩‍👧 \ud800' }),
      { jsonrpc: '2.0', method: 'window/logMessage', params: { type: 3, message: '' } } as Message,
      response(2, null),
      { jsonrpc: '2.0', id: 3, error: { code: -32600, message: 'no' } } as Message,
      response(4, 'text'),
    ];
    assert.deepEqual(await written(messages), messages);
  });

  it('writes a list that is encoded already as one that is not', async () => {
    const elements = Array.from({ length: 25 }, (_, index) => ({ key: `Ä-${index}` }));
    const results = [
      [{ issues: encoded(elements, 10).inResult, total: 25, cursor: undefined }, { issues: elements, total: 25 }],
      [{ total: 0, issues: encoded([], 10).inResult }, { total: 0, issues: [] }],
      [{ issues: encoded([1], 1).inResult }, { issues: [1] }],
    ];
    const read = await written(results.map(([result], id) => response(id, result)));
    assert.deepEqual(read, results.map(([, plain], id) => response(id, plain)));
    assert.deepEqual(JSON.parse(JSON.stringify(results.map(([result]) => result))), results.map(([, plain]) => plain));
  });

  it('tells of a stream that takes nothing', async () => {
    const writer = new StreamWriter(new Writable({ write: (_chunk, _encoding, done) => done(new Error('broken')) }));
    const told = new Promise<string>((resolve) => writer.onError(([error]) => resolve(error.message)));
    await writer.write(response(1, {}));
    assert.strictEqual(await told, 'broken');
  });

  it('has whoever writes wait while the other side reads nothing', async () => {
    let take = (): void => undefined;
    const writer = new StreamWriter(new Writable({ write: (_chunk, _encoding, done) => void (take = done) }));
    const order: string[] = [];
    await writer.write(response(1, 'little'));
    const much = writer.write(response(2, 'x'.repeat(2_000_000))).then(() => order.push('written'));
    await new Promise(setImmediate);
    order.push('taken');
    take();
    take();
    await much;
    assert.deepEqual(order, ['taken', 'written']);
  });
});
