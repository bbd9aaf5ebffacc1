/** Asks servers that are out of reach again and again, until they answer. */
import type { Clock } from '../../infrastructure/clock.ts';

/** Milliseconds until the first question; each further one waits twice as long. */
const firstDelay = 2000;
/** Milliseconds: back from the train, nobody waits for longer. */
const longestDelay = 120_000;

/** The questions to come. None is asked before `begin`, for a client that takes no news has no use for it. */
export class Recovery {
  readonly #clock: Clock;
  readonly #ask: (id: string, signal: AbortSignal) => Promise<unknown>;
  readonly #random: () => number;
  readonly #planned = new Map<string, () => void>();
  #begun = false;

  /**
   * @param ask asks a server whether it is there; on success it calls `forget`
   * @param random from 0 to 1: many windows shall not ask at the same moment
   */
  constructor(clock: Clock, ask: (id: string, signal: AbortSignal) => Promise<unknown>, random: () => number = Math.random) {
    this.#clock = clock;
    this.#ask = ask;
    this.#random = random;
  }

  /** From now on servers are asked. */
  begin(): void {
    this.#begun = true;
  }

  /** Asks a server, after a while, until `forget` is called for it. */
  watch(id: string): void {
    if (this.#begun && !this.#planned.has(id)) this.#plan(id, firstDelay);
  }

  /** Calls the questions to a server off, the one under way included. */
  forget(id: string): void {
    this.#planned.get(id)?.();
    this.#planned.delete(id);
  }

  /** Calls all questions off, and asks no more. */
  stop(): void {
    this.#begun = false;
    for (const id of [...this.#planned.keys()]) this.forget(id);
  }

  #plan(id: string, delay: number): void {
    const abort = new AbortController();
    const cancel = this.#clock.after(delay * (0.75 + this.#random() / 2), () => {
      void this.#ask(id, abort.signal).catch(() => undefined).then(() => {
        if (!abort.signal.aborted) this.#plan(id, Math.min(2 * delay, longestDelay));
      });
    });
    this.#planned.set(id, () => {
      abort.abort();
      cancel();
    });
  }
}
