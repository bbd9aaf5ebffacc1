/** Contenders that are programs of their own. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { peakMemory } from '../memory.ts';
import type { JiraProcess } from './jira-process.ts';
import type { Sample } from './sample.ts';

/** What it is told beside where Jira is; see `contenders/measure.mjs`. */
export interface Task {
  readonly pageSize: number;
  /** Requests at a time. */
  readonly inFlight?: number;
  /** The value of `fields`; absent asks for all, as Jira's default is. */
  readonly fields?: string;
  /** From where it loads the client that it is about. */
  readonly modules?: string;
}

/** Fetches all issues once. @param program a file of `contenders/` */
export async function fetchByProgram({ baseUrl, token, user, count }: JiraProcess, program: string, task: Task): Promise<Sample> {
  const command = program.endsWith('.py') ? '/usr/bin/python3' : process.execPath;
  const before = await count();
  const args = [join(import.meta.dirname, 'contenders', program), JSON.stringify({ baseUrl, token, user, password: user, ...task })];
  const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  for await (const line of createInterface(child.stdout)) {
    const peak = peakMemory(child.pid!);
    const { requests, bytes, serverTime } = await count();
    const traffic = { requests: requests - before.requests, bytes: bytes - before.bytes, serverTime: serverTime - before.serverTime };
    child.stdin.end();
    await ended;
    return { ...(JSON.parse(line) as Omit<Sample, 'peak' | 'traffic'>), peak, traffic };
  }
  throw new Error(`${program} ended with no result.`);
}
