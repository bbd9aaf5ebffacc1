/** Waits for work as long as somebody waits for it. */
import type { Clock } from '../infrastructure/clock.ts';

/** What came of it: `late` where it goes on. */
export type InTime<T> = { readonly late: false; readonly value: T } | { readonly late: true };

/**
 * Waits for some work, which goes on whether somebody waits or not.
 *
 * @param milliseconds that somebody waits
 * @throws what the work throws; the signal's reason where it is aborted
 */
export async function inTime<T>(work: Promise<T>, clock: Clock, milliseconds: number, signal: AbortSignal): Promise<InTime<T>> {
  work.catch(() => undefined); // Whoever waits no longer does not hear of it.
  signal.throwIfAborted();
  let stop = (): void => undefined;
  let onAbort = (): void => undefined;
  const enough = new Promise<InTime<T>>((resolve, reject) => {
    stop = clock.after(milliseconds, () => resolve({ late: true }));
    onAbort = () => reject(signal.reason as Error);
    signal.addEventListener('abort', onAbort);
  });
  try {
    return await Promise.race([work.then((value): InTime<T> => ({ late: false, value })), enough]);
  } finally {
    stop();
    signal.removeEventListener('abort', onAbort);
  }
}
