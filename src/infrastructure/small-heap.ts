/** The first collection of a small heap. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/**
 * Collects once. The growth that V8 is allowed (`src/startup/heap-flags.ts`) counts from the size after a
 * collection, and the first one would come far too late: reading 10,000 issues took 258 MB so, and takes about
 * 130 MB with both, at the same speed (measured on Node.js 20 with `npm run bench`). It takes some 8 ms.
 */
export function keepHeapSmall(): void {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  setFlagsFromString('--no-expose-gc'); // As before: cached code is good under the same flags alone.
}
