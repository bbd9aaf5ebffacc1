import type { IncomingMessage } from 'node:http';

/** An answer made by hand. */
export interface FaultReply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/**
 * What goes wrong with one request:
 * - a reply made by hand, in place of Jira's;
 * - `hang`: no answer ever; `reset`: the connection is cut before anything is done; `resetAfter`: the work is done,
 *   and the connection cut instead of answering; `truncate`: half of the real answer, then the connection is cut;
 *   `endless`: an answer that never stops; `slow`: the real answer, a byte at a time;
 * - `delay`: the real answer, so many milliseconds later; `until`: the real answer, once the promise is kept;
 * - `sso302`, `sso200`: the login page of a single sign-on proxy, by redirect to another host or in place;
 * - `rateLimited`: Tomcat's 429 with `retry-after: 0`; `maintenance`: 503 while Jira reindexes; `starting`: the page
 *   that is shown while Jira starts.
 */
export type Fault =
  | FaultReply
  | { readonly delay: number }
  | { readonly until: Promise<unknown> }
  | 'hang'
  | 'reset'
  | 'resetAfter'
  | 'truncate'
  | 'endless'
  | 'slow'
  | 'sso302'
  | 'sso200'
  | 'rateLimited'
  | 'maintenance'
  | 'starting';

/** Which requests: whose path and query hold a text, fit an expression, or satisfy a predicate. */
export type Matcher = string | RegExp | ((request: IncomingMessage) => boolean);

interface Planned {
  readonly matcher: Matcher;
  readonly fault: Fault;
  left: number;
}

/** The faults that are planned for the requests to come. */
export class Faults {
  readonly #planned: Planned[] = [];

  /** Plans a fault for the next request, or the next few, that fit. */
  next(matcher: Matcher, fault: Fault, times = 1): void {
    this.#planned.push({ matcher, fault, left: times });
  }

  /** Plans a fault for every request that fits, until `clear`. */
  always(matcher: Matcher, fault: Fault): void {
    this.next(matcher, fault, Number.POSITIVE_INFINITY);
  }

  /** Forgets what is planned. */
  clear(): void {
    this.#planned.length = 0;
  }

  /** The fault for a request; the first that was planned and fits. */
  take(request: IncomingMessage): Fault | undefined {
    const planned = this.#planned.find(({ matcher, left }) => left > 0 && fits(matcher, request));
    if (planned === undefined) return undefined;
    planned.left -= 1;
    return planned.fault;
  }
}

function fits(matcher: Matcher, request: IncomingMessage): boolean {
  const target = request.url ?? '';
  if (typeof matcher === 'string') return target.includes(matcher);
  return matcher instanceof RegExp ? matcher.test(target) : matcher(request);
}
