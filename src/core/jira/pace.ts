/** The pace of one provider's requests: how many at once, who goes first, and how many Jira will take. */
import PQueue from 'p-queue';
import type { Clock } from '../../infrastructure/clock.ts';
import type { HttpResponse } from '../../infrastructure/http/http.ts';
import { secondsToWait } from './retry.ts';

/** What a person waits for goes before a list, and a list before what runs in the background. */
export type Priority = 'person' | 'list' | 'background';

/** The higher goes first. */
export const priorities: Readonly<Record<Priority, number>> = { person: 2, list: 1, background: 0 };
/** Requests under way at once. */
const atOnce = 10;
/** Of them for lists and the background: the others are free for what a person waits for. */
const mostForLists = 8;
/** Seconds that the queue stands still at the most; where that was too short, Jira refuses with a time to wait for. */
const longestPause = 10;
const shortestPause = 0.2;
/** Successes in a row that tell no level, after which Jira is taken to count no more: single paths of it are never counted. */
const uncountedAtLast = 3;

/**
 * Lets requests through by priority. Jira Data Center counts requests per user in a token bucket and
 * tells its level in each answer (`X-RateLimit-*`): no request is sent that would find it empty, so that
 * Jira does not have to refuse.
 */
export class Pace {
  readonly #queue = new PQueue({ concurrency: atOnce });
  /** Where all wait that no person waits for, until they may go into the queue. */
  readonly #lists = new PQueue({ concurrency: mostForLists });
  readonly #clock: Clock;
  readonly #onSlowDown: (seconds: number) => void;
  /** When Jira refused last; no time before it did. */
  #refusedAt: number | undefined;
  #resume: (() => void) | undefined;
  #counted = false;
  /** Successes since the last answer that told a level. */
  #uncounted = 0;
  #underWay = 0;
  /** How many more requests Jira will take, those under way taken off; unlimited until an answer tells. */
  #left = Number.POSITIVE_INFINITY;
  /** Seconds until Jira puts `#fill` requests back. */
  #interval = 1;
  #fill = 1;

  /** @param onSlowDown told for how many seconds Jira refuses; 0 once it takes a request that was sent after that */
  constructor(clock: Clock, onSlowDown: (seconds: number) => void = () => undefined) {
    this.#clock = clock;
    this.#onSlowDown = onSlowDown;
  }

  /** Whether an answer told that requests are counted. */
  get isCounted(): boolean {
    return this.#counted;
  }

  /**
   * Sends a request when its turn comes.
   *
   * @param signal ends the waiting too
   * @param id of its own, to lift it by
   */
  async run(send: () => Promise<HttpResponse>, priority: Priority, signal: AbortSignal, id?: string): Promise<HttpResponse> {
    const place = { priority: priorities[priority], signal, ...(id === undefined ? {} : { id }) };
    const take = () => this.#take(send, place);
    return priority === 'person' ? take() : this.#lists.add(take, place);
  }

  #take(send: () => Promise<HttpResponse>, place: { readonly priority: number; readonly signal: AbortSignal; readonly id?: string }): Promise<HttpResponse> {
    return this.#queue.add(
      async () => {
        this.#begin();
        const begun = this.#clock.now();
        let response: HttpResponse | undefined;
        try {
          response = await send();
          return response;
        } finally {
          this.#underWay -= 1;
          if (response !== undefined) {
            this.#heed(response);
            this.#tell(response, begun);
          }
        }
      },
      place,
    );
  }

  /** Lets a request that still waits go before others. */
  lift(id: string, priority: Priority): void {
    for (const queue of [this.#lists, this.#queue]) {
      try {
        queue.setPriority(id, priorities[priority]);
      } catch (error) {
        if (!(error instanceof ReferenceError)) throw error; // It does not wait here.
      }
    }
  }

  #begin(): void {
    this.#underWay += 1;
    this.#left -= 1;
    if (this.#left <= 0) this.#hold(this.#interval);
  }

  #heed(response: HttpResponse): void {
    const { status, headers } = response;
    const remaining = number(headers['x-ratelimit-remaining']);
    if (remaining !== undefined) {
      this.#counted = true;
      this.#uncounted = 0;
      this.#interval = number(headers['x-ratelimit-interval-seconds']) ?? 1;
      this.#fill = Math.max(1, number(headers['x-ratelimit-fillrate']) ?? 1);
      // The answer may be older than some that are under way: they are in its count, or they are not.
      const atLeast = remaining - this.#underWay;
      this.#left = this.#left === Number.POSITIVE_INFINITY ? atLeast : Math.min(Math.max(this.#left, atLeast), remaining);
    } else if (status >= 200 && status < 300) {
      this.#uncounted += 1;
      if (this.#uncounted >= uncountedAtLast) this.#countNoMore();
    }
    if (status === 429) {
      // A gateway that refuses, and tells no level, says nothing of what it takes later.
      if (this.#counted) this.#left = Math.min(this.#left, 0);
      this.#hold(secondsToWait(response));
    } else if (this.#left <= 0) this.#hold(this.#interval);
    else this.#release();
  }

  /** @param begun when the request was sent: an answer that was on its way when Jira refused says nothing of later ones */
  #tell(response: HttpResponse, begun: number): void {
    if (response.status === 429) {
      this.#refusedAt = this.#clock.now();
      this.#onSlowDown(secondsToWait(response));
    } else if (this.#refusedAt !== undefined && begun > this.#refusedAt) {
      this.#refusedAt = undefined;
      this.#onSlowDown(0);
    }
  }

  /** An administrator switched the counting off, or exempted the user. */
  #countNoMore(): void {
    this.#counted = false;
    this.#left = Number.POSITIVE_INFINITY;
  }

  /** Stands still until Jira has put requests back. Where the pause is cut short, one request looks whether it has. */
  #hold(seconds: number): void {
    if (this.#resume !== undefined) return;
    this.#queue.pause();
    const pause = Math.min(longestPause, Math.max(shortestPause, seconds));
    const back = pause >= this.#interval ? this.#fill : 1;
    this.#resume = this.#clock.after(pause * 1000, () => {
      this.#left = Math.max(0, this.#left) + back;
      this.#release();
    });
  }

  #release(): void {
    if (this.#resume === undefined) return;
    this.#resume();
    this.#resume = undefined;
    this.#queue.start();
  }
}

function number(text: string | undefined): number | undefined {
  const value = Number.parseFloat(text ?? '');
  return Number.isNaN(value) ? undefined : value;
}
