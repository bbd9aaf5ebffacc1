/** A running code-server: VS Code with its extension host in a process here, and its window in a browser. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { join } from 'node:path';
import { codeServer } from '../../../../scripts/editors/code-server.ts';
import { agentEnvironment } from '../../../support/environment.ts';

/** What a server is started with. */
export interface ServerOptions {
  /** Its home: settings, extensions and all that it writes are below. */
  readonly home: string;
  readonly env?: Record<string, string | undefined>;
}

/** Milliseconds until a server that does not answer is given up: the machine may be very slow. */
const patience = 120_000;

/** Runs until it is disposed of, with every process that it has started. */
export class Server implements AsyncDisposable {
  readonly address: string;
  readonly #process: ChildProcess;
  readonly #ended: Promise<unknown>;
  #said = '';

  private constructor(process: ChildProcess, address: string) {
    this.#process = process;
    this.address = address;
    this.#ended = once(process, 'close');
    for (const stream of [process.stdout, process.stderr]) stream?.on('data', (chunk: Buffer) => (this.#said += chunk.toString()));
  }

  /** Starts one. @throws {Error} where it does not come up, with what it said */
  static async start({ home, env }: ServerOptions): Promise<Server> {
    const { node, entry } = codeServer();
    const port = await freePort();
    const args = [
      ...['--user-data-dir', userData(home), '--extensions-dir', extensions(home), '--config', join(home, 'code-server.yaml')],
      ...['--auth', 'none', '--bind-addr', `127.0.0.1:${port}`, '--disable-telemetry', '--disable-update-check', '--disable-workspace-trust', '--disable-getting-started-override'],
    ];
    const nothing = 'http://127.0.0.1:9';
    const gallery = JSON.stringify({ serviceUrl: nothing, itemUrl: nothing, resourceUrlTemplate: `${nothing}/{publisher}/{name}/{version}/{path}`, controlUrl: '', recommendationsUrl: '' });
    // A group of its own, so that its extension hosts and agents end with it.
    const child = spawn(node, [entry, ...args], { env: agentEnvironment(home, { EXTENSIONS_GALLERY: gallery, ...env }), stdio: ['ignore', 'pipe', 'pipe'], detached: true });
    const server = new Server(child, `http://127.0.0.1:${port}`);
    try {
      await server.#isUp();
      return server;
    } catch (error) {
      await server[Symbol.asyncDispose]();
      throw error;
    }
  }

  /** Kills all of it, and waits for the end. */
  async [Symbol.asyncDispose](): Promise<void> {
    try {
      process.kill(-this.#process.pid!, 'SIGKILL');
    } catch {
      // It is gone already.
    }
    await this.#ended;
  }

  async #isUp(): Promise<void> {
    for (const start = Date.now(); Date.now() - start < patience; await wait(100)) {
      if (this.#process.exitCode !== null) break;
      const answer = await fetch(`${this.address}/healthz`).catch(() => undefined);
      await answer?.body?.cancel();
      if (answer?.ok === true) return;
    }
    throw new Error(`code-server did not come up:\n${this.#said}`);
  }
}

/** Where the user's settings and the editor's own storage are. */
export function userData(home: string): string {
  return join(home, 'user-data');
}

/** Where extensions are. */
export function extensions(home: string): string {
  return join(home, 'extensions');
}

/** It was free a moment ago: code-server takes no port 0. */
async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}
