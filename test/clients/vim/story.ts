/**
 * A story in Vim script, told by a real editor without a terminal: the script uses the client as a person does, and
 * asks the test for what happens outside of the editor.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, watch, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { assert } from 'chai';
import { agentFile, agentNode } from '../../support/agent.ts';
import { agentEnvironment } from '../../support/environment.ts';
import { TemporaryFolder } from '../../support/temporary-folder.ts';
import type { Editor } from './editors.ts';

/** The plugin. */
export const plugin = join(import.meta.dirname, '..', '..', '..', 'clients', 'vim');

const scripts = join(import.meta.dirname, 'scripts');

/** Milliseconds that a story may take, on a slow machine; an editor that waits for a key ends then. */
const patience = 55_000;

/** What happens outside of the editor, by names: `World('approve', url)` in a script calls `approve(url)`. */
export type World = Readonly<Record<string, (argument: string) => unknown>>;

/** What a story is told with. */
export interface StoryOptions {
  readonly world?: World;
  /** Variables of the environment; a script reads them as `$NAME`. */
  readonly env?: Readonly<Record<string, string>>;
  /** Vim script to run before the plugin is loaded. */
  readonly before?: string;
  /** Whether the script finds the agent by `g:jira_command`; true unless given. */
  readonly findsAgent?: boolean;
  /** More arguments of the editor, before those that load the plugin. */
  readonly args?: readonly string[];
  /** The folder of the plugin; the project's own unless given. */
  readonly plugin?: string;
}

/** What a story left behind. */
export interface Told {
  /** All that the editor wrote to its terminal. */
  readonly screen: string;
  /** All that it wrote into its home, but for what the agent keeps. */
  readonly written: string;
  /** Each text that could not be sent. */
  readonly kept: readonly string[];
}

/**
 * Runs `scripts/NAME.vim`.
 *
 * @param look called with what is left, before it is removed
 * @throws {AssertionError} with what the script found wrong
 */
export async function tell(editor: Editor, name: string, options: StoryOptions = {}, look: (told: Told) => void = () => {}): Promise<void> {
  using folder = new TemporaryFolder();
  const home = folder.path;
  for (const each of ['project', 'world', 'storage', 'state']) await mkdir(join(home, each));
  const report = join(home, 'world', 'report');
  const [program = '', ...arguments_] = editor.command();
  const settings = options.findsAgent === false ? '' : `let g:jira_command = ${vim([agentNode, agentFile])} | let g:jira_settings = ${vim({ storage: join(home, 'storage') })}`;
  const before = [`set runtimepath^=${options.plugin ?? plugin} nomore columns=120 lines=40`, settings, options.before ?? ''].filter((line) => line !== '');
  const args = [
    ...arguments_,
    ...editor.headless,
    ...(options.args ?? []),
    ...before.flatMap((line) => ['--cmd', line]),
    ...['-c', 'runtime plugin/jira.vim', '-S', join(scripts, 'support.vim'), '-c', `call Tell('${join(scripts, `${name}.vim`)}')`],
  ];
  const env = agentEnvironment(home, { LC_ALL: 'C.UTF-8', TERM: 'xterm-256color', XDG_STATE_HOME: join(home, 'state'), WORLD: join(home, 'world'), SCRIPTS: scripts, ...options.env });
  const child = spawn(program, args, { cwd: join(home, 'project'), env, stdio: ['ignore', 'pipe', 'pipe'] });
  let screen = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (screen += text));
  using world = answering(join(home, 'world'), options.world ?? {});
  const late = setTimeout(() => child.kill('SIGKILL'), patience);
  await once(child, 'close');
  clearTimeout(late);
  const found = existsSync(report) ? readFileSync(report, 'utf8') : `It ended before its end.\n${stripVTControlCharacters(screen).slice(-2000)}`;
  assert.strictEqual(found, '', world.problem);
  look({ screen, written: writtenBelow(home).join('\n'), kept: writtenBelow(join(home, 'state', 'jira-vim')) });
}

/** Every file, but those of the agent. */
function writtenBelow(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.startsWith(join(folder, 'storage')))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));
}

/** A value in Vim script; JSON is, but for what is no ASCII. */
export function vim(value: unknown): string {
  return JSON.stringify(value);
}

/** Answers what a script asks: it writes `question`, and waits for `answer`. */
function answering(folder: string, world: World): Disposable & { problem: string } {
  const question = join(folder, 'question');
  const changes = watch(folder, (_event, name) => {
    if (name === 'asked') void answer();
  });
  const state = { problem: '', [Symbol.dispose]: () => changes.close() };
  let asked = '';
  const answer = async (): Promise<void> => {
    if (!existsSync(question)) return;
    const [number = '', name = '', argument = ''] = readFileSync(question, 'utf8').trimEnd().split('\n');
    if (number === asked) return;
    asked = number;
    try {
      const act = world[name];
      if (act === undefined) throw new Error(`nobody does “${name}”`);
      writeFileSync(join(folder, `answer-${number}`), String((await act(argument)) ?? ''));
    } catch (error) {
      state.problem += `${String(error)}\n`;
      writeFileSync(join(folder, `answer-${number}`), `FAILED ${String(error)}`);
    }
    writeFileSync(join(folder, `answered-${number}`), '');
  };
  return state;
}
