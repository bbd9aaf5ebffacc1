import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import type { IssueChanges } from './data/store.ts';
import type { Fault } from './faults.ts';
import type { Jira } from './jira.ts';
import type { SeenRequest } from './journal.ts';
import type { ApplicationLink } from './oauth/consumers.ts';

/** What a line on standard input asks for: one member says what. */
interface Order {
  /** Makes an application link. */
  readonly link?: ApplicationLink;
  /** Makes a personal access token of a user, and answers it. */
  readonly token?: string;
  /** Forgets a personal access token. */
  readonly revoke?: string;
  /** Revokes every OAuth access of a user. */
  readonly revokeAccess?: string;
  /** Changes an issue as somebody else would. */
  readonly change?: { readonly key: string; readonly changes: IssueChanges };
  /** Plans a fault for the requests whose path and query hold `match`; for all of them until `clearFaults`, or `times` times. */
  readonly fault?: { readonly match: string; readonly fault: Fault; readonly times?: number };
  readonly clearFaults?: true;
  /** Waits for a request whose path and query hold `match` to arrive, or to be over, unless that was so already; answers what is known of it. */
  readonly await?: { readonly match: string; readonly event: 'request' | 'finished' };
}

/**
 * Lets another program be the administrator, the other user and the network of a Jira: it writes one order a line, in
 * JSON, and reads one answer a line, in the same sequence: `{"ok": …}` or `{"error": …}`.
 */
export async function takeOrders(jira: Jira, input: Readable, output: Writable): Promise<void> {
  for await (const line of createInterface({ input })) {
    output.write(`${JSON.stringify(await answer(jira, line))}\n`);
  }
}

async function answer(jira: Jira, line: string): Promise<{ readonly ok: unknown } | { readonly error: string }> {
  try {
    return { ok: (await carryOut(jira, JSON.parse(line) as Order)) ?? null };
  } catch (error) {
    return { error: String(error) };
  }
}

async function carryOut(jira: Jira, order: Order): Promise<unknown> {
  if (order.link !== undefined) return jira.createApplicationLink(order.link);
  if (order.token !== undefined) return jira.createToken(order.token);
  if (order.revoke !== undefined) return jira.revokeToken(order.revoke);
  if (order.revokeAccess !== undefined) return jira.revokeAccessToken({ userName: order.revokeAccess });
  if (order.change !== undefined) return void jira.changeIssue(order.change.key, order.change.changes);
  if (order.fault !== undefined) return jira.faults.next(order.fault.match, order.fault.fault, order.fault.times ?? Number.POSITIVE_INFINITY);
  if (order.clearFaults !== undefined) return jira.faults.clear();
  if (order.await !== undefined) return seen(jira, order.await);
  throw new RangeError('no such order');
}

/** The first request that fits, once it has come as far as that. */
async function seen(jira: Jira, { match, event }: NonNullable<Order['await']>): Promise<unknown> {
  const fits = ({ path, query, finished }: SeenRequest): boolean => `${path}?${query}`.includes(match) && (event === 'request' || finished);
  const request = jira.requests.find(fits) ?? (await next(jira, event, fits));
  const { method, path, query, userName, authentication, status, aborted, finished } = request;
  return { method, path, query, userName, authentication, status, aborted, finished };
}

function next(jira: Jira, event: 'request' | 'finished', fits: (request: SeenRequest) => boolean): Promise<SeenRequest> {
  return new Promise((resolve) => {
    const listener = (request: SeenRequest): void => {
      if (!fits(request)) return;
      jira.journal.off(event, listener);
      resolve(request);
    };
    jira.journal.on(event, listener);
  });
}
