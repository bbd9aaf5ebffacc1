/** `workspace/executeCommand`: what a code action, a lens or the user runs. */
import { setMaxListeners } from 'node:events';
import { commands, type CommandDefinition } from '../../../protocol/commands.ts';
import { type CommandName, commandNames } from '../../../protocol/methods.ts';
import { invalidParams } from '../../core/errors.ts';
import { Dialogue, type OnAsk } from '../dialogue.ts';
import { Dismissed } from '../dismissed.ts';
import { validateParams } from '../validation.ts';
import type { Command } from './commands/command.ts';
import { commandHandlers } from './commands/index.ts';
import type { Feature, FeatureContext } from './feature.ts';
import { isMendedBySignIn } from './sign-in/offer.ts';

/**
 * Milliseconds after which a command that asks the user is answered, whatever the user does: eglot waits for the answer
 * with everything standing still, and gives up after ten seconds, with the question that the user reads.
 */
const patience = 8000;

/**
 * Runs a command. One that has asked the user something, and is not done in time, is answered with `null` and goes on;
 * what becomes of it the user is shown, as with every other. So is at once one whose file the user has to open: that
 * cannot be done in an editor that stands still.
 */
export const executeCommand: Feature<'workspace/executeCommand'> = async ({ command, arguments: given, workDoneToken }, context, signal) => {
  if (!isOurs(command)) throw invalidParams('command', 'The agent has no such command. `executeCommandProvider` in its answer to `initialize` lists those that it has.');
  const abort = new AbortController();
  const asked = new Asked();
  const work = AbortSignal.any([signal, context.workbench.life, abort.signal]);
  // Many pages at once listen to one signal; Node warns of more than ten.
  setMaxListeners(0, work);
  const progress = context.editor.workDoneProgress(workDoneToken, `Jira: ${commands[command].title}`, () => abort.abort());
  const done = run(command, given, context, work, (what) => asked.now(what === 'form' && !context.editor.capabilities.showDocument))
    .catch((error: unknown) => {
      // Who called it off in the progress gets no error for it.
      if (work.aborted && !signal.aborted) return null;
      throw error;
    })
    .finally(() => progress.end());
  const [result] = await Promise.race([done.then((value) => [value]), asked.tooLong(patience).then(() => [null])]);
  asked.stop();
  done.catch(() => undefined);
  return result;
};

async function run(command: CommandName, given: readonly unknown[] | undefined, context: FeatureContext, signal: AbortSignal, onAsk: OnAsk): Promise<unknown> {
  const { editor, workbench } = context;
  const dialogue = new Dialogue(editor, workbench.forms, signal, onAsk);
  try {
    const args = readArguments(commands[command], given);
    const attempt = (): Promise<unknown> => (commandHandlers[command] as Command<CommandName>)(args as never, { ...context, dialogue }, signal);
    try {
      return await attempt();
    } catch (error) {
      const { provider } = args as { provider?: string };
      if (!(await workbench.signInOffer.afterFailure(error, provider, dialogue, signal))) throw error;
      return await attempt();
    }
  } catch (error) {
    if (error instanceof Dismissed) return null;
    // Many editors keep the error of a command to themselves.
    if (!signal.aborted && error instanceof Error && told.has(error.name)) editor.showError(wordsFor(error));
    throw error;
  }
}

/** The message; where it ends in a request of the protocol as the next step, the command that takes its place. */
function wordsFor(error: Error): string {
  if (!isMendedBySignIn(error)) return error.message;
  const [what] = error.message.split(/(?<=\.) /);
  return `${what} Run the command ${commandNames.signIn}.`;
}

/** The errors with a message for people. */
const told = new Set(['JiraError', 'StorageFailure']);

/** The object that was given; the bare value that somebody typed; or nothing. @throws {JiraError} invalidParams */
function readArguments(definition: CommandDefinition, given: readonly unknown[] | null | undefined): unknown {
  const [first = null] = given ?? []; // eglot writes null for none.
  const isBare = typeof first === 'string' || typeof first === 'number';
  if (isBare && definition.main === undefined) throw invalidParams('arguments', `\`${definition.name}\` takes no value.`);
  return validateParams(definition.arguments, isBare ? { [definition.main!]: String(first) } : (first ?? {}));
}

function isOurs(command: string): command is CommandName {
  return Object.hasOwn(commands, command);
}

/** Whether the user was asked something, and for how long the client waits by then. */
class Asked {
  #timer: NodeJS.Timeout | undefined;
  #asked = false;
  #late = false;
  #resolve: () => void = () => undefined;

  /** @param atOnce whether the client must not wait any longer */
  now(atOnce: boolean): void {
    this.#asked = true;
    this.#late ||= atOnce;
    if (this.#late) this.#resolve();
  }

  /** Settles as soon as both are true: the user was asked, and this many milliseconds went by, or too many anyway. */
  tooLong(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      this.#resolve = resolve;
      if (this.#asked && this.#late) resolve();
      this.#timer = setTimeout(() => {
        this.#late = true;
        if (this.#asked) resolve();
      }, milliseconds);
    });
  }

  stop(): void {
    clearTimeout(this.#timer);
  }
}
