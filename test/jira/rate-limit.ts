import type { Exchange } from './exchange.ts';
import type { RateLimit } from './options.ts';
import { tomcatPage } from './pages.ts';
import { html, Refusal, type Reply } from './replies.ts';

const unlimited = /^\/rest\/(auth\/1\/session|api\/[^/]+\/serverInfo|applinks\/|applinks-oauth\/|capabilities|.*\/remotelink)/;

interface Bucket {
  tokens: number;
  /** Milliseconds since 1970 up to which tokens were put back. */
  filled: number;
}

/** A token bucket for each user, over the external REST resources. */
export class RateLimiter {
  readonly #limit: RateLimit | undefined;
  readonly #now: () => number;
  readonly #buckets = new Map<string, Bucket>();

  /** Without a limit everything passes. */
  constructor(limit: RateLimit | undefined, now: () => number) {
    this.#limit = limit;
    this.#now = now;
  }

  /**
   * Takes a token for a request; gives the headers for its answer.
   *
   * @throws {Refusal} 429 in Tomcat's HTML, with `retry-after: 0` as Jira often has it
   */
  take({ path, identity }: Exchange): Reply['headers'] {
    const limit = this.#limit;
    if (limit === undefined || identity.user === undefined || !path.startsWith('/rest/') || unlimited.test(path)) return {};
    const bucket = this.#bucket(identity.user.name, limit);
    const refused = bucket.tokens < 1;
    if (!refused) bucket.tokens -= 1;
    const headers = {
      'X-RateLimit-Limit': String(limit.capacity),
      'X-RateLimit-Remaining': String(bucket.tokens),
      'X-RateLimit-Interval-Seconds': String(limit.intervalSeconds),
      'X-RateLimit-FillRate': String(limit.fillRate),
      'retry-after': '0',
    };
    if (refused) throw new Refusal(html(429, tomcatPage(429, 'Too Many Requests', 'Rate limit exceeded.'), headers));
    return headers;
  }

  #bucket(userName: string, { capacity, fillRate, intervalSeconds }: RateLimit): Bucket {
    const now = this.#now();
    const bucket = this.#buckets.get(userName) ?? { tokens: capacity, filled: now };
    const intervals = Math.floor((now - bucket.filled) / (intervalSeconds * 1000));
    bucket.tokens = Math.min(capacity, bucket.tokens + intervals * fillRate);
    bucket.filled += intervals * intervalSeconds * 1000;
    this.#buckets.set(userName, bucket);
    return bucket;
  }
}
