/** A built agent, and a client that takes lists from it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createMessageConnection, type MessageConnection, ProgressType, StreamMessageReader, StreamMessageWriter } from 'vscode-jsonrpc/node';
import { peakMemory } from '../memory.ts';

const agent = join(process.env['JIRA_DIST'] ?? join(import.meta.dirname, '..', '..', 'dist'), 'main.js');

/** A list as it came; times in milliseconds from the request. */
export interface List {
  readonly count: number;
  readonly first: number;
  readonly all: number;
  readonly begun: number;
  readonly refresh: string | undefined;
}

/** One life of an agent. */
export class Session implements AsyncDisposable {
  readonly #child: ChildProcess;
  readonly #connection: MessageConnection;
  /** By refresh, when its last news came, by the clock of `performance`. */
  readonly #confirmed = new Map<string, number>();
  #onNews: () => void = () => undefined;
  #lists = 0;

  private constructor(child: ChildProcess) {
    this.#child = child;
    this.#connection = createMessageConnection(new StreamMessageReader(child.stdout!), new StreamMessageWriter(child.stdin!));
    this.#connection.onNotification('jira/issuesChanged', ({ refresh, last }: { refresh: string; last: boolean }) => {
      if (last) this.#confirmed.set(refresh, performance.now());
      this.#onNews();
    });
    this.#connection.listen();
  }

  static async start(storage: string): Promise<Session> {
    const session = new Session(spawn(process.execPath, [agent, '--stdio', '--storage', storage], { stdio: ['pipe', 'pipe', 'inherit'] }));
    const capabilities = { experimental: { jira: { issuesChanged: true } } };
    await session.request('initialize', { processId: process.pid, rootUri: null, capabilities, initializationOptions: { credentialStore: 'file' } });
    await session.#connection.sendNotification('initialized', {});
    return session;
  }

  /** Megabytes at the peak so far. */
  get peak(): number {
    return peakMemory(this.#child.pid!);
  }

  request<T>(method: string, params: unknown): Promise<T> {
    return this.#connection.sendRequest(method, params);
  }

  /** Takes a list in pieces. */
  async list(params: object): Promise<List> {
    const token = `list-${(this.#lists += 1)}`;
    let [first, count] = [Number.NaN, 0];
    const begun = performance.now();
    const subscription = this.#connection.onProgress(new ProgressType<{ issues: unknown[] }>(), token, ({ issues }) => {
      if (issues.length > 0 && count === 0) first = performance.now() - begun;
      count += issues.length;
    });
    const { cached } = await this.request<{ cached?: { refresh?: string } }>('jira/issues', { ...params, partialResultToken: token });
    const all = performance.now() - begun;
    subscription.dispose();
    return { count, first, all, begun, refresh: cached?.refresh };
  }

  /** Waits until it is known what changed since a list. @returns milliseconds from its request */
  async confirmed({ refresh, begun }: List): Promise<number> {
    if (refresh === undefined) throw new Error('The list did not come from the cache.');
    while (!this.#confirmed.has(refresh)) await new Promise<void>((resolve) => (this.#onNews = resolve));
    return this.#confirmed.get(refresh)! - begun;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const ended = once(this.#child, 'exit');
    await this.#connection.sendRequest('shutdown');
    await this.#connection.sendNotification('exit');
    await ended;
    this.#connection.dispose();
  }
}
