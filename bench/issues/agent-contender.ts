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

/** Starts an agent, configures it, and fetches all issues once by partial results. */
export async function fetchByAgent({ baseUrl, token }: JiraProcess, limit: number): Promise<Sample> {
  const storage = mkdtempSync(join(tmpdir(), 'jira-bench-'));
  const child = spawn(process.execPath, ['--require', watcher, agent, '--stdio', '--storage', storage], { stdio: ['pipe', 'pipe', 'inherit', 'ipc'] });
  const ended = once(child, 'exit');
  const connection = createMessageConnection(new StreamMessageReader(child.stdout!), new StreamMessageWriter(child.stdin!));
  connection.listen();
  try {
    await connection.sendRequest('initialize', { processId: process.pid, rootUri: null, capabilities: {}, initializationOptions: { credentialStore: 'file' } });
    await connection.sendNotification('initialized', {});
    await connection.sendRequest('jira/configure', { baseUrl, authentication: { type: 'token', token } });

    let first = Number.NaN;
    let firstSize = 0;
    let issues = 0;
    connection.onProgress(new ProgressType<{ issues: unknown[] }>(), 'all', (part) => {
      if (issues === 0) [first, firstSize] = [performance.now() - begin, part.issues.length];
      issues += part.issues.length;
    });
    child.send('begin');
    const begin = performance.now();
    await connection.sendRequest('jira/issues', { jql: 'ORDER BY key ASC', limit, partialResultToken: 'all' });
    const all = performance.now() - begin;

    child.send('end');
    const [blocked] = (await once(child, 'message')) as [number];
    const peak = peakMemory(child.pid!);
    await connection.sendRequest('shutdown');
    await connection.sendNotification('exit');
    await ended;
    return { first, firstSize, all, issues, peak, blocked };
  } finally {
    child.kill();
    rmSync(storage, { recursive: true, force: true });
  }
}
