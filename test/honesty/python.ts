import { execFile, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/** The Python that has Debian's `python3-jira` and `python3-requests-oauthlib`; the variable `PYTHON` names another. */
export const python = process.env['PYTHON'] ?? '/usr/bin/python3';

/** Runs a Python program of this folder to its end; gives the JSON that it printed. @throws {Error} when it fails */
export async function runPython(program: string, ...rest: string[]): Promise<unknown> {
  const { stdout } = await promisify(execFile)(python, ['-B', pathOf(program), ...rest]);
  return JSON.parse(stdout);
}

/** A Python program that talks in lines of JSON. */
export interface PythonConversation {
  /** Writes a line. */
  say(value: unknown): void;
  /** Reads the next line. @throws {Error} with what it printed as errors, when it has ended */
  hear(): Promise<unknown>;
}

/** Starts a Python program of this folder to talk to; it ends when it has nothing more to say. */
export function talkToPython(program: string): PythonConversation {
  const child = spawn(python, ['-B', pathOf(program)], { stdio: ['pipe', 'pipe', 'pipe'] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  let errors = '';
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (errors += chunk));
  child.stdin.on('error', () => undefined);
  return {
    say: (value) => void child.stdin.write(`${JSON.stringify(value)}\n`),
    hear: async () => {
      const { done, value } = await lines.next();
      if (done === true) throw new Error(`${program} has ended:\n${errors}`);
      return JSON.parse(value) as unknown;
    },
  };
}

function pathOf(program: string): string {
  return fileURLToPath(new URL(program, import.meta.url));
}
