/** The honest Jira in a process of its own, so that it shares no event loop with what is measured. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { JiraOptions } from '../../test/jira/index.ts';
import type { Traffic } from './sample.ts';

/** A running Jira. */
export interface JiraProcess extends AsyncDisposable {
  readonly baseUrl: string;
  /** A personal access token. */
  readonly token: string;
  /** Whose it is, for clients that know no tokens; every user's password is the user's name. */
  readonly user: string;
  /** What it had to do so far. */
  count(): Promise<Traffic>;
}

const program = join(import.meta.dirname, 'jira-program.ts');

/** @param options `latency` in milliseconds for every answer; `pageCap`: its largest page */
export async function startJiraProcess(options: Pick<JiraOptions, 'issues' | 'pageCap' | 'latency'>): Promise<JiraProcess> {
  const child = fork(program, [JSON.stringify(options)], { execArgv: ['--import', 'tsx'] });
  const [{ baseUrl, token }] = (await once(child, 'message')) as [{ baseUrl: string; token: string }];
  return {
    baseUrl,
    token,
    user: 'alice',
    async count() {
      child.send('count');
      const [traffic] = (await once(child, 'message')) as [Traffic];
      return traffic;
    },
    async [Symbol.asyncDispose]() {
      const ended = once(child, 'exit');
      child.disconnect();
      await ended;
    },
  };
}
