import type { Finding } from '../../../protocol/doctor.ts';
import type { Clock } from '../../infrastructure/clock.ts';
import type { JiraClient } from '../jira/client.ts';
import { serverInfoPath } from '../jira/server-info.ts';
import { ok, warning } from './findings.ts';

const times = 3;
/** Milliseconds from which on everything is slow for a person. */
const slow = 3000;

/** `roundTrip`: how long an answer takes, on a connection that is open already. @throws {JiraError} when there is none */
export async function checkRoundTrip(client: JiraClient, clock: Clock, signal: AbortSignal): Promise<Finding> {
  const took: number[] = [];
  while (took.length < times) {
    const begun = clock.now();
    await client.exchange({ path: serverInfoPath, signal });
    took.push(clock.now() - begun);
  }
  const median = took.sort((a, b) => a - b)[Math.floor(times / 2)]!;
  const detail = `An answer takes ${median} ms, the median of ${times}.`;
  return median < slow ? ok('roundTrip', detail) : warning('roundTrip', detail, 'Look at the VPN and the proxy in between, or ask the administrator whether Jira is overloaded.');
}
