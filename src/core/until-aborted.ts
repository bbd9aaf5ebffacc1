/**
 * Waits for work that cannot be called off: an editor that is asked for a secret, a locked keyring, a key that is made on
 * another thread. The work goes on where the waiting is ended, and nobody hears of its failure.
 *
 * @throws the signal's reason, when it is aborted first
 */
export async function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  work.catch(() => undefined);
  signal.throwIfAborted();
  let end: (() => void) | undefined;
  try {
    return await Promise.race([
      work,
      new Promise<never>((_resolve, reject) => {
        end = () => reject(signal.reason as Error);
        signal.addEventListener('abort', end);
      }),
    ]);
  } finally {
    if (end !== undefined) signal.removeEventListener('abort', end);
  }
}
