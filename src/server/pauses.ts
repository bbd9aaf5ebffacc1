/** Pauses: what is to be done when nobody has wanted the same for a while. */
import type { Clock } from '../infrastructure/clock.ts';

/** Waits for pauses, each by its name. */
export class Pauses {
  readonly #clock: Clock;
  readonly #waiting = new Map<string, () => void>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /**
   * Waits for a pause.
   *
   * @param name who waits; who waits by the same name after it takes its place
   * @param delay milliseconds
   * @returns whether there was one
   */
  after(name: string, delay: number): Promise<boolean> {
    this.#waiting.get(name)?.();
    return new Promise((resolve) => {
      const end = (isPaused: boolean): void => {
        stop();
        if (this.#waiting.get(name) === callOff) this.#waiting.delete(name);
        resolve(isPaused);
      };
      const callOff = (): void => end(false);
      const stop = this.#clock.after(delay, () => end(true));
      this.#waiting.set(name, callOff);
    });
  }

  /** Calls all off. */
  close(): void {
    for (const callOff of [...this.#waiting.values()]) callOff();
  }
}
