/** A screen that nobody sees, for what is made with Swing. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';

/** A running X server: `await using screen = await openScreen()`. */
export interface Screen extends AsyncDisposable {
  /** For the environment variable `DISPLAY`. */
  readonly display: string;
}

/**
 * Starts Xvfb on a display that it finds free itself.
 *
 * @throws {Error} where it does not start; with what it said
 */
export async function openScreen(): Promise<Screen> {
  const child = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1600x1200x24', '-nolisten', 'tcp'], { stdio: ['ignore', 'ignore', 'pipe', 'pipe'] });
  const said: string[] = [];
  child.stderr!.on('data', (chunk: Buffer) => said.push(chunk.toString()));
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const numbers = createInterface(child.stdio[3] as Readable);
  const number = await Promise.race([
    once(numbers, 'line').then(([line]) => line as string),
    once(child, 'error').then(([error]) => Promise.reject(error as Error)),
    ended.then(() => Promise.reject(new Error(`Xvfb did not start: ${said.join('')}`))),
  ]);
  return {
    display: `:${number}`,
    async [Symbol.asyncDispose]() {
      child.kill();
      await ended;
    },
  };
}
