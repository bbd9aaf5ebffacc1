/**
 * Drives the built agent as an editor does: a process, its stdio, and nothing else.
 *
 * Whatever the agent sends is held against the protocol. What breaks it fails the request that got
 * it, or else the end of the test: `await using agent = await startAgent()` ends in a clean shutdown.
 */
import { assert } from 'chai';
import { spawn } from 'node:child_process';
import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ClientCapabilities, InitializeParams, InitializeResult, WorkspaceFolder } from 'vscode-languageserver/node';
import { ConnectionError, createMessageConnection, ErrorCodes, ResponseError, StreamMessageReader, StreamMessageWriter } from 'vscode-jsonrpc/node';
import type { CancellationToken, MessageConnection } from 'vscode-jsonrpc/node';
import type { ParamsInputOf, ResultOf } from '../../protocol/definition.ts';
import type { Requests } from '../../protocol/index.ts';
import type { NotificationMethod, RequestMethod } from '../../protocol/methods.ts';
import type { ParamsOfNotification } from './notification-queue.ts';
import { agentEnvironment } from './environment.ts';
import { FakeEditor, fullCapabilities, keepingCapabilities } from './fake-editor.ts';
import type { EditorAnswers } from './fake-editor.ts';
import { parseFrames } from './frames.ts';
import type { Frame } from './frames.ts';
import { NotificationQueue } from './notification-queue.ts';
import { letTestsEnd } from './let-tests-end.ts';
import { ProgressLog } from './progress-log.ts';
import { checkError, checkInitialized, checkResult } from './validation.ts';

export { expectCode, expectError } from './expect-error.ts';
export type { Failure } from './expect-error.ts';

/** What an agent is started with; the defaults are those of a whole editor. */
export interface AgentOptions extends EditorAnswers {
  /** The storage folder; by default one of its own, which is removed at the end. `null` passes none. */
  readonly storage?: string | null;
  readonly initializationOptions?: unknown;
  /** What the editor declares; `{}` is an editor that knows nothing of Jira. */
  readonly capabilities?: ClientCapabilities;
  /** Beside a clean environment with no proxies and an empty home; `undefined` takes a variable away. */
  readonly env?: Record<string, string | undefined>;
  /** The Node.js to run; by default `JIRA_TEST_NODE`, else the one that runs the tests. */
  readonly node?: string;
  readonly execArgv?: readonly string[];
  /** The program to run; by default {@link agentFile}. */
  readonly program?: string;
  /** More arguments of the agent. */
  readonly args?: readonly string[];
  /** Whether `initialize` and `initialized` are sent at once; true by default. */
  readonly initialize?: boolean;
  readonly processId?: number | null;
  /** The folders that the editor has open; by default none. */
  readonly folders?: readonly string[];
}

/** How a process ended. */
export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** The program under test. */
export const agentFile = join(process.env['JIRA_DIST'] ?? join(import.meta.dirname, '..', '..', 'dist'), 'main.js');

/** The Node.js that runs it: `JIRA_TEST_NODE`, else the one that runs the tests. */
export const agentNode = process.env['JIRA_TEST_NODE'] ?? process.execPath;

/**
 * Starts an agent.
 *
 * @throws {Error} where it is not built
 */
export async function startAgent(options: AgentOptions = {}): Promise<Agent> {
  const program = options.program ?? agentFile;
  assert(existsSync(program), `${program} is missing: run \`npm run build\` first.`);
  const home = await mkdtemp(join(tmpdir(), 'jira-agent-'));
  const storage = options.storage === undefined ? join(home, 'storage') : options.storage;
  const node = options.node ?? agentNode;
  const args = [...(options.execArgv ?? []), program, '--stdio', ...(storage === null ? [] : ['--storage', storage]), ...(options.args ?? [])];
  const child = spawn(node, args, { env: agentEnvironment(home, options.env), stdio: 'pipe' });
  const agent = new Agent(child, options, home, storage ?? home);
  try {
    if (options.initialize !== false) await agent.initialize();
    return agent;
  } catch (error) {
    await agent.kill();
    await agent[Symbol.asyncDispose]();
    throw error;
  }
}

/** A running agent, and the editor that it talks to. */
export class Agent {
  readonly process: ChildProcessWithoutNullStreams;
  /** The storage folder; the home folder where no `--storage` was passed. */
  readonly storage: string;
  /** A folder of its own, and the home of the process. It is removed at the end. */
  readonly home: string;
  readonly connection: MessageConnection;
  readonly editor: FakeEditor;
  /** What the agent answered to `initialize`. */
  initializeResult: InitializeResult | undefined;
  readonly #options: AgentOptions;
  readonly #violations: string[] = [];
  readonly #queue: NotificationQueue;
  readonly #progress: ProgressLog;
  readonly #stdout: Buffer[] = [];
  readonly #stderr: Buffer[] = [];
  readonly #ended: Promise<Ended>;
  #endExpected = false;

  constructor(child: ChildProcessWithoutNullStreams, options: AgentOptions, home: string, storage: string) {
    this.process = child;
    this.home = home;
    this.storage = storage;
    this.#options = options;
    child.stdout.on('data', (chunk: Buffer) => this.#stdout.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => this.#stderr.push(chunk));
    child.stdin.on('error', () => {}); // It may end before it has read all.
    this.#ended = once(child, 'close').then(([code, signal]) => ({ code, signal }) as Ended);
    this.connection = createMessageConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
    this.editor = new FakeEditor(this.connection, options, this.#violations);
    this.#queue = new NotificationQueue(this.editor, this.#ended);
    this.#progress = new ProgressLog(this.connection, this.editor.progressTokens, this.#violations);
    this.connection.onError(([error]) => this.#violations.push(`The connection failed: ${error.message}`));
    this.connection.listen();
    letTestsEnd(child);
  }

  /** What the agent wrote to stderr so far. */
  get stderr(): string {
    return Buffer.concat(this.#stderr).toString();
  }

  /** Every message that the agent sent so far, as it went over the wire. */
  get frames(): Frame[] {
    return parseFrames(Buffer.concat(this.#stdout));
  }

  /** All that the agent ever wrote, to stdout and to stderr: where a secret may not be. */
  get everythingWritten(): string {
    return `${Buffer.concat(this.#stdout).toString()}\n${this.stderr}`;
  }

  /** Sends `initialize` with the options that the agent was started with, and `initialized`. */
  async initialize(): Promise<InitializeResult> {
    const { secrets, initializationOptions, processId = process.pid, folders } = this.#options;
    const { capabilities = secrets === undefined ? fullCapabilities : keepingCapabilities } = this.#options;
    this.editor.capabilities = capabilities;
    const params: InitializeParams = { processId, rootUri: null, capabilities, initializationOptions, ...(folders === undefined ? {} : { workspaceFolders: folders.map(toFolder) }) };
    this.initializeResult = (await this.send('initialize', params)) as InitializeResult;
    checkInitialized(this.initializeResult);
    await this.notify('initialized', {});
    return this.initializeResult;
  }

  /**
   * Sends a request of the protocol. Its answer, an error too, is held against the protocol.
   *
   * @throws {ResponseError} where the agent answers with an error
   */
  async request<M extends RequestMethod>(
    method: M,
    params: ParamsInputOf<Requests[M]>,
    token?: CancellationToken,
  ): Promise<ResultOf<Requests[M]>> {
    return (await this.send(method, params, token)) as ResultOf<Requests[M]>;
  }

  /** Sends any request with any params; what it answers to one of ours is held against the protocol too. */
  async send(method: string, params?: unknown, token?: CancellationToken): Promise<unknown> {
    const ours = isOurs(this.initializeResult, method);
    const end = this.#progress.expect(ours ? method : undefined, params);
    try {
      const rest = [params, token].filter((argument) => argument !== undefined);
      const result: unknown = await Promise.race([this.connection.sendRequest(method, ...rest), this.#death(method)]);
      if (ours) checkResult(method, result);
      return result;
    } catch (error) {
      // The streams may be over before the process is.
      if (error instanceof ConnectionError || (error instanceof ResponseError && streamErrors.includes(error.code))) return await this.#death(method);
      if (ours && error instanceof ResponseError) checkError(method, error);
      throw error;
    } finally {
      end();
    }
  }

  notify(method: string, params?: unknown): Promise<void> {
    return params === undefined ? this.connection.sendNotification(method) : this.connection.sendNotification(method, params);
  }

  /** The `$/progress` values of a token so far, in order. */
  progressOf(token: string | number): readonly unknown[] {
    return this.#progress.valuesOf(token);
  }

  /** Calls `handler` for each `$/progress` value of a token from now on. */
  onProgress(token: string | number, handler: (value: unknown) => void): void {
    this.#progress.onValue(token, handler);
  }

  /**
   * Waits for a notification of the protocol. It takes those that came since the last call; the
   * match, and whatever came before it, is not given again.
   */
  waitFor<M extends NotificationMethod>(
    method: M,
    matches: (params: ParamsOfNotification<M>) => boolean = () => true,
  ): Promise<ParamsOfNotification<M>> {
    return this.#queue.next(method, matches);
  }

  /** Waits for the end of the process, which the test has brought about or wants to see. */
  async ended(): Promise<Ended> {
    this.#endExpected = true;
    return this.#ended;
  }

  /** Sends `shutdown` and `exit`, and waits for the end. */
  async shutdown(): Promise<Ended> {
    await this.send('shutdown');
    await this.notify('exit');
    return this.ended();
  }

  /** Kills the process and waits for its end. */
  async kill(signal: NodeJS.Signals = 'SIGKILL'): Promise<Ended> {
    this.process.kill(signal);
    return this.ended();
  }

  /**
   * Shuts the agent down if it still runs, and checks its whole life.
   *
   * @throws {Error} where it did not end with code 0, or sent what it may not
   */
  async [Symbol.asyncDispose](): Promise<void> {
    try {
      await this.#end();
      if (this.process.signalCode === null) parseFrames(Buffer.concat(this.#stdout));
      if (this.#violations.length > 0) assert.fail(`${this.#violations.join('\n')}\nstderr: ${this.stderr}`);
    } finally {
      this.process.kill('SIGKILL');
      this.connection.dispose();
      await rm(this.home, { recursive: true, force: true, maxRetries: 3 });
    }
  }

  async #end(): Promise<void> {
    if (this.#endExpected) {
      await this.#ended;
    } else if (this.process.exitCode !== null || this.process.signalCode !== null) {
      assert.fail(`The agent ended by itself: ${JSON.stringify(await this.#ended)}\nstderr: ${this.stderr}`);
    } else {
      if (this.initializeResult === undefined) await this.initialize();
      assert.deepEqual(await this.shutdown(), { code: 0, signal: null }, `stderr: ${this.stderr}`);
    }
  }

  async #death(method: string): Promise<never> {
    const { code, signal } = await this.#ended;
    throw new Error(`The agent ended before it answered ${method}: code ${code}, signal ${signal}\nstderr: ${this.stderr}`);
  }
}

/** A folder of the workspace, as the editor tells of it. */
export function toFolder(path: string): WorkspaceFolder {
  return { uri: pathToFileURL(path).href, name: basename(path) };
}

/** How vscode-jsonrpc tells that a message could not be written, or that no answer will come. */
const streamErrors: readonly number[] = [ErrorCodes.MessageWriteError, ErrorCodes.PendingResponseRejected];

/** The agent says which requests it has; none is validated before it is initialised, for it answers none. */
function isOurs(initialized: InitializeResult | undefined, method: string): method is RequestMethod {
  const experimental = initialized?.capabilities.experimental as { jira: { requests: string[] } } | undefined;
  return experimental?.jira.requests.includes(method) ?? false;
}
