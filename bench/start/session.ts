/** One start of a program, watched from outside. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-jsonrpc/node';
import { residentMemory, residentMemoryOfTree } from '../memory.ts';

/** What one start took. */
export interface Start {
  readonly milliseconds: number;
  /** Megabytes, idle after the answer. */
  readonly memory: number;
  /** Megabytes with all processes that it started. */
  readonly memoryOfTree: number;
}

/** Milliseconds of rest before memory is read. */
const rest = 500;

/** From spawn to the end of a Node.js that has nothing to do; its memory while it waits for input. */
export async function bareStart(node: string): Promise<Start> {
  const begin = performance.now();
  await once(spawn(node, ['-e', '0'], { stdio: 'ignore' }), 'exit');
  const milliseconds = performance.now() - begin;

  const waiting = spawn(node, ['-e', 'process.stdin.resume()'], { stdio: ['pipe', 'ignore', 'inherit'] });
  await pause(rest);
  const memory = residentMemory(waiting.pid!);
  waiting.stdin.end();
  await once(waiting, 'exit');
  return { milliseconds, memory, memoryOfTree: memory };
}

/**
 * From spawn to the answer of `initialize`; memory at rest after it.
 *
 * @param restTime milliseconds before memory is read
 */
export async function languageServerStart(node: string, args: readonly string[], environment: NodeJS.ProcessEnv = {}, restTime = rest): Promise<Start> {
  const begin = performance.now();
  const child = spawn(node, args, { stdio: ['pipe', 'pipe', 'ignore'], env: { ...process.env, ...environment } });
  const ended = once(child, 'exit');
  const connection = createMessageConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
  connection.onRequest(() => null);
  connection.onClose(() => connection.dispose());
  connection.listen();
  await connection.sendRequest('initialize', { processId: process.pid, rootUri: null, workspaceFolders: null, capabilities: {} });
  const milliseconds = performance.now() - begin;

  await connection.sendNotification('initialized', {});
  await pause(restTime);
  const start = { milliseconds, memory: residentMemory(child.pid!), memoryOfTree: residentMemoryOfTree(child.pid!) };
  await connection.sendRequest('shutdown');
  await connection.sendNotification('exit');
  await ended;
  return start;
}
