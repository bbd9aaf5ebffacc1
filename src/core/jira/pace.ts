/** The pace of one provider's requests: how many at once, who goes first, and when Jira's bucket is empty. */
import PQueue from 'p-queue';
import type { Clock } from '../../infrastructure/clock.ts';
import type { HttpResponse } from '../../infrastructure/http/http.ts';

/** What a person waits for goes before a list, and a list before what runs in the background. */
export type Priority = 'person' | 'list' | 'background';

const priorities: Readonly<Record<Priority, number>> = { person: 2, list: 1, background: 0 };
/** Requests under way at once: two more than a list takes, so that a hover never waits for one. */
const atOnce = 10;
/** Seconds that the queue stands still at the most; where that was too short, Jira refuses with a time to wait for. */
const longestPause = 10;

/**
 * Lets requests through by priority. Jira Data Center counts requests per user in a token bucket and
 * tells its level in each answer (`X-RateLimit-*`): an empty one stops the queue until it fills again,
 * before Jira has to refuse.
 */
export class Pace {
  readonly #queue = new PQueue({ concurrency: atOnce });
  readonly #clock: Clock;
  #resume: (() => void) | undefined;
  #counted = false;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Whether an answer told that requests are counted. */
  get isCounted(): boolean {
    return this.#counted;
  }

  /**
   * Sends a request when its turn comes.
   *
   * @param signal ends the waiting too
   */
  async run(send: () => Promise<HttpResponse>, priority: Priority, signal: AbortSignal): Promise<HttpResponse> {
    return this.#queue.add(
      async () => {
        const response = await send();
        this.#heed(response);
        return response;
      },
      { priority: priorities[priority], signal },
    );
  }

  #heed({ headers }: HttpResponse): void {
    const remaining = number(headers['x-ratelimit-remaining']);
    this.#counted ||= remaining !== undefined;
    if (remaining === undefined || remaining > 0 || this.#resume !== undefined) return;
    const interval = Math.min(longestPause, number(headers['x-ratelimit-interval-seconds']) ?? 1);
    this.#queue.pause();
    this.#resume = this.#clock.after(Math.max(0.2, interval) * 1000, () => {
      this.#resume = undefined;
      this.#queue.start();
    });
  }
}

function number(text: string | undefined): number | undefined {
  const value = Number.parseFloat(text ?? '');
  return Number.isNaN(value) ? undefined : value;
}
