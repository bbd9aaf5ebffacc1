/** The built agent, fed with bytes: for what no library of JSON-RPC would ever send. */
import assert from 'node:assert/strict';
import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { agentFile, agentNode, type Ended } from './agent.ts';
import { agentEnvironment } from './environment.ts';
import { type Frame, parseFrames } from './frames.ts';

/** One message as LSP frames it. @param content JSON, or any bytes that pretend to be */
export function frame(content: string | Buffer | object): Buffer {
  const bytes = Buffer.isBuffer(content) ? content : Buffer.from(typeof content === 'string' ? content : JSON.stringify(content));
  return Buffer.concat([Buffer.from(`Content-Length: ${bytes.length}\r\n\r\n`), bytes]);
}

/** A request as it goes over the wire. */
export function request(id: number | string, method: string, params?: unknown): Buffer {
  return frame({ jsonrpc: '2.0', id, method, params });
}

/** Starts an agent that nobody has initialised. @param cwd its working directory */
export async function startRawAgent(cwd?: string): Promise<RawAgent> {
  const home = await mkdtemp(join(tmpdir(), 'jira-raw-agent-'));
  const args = [agentFile, '--stdio', '--storage', join(home, 'storage')];
  return new RawAgent(spawn(agentNode, args, { env: agentEnvironment(home), stdio: 'pipe', cwd }), home);
}

/** A running agent, and all that it wrote. `await using` ends it, and checks that stdout holds frames alone. */
export class RawAgent {
  readonly process: ChildProcessWithoutNullStreams;
  readonly ended: Promise<Ended>;
  readonly #home: string;
  readonly #stdout: Buffer[] = [];
  #stderr = '';
  #frames: Frame[] = [];
  #rest: Buffer = Buffer.alloc(0);
  /** Settles when it has written more. */
  #more: Promise<undefined>;
  #tellMore: () => void = () => {};

  constructor(child: ChildProcessWithoutNullStreams, home: string) {
    this.process = child;
    this.#home = home;
    this.ended = once(child, 'close').then(([code, signal]) => ({ code, signal }) as Ended);
    child.stderr.on('data', (chunk: Buffer) => (this.#stderr += chunk.toString()));
    child.stdin.on('error', () => {}); // It may end before it has read all.
    this.#more = this.#expectMore();
    child.stdout.on('data', (chunk: Buffer) => this.#receive(chunk));
  }

  /** What it wrote to stderr so far. */
  get stderr(): string {
    return this.#stderr;
  }

  /** Everything that it wrote so far. */
  get everythingWritten(): string {
    return `${Buffer.concat(this.#stdout).toString()}\n${this.#stderr}`;
  }

  /** The messages that it wrote so far. */
  get frames(): readonly Frame[] {
    return this.#frames;
  }

  /** Writes bytes to its stdin. */
  send(...pieces: readonly Buffer[]): void {
    for (const piece of pieces) this.process.stdin.write(piece);
  }

  /** Sends `initialize` and `initialized`, and waits for the answer. @param params beside those of an editor with nothing open */
  async initialize(params: object = {}): Promise<Frame> {
    this.send(request('initialize', 'initialize', { processId: process.pid, rootUri: null, capabilities: {}, ...params }), frame({ jsonrpc: '2.0', method: 'initialized', params: {} }));
    return this.answerTo('initialize');
  }

  /** The answer to a request, as soon as it is there. @throws {Error} where the agent ends first */
  async answerTo(id: number | string): Promise<Frame> {
    return this.frameThat((each) => each.id === id && each.method === undefined);
  }

  /** The first message that matches, as soon as it is there. @throws {Error} where the agent ends first */
  async frameThat(matches: (frame: Frame) => boolean): Promise<Frame> {
    for (;;) {
      const found = this.#frames.find(matches);
      if (found !== undefined) return found;
      const ended = await Promise.race([this.#more, this.ended]);
      if (ended !== undefined) throw new Error(`The agent ended first: ${JSON.stringify(ended)}\nstderr: ${this.#stderr}`);
    }
  }

  /** Asks for something harmless, to see that it lives and answers. */
  async assertAlive(): Promise<void> {
    this.send(request('alive', 'jira/providers', {}));
    assert.deepEqual((await this.answerTo('alive')).result, { providers: [] });
    this.#frames = this.#frames.filter(({ id }) => id !== 'alive');
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.process.stdin.end();
    await this.ended;
    try {
      parseFrames(Buffer.concat(this.#stdout));
    } finally {
      await rm(this.#home, { recursive: true, force: true });
    }
  }

  #expectMore(): Promise<undefined> {
    return new Promise((resolve) => (this.#tellMore = () => resolve(undefined)));
  }

  #receive(chunk: Buffer): void {
    this.#stdout.push(chunk);
    this.#rest = Buffer.concat([this.#rest, chunk]);
    for (;;) {
      const start = this.#rest.indexOf('\r\n\r\n') + 4;
      const length = Number(/^Content-Length: (\d+)/.exec(this.#rest.toString('latin1', 0, 64))?.[1] ?? Number.NaN);
      if (start < 4 || !(this.#rest.length >= start + length)) break;
      this.#frames.push(...parseFrames(this.#rest.subarray(0, start + length)));
      this.#rest = this.#rest.subarray(start + length);
    }
    this.#tellMore();
    this.#more = this.#expectMore();
  }
}
