/** Real processes that run one of the programs beside this file. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** The programs. */
export type Program = 'contender' | 'frozen-writer' | 'idle-watcher' | 'restless-writer';

/**
 * Starts a program, TypeScript as it is, with a channel for messages and its stdout to be read.
 *
 * @param file the path of the tally
 * @param largestFile the size above which the system refuses to write its files, in units of 512 bytes
 */
export function startProgram(name: Program, file: string, largestFile?: number): ChildProcess {
  const program = fileURLToPath(new URL(`${name}.ts`, import.meta.url));
  const command = [process.execPath, '--import', 'tsx', program, file];
  if (largestFile !== undefined) command.unshift('sh', '-c', `ulimit -S -f ${largestFile}; exec "$0" "$@"`);
  return spawn(command[0]!, command.slice(1), { stdio: ['ignore', 'pipe', 'inherit', 'ipc'] });
}

/** The next message of a process. @throws when it ends instead */
export async function nextMessage<M>(child: ChildProcess): Promise<M> {
  const answered = new AbortController();
  const message = once(child, 'message', { signal: answered.signal }).then(([first]) => first as M);
  const end = once(child, 'exit', { signal: answered.signal }).then(() => {
    throw new Error('The process ended before it answered.');
  });
  try {
    return await Promise.race([message, end]);
  } finally {
    answered.abort();
    await Promise.allSettled([message, end]);
  }
}

/** Kills a process, leaving it no time for anything, and waits until it is gone. */
export async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}
