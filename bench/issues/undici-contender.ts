/** Plain undici as a contender. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { peakMemory } from '../memory.ts';
import type { JiraProcess } from './jira-process.ts';
import type { Sample } from './sample.ts';

/** How it asks. */
export interface UndiciOptions {
  readonly pageSize: number;
  /** Requests at a time. */
  readonly inFlight: number;
  /** The value of `fields`; absent asks for all, as Jira's default is. */
  readonly fields?: string;
}

const program = join(import.meta.dirname, 'plain-undici.mjs');

/** Fetches all issues once by a program of its own. */
export async function fetchByUndici({ baseUrl, token }: JiraProcess, options: UndiciOptions): Promise<Sample> {
  const child = spawn(process.execPath, [program, JSON.stringify({ baseUrl, token, ...options })], { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  const sample = { ...(JSON.parse(line.toString()) as Omit<Sample, 'peak'>), peak: peakMemory(child.pid!) };
  child.stdin.end();
  await ended;
  return sample;
}
