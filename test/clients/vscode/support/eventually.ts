/** Waiting for what nobody tells. */
import { setTimeout as wait } from 'node:timers/promises';

/** Milliseconds until it is given up: the machine may be very slow. */
const patience = 60_000;

/** Looks again and again, until it is so. @throws {Error} where it never is */
export async function eventually(what: string, isSo: () => boolean | Promise<boolean>): Promise<void> {
  for (const start = Date.now(); Date.now() - start < patience; await wait(100)) if (await isSo()) return;
  throw new Error(`There never was ${what}.`);
}
