/** Runs the terminal client as a person does: reads what it shows, and types. */
import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { agentEnvironment } from './environment.ts';
import { letTestsEnd } from './let-tests-end.ts';

const root = join(import.meta.dirname, '..', '..');

/** What `npm start` runs once the agent is built. */
const command = [process.execPath, '--import', 'tsx', join(root, 'clients', 'terminal', 'main.ts')];

/** Gives a program a terminal of its own, by Python's `pty`; its exit code is passed on. */
const withTerminal = ['python3', '-c', 'import os, pty, sys; sys.exit(os.waitstatus_to_exitcode(pty.spawn(sys.argv[1:])) % 256)'];

/** How a client is run. */
export interface TerminalOptions {
  readonly args: readonly string[];
  /** Its home: an agent without `--storage` keeps its files there. */
  readonly home: string;
  /** Whether it has a terminal, and not just pipes. */
  readonly tty?: boolean;
  readonly env?: Record<string, string>;
}

/** A running client. */
export class TerminalClient {
  readonly #child: ChildProcessWithoutNullStreams;
  readonly #ended: Promise<number | null>;
  #output = '';
  #seen = 0;

  constructor({ args, home, tty = false, env = {} }: TerminalOptions) {
    const [program = '', ...rest] = [...(tty ? withTerminal : []), ...command, ...args];
    this.#child = spawn(program, rest, { cwd: root, env: agentEnvironment(home, env), stdio: 'pipe' });
    for (const stream of [this.#child.stdout, this.#child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (this.#output += text));
    this.#ended = once(this.#child, 'close').then(([code]) => code as number | null);
    letTestsEnd(this.#child);
  }

  /** All that it has shown so far, on stdout and stderr. */
  get output(): string {
    return this.#output.replaceAll('\r\n', '\n');
  }

  /** Waits until it shows something that it had not shown before. @throws {Error} where it ends first */
  async shows(pattern: RegExp): Promise<RegExpExecArray> {
    for (;;) {
      const found = pattern.exec(this.output.slice(this.#seen));
      if (found !== null) {
        this.#seen += found.index + found[0].length;
        return found;
      }
      const more = await Promise.race([once(this.#child.stdout, 'data'), this.#ended]);
      if (!Array.isArray(more)) throw new Error(`It ended with code ${more} before it showed ${pattern}:\n${this.output}`);
    }
  }

  /** Types a line. */
  type(line: string): void {
    this.#child.stdin.write(`${line}\n`);
  }

  /** Presses one key, Ctrl-C for instance. */
  press(key: string): void {
    this.#child.stdin.write(key);
  }

  /** Waits for the question, and answers it. */
  async answer(question: RegExp, line: string): Promise<RegExpExecArray> {
    const found = await this.shows(question);
    this.type(line);
    return found;
  }

  /** Waits for the end. @returns its exit code */
  async ended(): Promise<number | null> {
    return this.#ended;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#child.kill('SIGKILL');
    await this.#ended;
  }
}
