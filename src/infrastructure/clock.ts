/** The clock as the core sees it: handed in, so that tests can move it. */

/** Time and timers. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  /**
   * Calls back once.
   *
   * @param delay milliseconds
   * @returns a function that calls it off
   */
  after(delay: number, callback: () => void): () => void;
}

/** The clock of this machine. Its timers do not keep the process alive. */
export const systemClock: Clock = {
  now: () => Date.now(),
  after(delay, callback) {
    const timer = setTimeout(callback, delay);
    timer.unref();
    return () => clearTimeout(timer);
  },
};
