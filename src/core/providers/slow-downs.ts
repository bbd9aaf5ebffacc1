/** Which servers asked to slow down, and until when. */
import type { Clock } from '../../infrastructure/clock.ts';

/** Milliseconds: what is shorter nobody notices, and a full bucket of Jira's asks for it again and again. */
const shortestNoticed = 2000;

/** What is known of one agent's servers; it belongs to the moment, and is not kept. */
export class SlowDowns {
  readonly #clock: Clock;
  readonly #onChange: () => void;
  readonly #until = new Map<string, { readonly time: number; readonly cancel: () => void }>();

  /** @param onChange called when it is another time, or over */
  constructor(clock: Clock, onChange: () => void) {
    this.#clock = clock;
    this.#onChange = onChange;
  }

  /** Until when a server asked to slow down, in milliseconds since the epoch. */
  until(id: string): number | undefined {
    return this.#until.get(id)?.time;
  }

  /** Notes a refusal (429), or that a request was answered after one. @param seconds that Jira asked to wait; 0 ends it */
  note(id: string, seconds: number): void {
    const delay = seconds * 1000;
    if (delay >= shortestNoticed) this.#begin(id, delay);
    else if (delay === 0 && this.forget(id)) this.#onChange();
  }

  /** Forgets a server that changed or went. @returns whether it had asked */
  forget(id: string): boolean {
    this.#until.get(id)?.cancel();
    return this.#until.delete(id);
  }

  #begin(id: string, delay: number): void {
    this.forget(id);
    const cancel = this.#clock.after(delay, () => this.note(id, 0));
    this.#until.set(id, { time: this.#clock.now() + delay, cancel });
    this.#onChange();
  }
}
