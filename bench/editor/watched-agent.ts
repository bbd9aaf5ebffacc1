/** The built agent with an editor at its other end, and what it works watched from inside. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createMessageConnection, type MessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-jsonrpc/node';
import type { JiraProcess } from '../issues/jira-process.ts';

/** What the agent worked in some time, in milliseconds. */
export interface Work {
  /** As the processor counts it. */
  readonly cpu: number;
  /** How long its event loop was blocked at the most, and in 99 of 100 turns. */
  readonly blocked: number;
  readonly usuallyBlocked: number;
  /** To the answer of each hover: since its turn came, and since it was read. */
  readonly times: readonly { readonly own: number; readonly all: number }[];
}

/** A running agent that is signed in. */
export interface WatchedAgent extends AsyncDisposable {
  readonly connection: MessageConnection;
  /** Does something, and tells what the agent worked meanwhile. */
  watch(work: () => Promise<void>): Promise<Work>;
}

const agent = join(process.env['JIRA_DIST'] ?? join(import.meta.dirname, '..', '..', 'dist'), 'main.js');
const watcher = join(import.meta.dirname, 'watch-work.cjs');

/** Starts an agent, and signs it in. */
export async function startWatchedAgent({ baseUrl, token }: JiraProcess): Promise<WatchedAgent> {
  const storage = mkdtempSync(join(tmpdir(), 'jira-bench-'));
  const child = spawn(process.execPath, ['--require', watcher, agent, '--stdio', '--storage', storage], { stdio: ['pipe', 'pipe', 'inherit', 'ipc'] });
  const ended = once(child, 'exit');
  const connection = createMessageConnection(new StreamMessageReader(child.stdout!), new StreamMessageWriter(child.stdin!));
  connection.listen();
  const capabilities = { textDocument: { hover: { contentFormat: ['markdown'] } } };
  await connection.sendRequest('initialize', { processId: process.pid, rootUri: null, capabilities, initializationOptions: { credentialStore: 'file' } });
  await connection.sendNotification('initialized', {});
  await connection.sendRequest('jira/configure', { baseUrl, authentication: { type: 'token', token } });
  return {
    connection,
    async watch(work) {
      child.send('begin');
      await work();
      child.send('end');
      const [worked] = (await once(child, 'message')) as [Work];
      return worked;
    },
    async [Symbol.asyncDispose]() {
      await connection.sendRequest('shutdown');
      await connection.sendNotification('exit');
      await ended;
      rmSync(storage, { recursive: true, force: true });
    },
  };
}
