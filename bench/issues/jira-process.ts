/** The honest Jira in a process of its own, so that it shares no event loop with what is measured. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** A running Jira. */
export interface JiraProcess extends AsyncDisposable {
  readonly baseUrl: string;
  /** A personal access token. */
  readonly token: string;
}

const program = join(import.meta.dirname, '..', '..', 'test', 'jira', 'main.ts');

/** @param options `latency` in milliseconds for every answer; `pageCap`: its largest page */
export async function startJiraProcess(options: { issues: number; pageCap: number; latency: number }): Promise<JiraProcess> {
  const args = ['--issues', options.issues, '--page-cap', options.pageCap, '--latency', options.latency, '--token', 'alice'].map(String);
  const child = spawn(process.execPath, ['--import', 'tsx', program, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  const baseUrl = (await lines.next()).value as string;
  const token = ((await lines.next()).value as string).split(' ')[1]!;
  return {
    baseUrl,
    token,
    async [Symbol.asyncDispose]() {
      const ended = once(child, 'exit');
      child.kill();
      await ended;
    },
  };
}
