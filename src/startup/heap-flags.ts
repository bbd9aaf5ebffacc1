/**
 * Keeps the process small beside an editor. V8 reckons with the memory of the whole machine: it collects
 * nothing old before some 250 MB of it have gathered, and compiles undici's HTTP parser, which is
 * WebAssembly, twice.
 */
import { setFlagsFromString } from 'node:v8';

/** Percent by which the old heap may grow before it is collected again. */
const growth = 20;

/**
 * Sets V8 to a small heap. It has to be called before anything else is loaded: V8 refuses code from the
 * cache that was compiled under other flags.
 */
export function setHeapFlags(): void {
  setFlagsFromString('--liftoff-only');
  setFlagsFromString(`--heap-growing-percent=${growth}`);
}
