import type { ChildProcessWithoutNullStreams } from 'node:child_process';

/** Lets a test run end although a test that failed by its time limit has left this process behind. */
export function letTestsEnd(child: ChildProcessWithoutNullStreams): void {
  child.unref();
  for (const stream of [child.stdin, child.stdout, child.stderr]) (stream as unknown as { unref(): void }).unref();
}
