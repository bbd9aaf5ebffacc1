/** openssl's own TLS server: it sends the alerts that Node's does not. */
import { spawn } from 'node:child_process';

/** A server of `openssl s_server`, on a port of its own. */
export interface OpensslServer {
  readonly url: string;
  stop(): Promise<void>;
}

/**
 * Starts `openssl s_server -www`.
 *
 * @param options more of its options
 */
export async function serveOpenssl(options: readonly string[]): Promise<OpensslServer> {
  const child = spawn('openssl', ['s_server', '-accept', '127.0.0.1:0', '-www', ...options], { stdio: ['pipe', 'pipe', 'ignore'] });
  const exit = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const port = await new Promise<string>((resolve, reject) => {
    let printed = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
      const match = /^ACCEPT .*:(\d+)\s*$/m.exec(printed);
      if (match !== null) resolve(match[1]!);
    });
    void exit.then(() => reject(new Error('openssl s_server did not start')));
  });
  return {
    url: `https://localhost:${port}`,
    async stop() {
      child.kill();
      await exit;
    },
  };
}
