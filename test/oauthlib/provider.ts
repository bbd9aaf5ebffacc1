/** Starts the OAuth provider that is made of Python's oauthlib, and registers consumers at it. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { program, python } from './python.ts';

/** A running provider. */
export interface OAuthlibProvider extends AsyncDisposable {
  /** Its base URL as an administrator gives it, with the context path. */
  readonly baseUrl: string;
  /**
   * What an administrator does on Jira's page of application links.
   *
   * @param publicKey SPKI PEM
   */
  registerConsumer(consumerKey: string, publicKey: string): Promise<void>;
}

/**
 * Starts a provider on a free port.
 *
 * @param contextPath begins with a slash, percent-encoded; by default there is none
 * @throws {Error} when Python or its oauthlib is missing, with what Python said
 */
export async function startOAuthlibProvider(contextPath = ''): Promise<OAuthlibProvider> {
  const child = spawn(python, program('provider.py', '--context-path', contextPath), { stdio: ['pipe', 'pipe', 'pipe'] });
  let complaints = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (complaints += text));
  const ended = once(child, 'close');
  letTestsEnd(child);
  const started = once(createInterface(child.stdout), 'line') as Promise<[string]>;
  const [baseUrl] = await Promise.race([
    started,
    ended.then(() => {
      throw new Error(`The provider did not start. ${complaints}`);
    }),
  ]);
  return {
    baseUrl,
    async registerConsumer(consumerKey, publicKey) {
      const response = await fetch(`${baseUrl}/admin/consumers`, { method: 'POST', body: JSON.stringify({ consumerKey, publicKey }) });
      if (!response.ok) throw new Error(`The provider did not take the consumer: ${response.status}`);
    },
    async [Symbol.asyncDispose]() {
      child.stdin.end();
      await ended;
    },
  };
}

/** A failed test may leave its provider behind; that must not keep the test run alive, whose end ends the provider. */
function letTestsEnd(child: ChildProcess): void {
  child.unref();
  for (const stream of [child.stdin, child.stdout, child.stderr]) (stream as unknown as { unref(): void }).unref();
}
