/** The built agent as a contender: what a client gets over JSON-RPC. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createMessageConnection, ProgressType, StreamMessageReader, StreamMessageWriter } from 'vscode-jsonrpc/node';
import { peakMemory } from '../memory.ts';
import type { JiraProcess } from './jira-process.ts';
import type { Sample } from './sample.ts';

const agent = join(process.env['JIRA_DIST'] ?? join(import.meta.dirname, '..', '..', 'dist'), 'main.js');
const watcher = join(import.meta.dirname, 'watch-event-loop.cjs');

/** Issues on the agent's first page. */
export const firstPage = 250;

/** Starts an agent, configures it, and fetches all issues once: by partial results, or in one result. */
export async function fetchByAgent({ baseUrl, token, count }: JiraProcess, limit: number, streamed: boolean): Promise<Sample> {
  const storage = mkdtempSync(join(tmpdir(), 'jira-bench-'));
  const child = spawn(process.execPath, ['--require', watcher, agent, '--stdio', '--storage', storage], { stdio: ['pipe', 'pipe', 'inherit', 'ipc'] });
  const ended = once(child, 'exit');
  const connection = createMessageConnection(new StreamMessageReader(child.stdout!), new StreamMessageWriter(child.stdin!));
  connection.listen();
  try {
    await connection.sendRequest('initialize', { processId: process.pid, rootUri: null, capabilities: {}, initializationOptions: { credentialStore: 'file' } });
    await connection.sendNotification('initialized', {});
    await connection.sendRequest('jira/configure', { baseUrl, authentication: { type: 'token', token } });

    let shown: number | undefined;
    let first: number | undefined;
    const issues: unknown[] = [];
    const take = (part: { issues: unknown[] }): void => {
      issues.push(...part.issues);
      if (issues.length > 0) shown ??= performance.now() - begin;
      if (issues.length >= firstPage) first ??= performance.now() - begin;
    };
    connection.onProgress(new ProgressType<{ issues: unknown[] }>(), 'all', take);
    const before = await count();
    child.send('begin');
    const begin = performance.now();
    take(await connection.sendRequest('jira/issues', { jql: 'ORDER BY key ASC', limit, ...(streamed ? { partialResultToken: 'all' } : {}) }));
    const all = performance.now() - begin;
    const { requests, bytes, serverTime } = await count();
    const traffic = { requests: requests - before.requests, bytes: bytes - before.bytes, serverTime: serverTime - before.serverTime };

    child.send('end');
    const [watched] = (await once(child, 'message')) as [Pick<Sample, 'blocked' | 'processorTime'>];
    const peak = peakMemory(child.pid!);
    await connection.sendRequest('shutdown');
    await connection.sendNotification('exit');
    await ended;
    return { shown: shown!, first: first!, firstSize: firstPage, all, issues: issues.length, peak, ...watched, traffic };
  } finally {
    child.kill();
    rmSync(storage, { recursive: true, force: true });
  }
}
