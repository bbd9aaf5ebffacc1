/** What goes wrong, as a value. */
import { StorageFailure } from '../../../../src/infrastructure/storage/storage.ts';

/** The failure that a call ends with. @throws when it succeeds, or throws anything else */
export async function failureOf(call: Promise<unknown>): Promise<StorageFailure> {
  try {
    await call;
  } catch (error) {
    if (error instanceof StorageFailure) return error;
    throw error;
  }
  throw new Error('It succeeded, and should not have.');
}
