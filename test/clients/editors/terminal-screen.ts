/** A terminal with a program in it: typed into and looked at as a person does, through tmux in its control mode. */
import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { letTestsEnd } from '../../support/let-tests-end.ts';

/** What is run, and in what. */
export interface ScreenOptions {
  readonly command: readonly string[];
  readonly folder: string;
  readonly env: NodeJS.ProcessEnv;
}

const columns = 100;
const rows = 30;

/** Milliseconds that a program has for showing what is waited for; on a busy machine an editor is slow to start. */
const patience = 45_000;
/** Milliseconds after which a person presses the keys again. */
const impatience = 8_000;

/** A running program and its terminal: `await using screen = await TerminalScreen.open(options)`. */
export class TerminalScreen implements AsyncDisposable {
  readonly #tmux: ChildProcessWithoutNullStreams;
  /** `output` when the program writes, `ended` when it or tmux ends. */
  readonly #events = new EventEmitter();
  readonly #answers: ((lines: string[]) => void)[] = [];
  #over = false;

  private constructor({ command, folder, env }: ScreenOptions) {
    // A server of its own, that reads no configuration.
    const socket = `jira-${process.pid}-${Math.random().toString(36).slice(2)}`;
    const size = ['-x', String(columns), '-y', String(rows)];
    const variables = Object.entries(env).flatMap(([name, value]) => ['-e', `${name}=${value ?? ''}`]);
    this.#tmux = spawn('tmux', ['-L', socket, '-f', '/dev/null', '-C', 'new-session', ...size, ...variables, '-c', folder, '--', ...command], { env: { ...env, TERM: 'xterm-256color', LC_ALL: 'C.UTF-8' }, stdio: 'pipe' });
    this.#tmux.stdin.on('error', () => {});
    this.#tmux.on('close', () => this.#end());
    this.#read();
    letTestsEnd(this.#tmux);
  }

  /** Starts a program in a terminal of {@link columns} by {@link rows} characters. */
  static async open(options: ScreenOptions): Promise<TerminalScreen> {
    const screen = new TerminalScreen(options);
    await screen.#started;
    await screen.#ask(`refresh-client -C ${columns}x${rows}`);
    await screen.#ask('set-option -s escape-time 0');
    await screen.#ask('set-option -g destroy-unattached on');
    return screen;
  }

  /** Types text; the end of a line is the return key. */
  async type(text: string): Promise<void> {
    for (const [index, line] of text.split('\n').entries()) {
      if (index > 0) await this.press('Enter');
      if (line !== '') await this.#ask(`send-keys -l -- ${quoted(line)}`);
    }
  }

  /** Presses keys, by the names that tmux has for them: `Enter`, `Escape`, `C-x`. */
  async press(...keys: string[]): Promise<void> {
    await this.#ask(`send-keys ${keys.map(quoted).join(' ')}`);
  }

  /** What is on the screen. */
  async text(): Promise<string> {
    return (await this.#ask('capture-pane -p')).join('\n');
  }

  /** What is on the screen, with the escape sequences of its colours. */
  async coloured(): Promise<string> {
    return (await this.#ask('capture-pane -p -e -N')).join('\n');
  }

  /**
   * Waits until the screen shows something.
   *
   * @returns what is on the screen then
   * @param milliseconds to wait for it
   * @throws {Error} with the screen, where it is not shown in time, or the program ends before
   */
  async waitFor(pattern: RegExp, milliseconds = patience): Promise<string> {
    const deadline = AbortSignal.timeout(milliseconds);
    for (;;) {
      const changed = once(this.#events, 'output', { signal: deadline }).catch(() => undefined);
      const text = this.#over ? '' : await this.text();
      if (pattern.test(text)) return text;
      if (this.#over || deadline.aborted) throw new Error(`The screen never showed ${String(pattern)}:\n${text}`);
      await changed;
    }
  }

  /** Presses keys, and again as a person does to whom nothing is shown, until the screen shows something. @throws {Error} with the screen, where it never does */
  async pressUntil(pattern: RegExp, ...keys: string[]): Promise<string> {
    for (let attempts = Math.ceil(patience / impatience); attempts > 1; attempts -= 1) {
      await this.press(...keys);
      const shown = await this.waitFor(pattern, impatience).catch(() => undefined);
      if (shown !== undefined) return shown;
    }
    return this.waitFor(pattern, impatience);
  }

  /** Waits for the end of the program. @throws {Error} with the screen, where it goes on */
  async ended(): Promise<void> {
    if (this.#over) return;
    const ended = once(this.#events, 'ended', { signal: AbortSignal.timeout(patience) });
    await ended.catch(async () => {
      throw new Error(`The program did not end:\n${await this.text()}`);
    });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#over) return;
    const [program = ''] = await this.#ask("display-message -p '#{pane_pid}'");
    const processes = descendants(program);
    const ended = once(this.#events, 'ended');
    this.#tmux.stdin.write('kill-server\n');
    await ended;
    // Neovim outlives its terminal while it waits for a key.
    for (const each of processes) end(each);
  }

  /** tmux answers the command that it was started with as it does any other. */
  readonly #started = new Promise<string[]>((resolve) => this.#answers.push(resolve));

  async #ask(command: string): Promise<string[]> {
    if (this.#over) throw new Error('The program has ended.');
    const answer = new Promise<string[]>((resolve) => this.#answers.push(resolve));
    this.#tmux.stdin.write(`${command}\n`);
    return answer;
  }

  /** Each answer stands between `%begin` and `%end` or `%error`; what comes outside of one is an event. */
  #read(): void {
    let answer: string[] | undefined;
    createInterface({ input: this.#tmux.stdout }).on('line', (line) => {
      if (answer !== undefined && /^%(end|error) \d+ \d+ \d+$/.test(line)) {
        this.#answers.shift()?.(answer);
        answer = undefined;
      } else if (answer !== undefined) {
        answer.push(line);
      } else if (line.startsWith('%begin ')) {
        answer = [];
      } else if (line.startsWith('%output ')) {
        this.#events.emit('output');
      }
    });
  }

  #end(): void {
    this.#over = true;
    for (const answer of this.#answers.splice(0)) answer([]);
    this.#events.emit('output');
    this.#events.emit('ended');
  }
}

/** The processes that a process has begun, and those that these have, as Linux tells them. */
function descendants(pid: string): string[] {
  const children = read(`/proc/${pid}/task/${pid}/children`).trim().split(' ').filter((child) => child !== '');
  return children.flatMap((child) => [child, ...descendants(child)]);
}

/** A process that is gone has no file. */
function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

function end(pid: string): void {
  try {
    process.kill(Number(pid), 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}

/** As tmux reads its command line. */
function quoted(argument: string): string {
  return `'${argument.replaceAll("'", `'\\''`)}'`;
}
