/** The `openssl` of the machine, which shares no code with the agent, and files for it to work on. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder of its own for a test. */
export interface TemporaryFolder {
  /** The path of a file in it. */
  path(name: string): string;
  /** Writes a file in it, and gives its path. */
  write(name: string, content: string | Buffer): string;
  remove(): void;
}

/** Makes a folder that nobody else knows. */
export function temporaryFolder(): TemporaryFolder {
  const folder = mkdtempSync(join(tmpdir(), 'jira-language-server-test-'));
  const path = (name: string) => join(folder, name);
  return {
    path,
    write(name, content) {
      writeFileSync(path(name), content);
      return path(name);
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/**
 * Runs openssl.
 *
 * @param args a line of arguments without quotes, or one by one
 * @param input what it reads on its standard input
 * @returns what it wrote
 * @throws where it fails, with its complaint
 */
export function openssl(args: string | readonly string[], input: string | Buffer = ''): Buffer {
  return run('openssl', args, input);
}

/**
 * Runs any program as {@link openssl} runs openssl.
 *
 * @param environment what it finds in its environment beside the test's own
 */
export function run(program: string, args: string | readonly string[], input: string | Buffer = '', environment: NodeJS.ProcessEnv = {}): Buffer {
  return execFileSync(program, typeof args === 'string' ? args.split(' ') : args, { input, stdio: 'pipe', env: { ...process.env, ...environment } });
}
