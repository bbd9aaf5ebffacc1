/** What a command is. */
import type * as z from 'zod';
import type { CommandResult, Commands } from '../../../../protocol/commands.ts';
import type { CommandName } from '../../../../protocol/methods.ts';
import type { Dialogue } from '../../dialogue.ts';
import type { FeatureContext } from '../feature.ts';

/** What every command may use. */
export interface CommandContext extends FeatureContext {
  /** Asks the user what the arguments do not say. */
  readonly dialogue: Dialogue;
}

/** The arguments of a command, validated, with defaults. */
export type ArgumentsOf<N extends CommandName> = z.output<Commands[N]['arguments']>;

/**
 * Runs a command, and tells the user what came of it.
 *
 * @param signal aborted when the user or the client calls it off
 * @throws {JiraError} for what went wrong; {@link Dismissed}
 */
export type Command<N extends CommandName> = (args: ArgumentsOf<N>, context: CommandContext, signal: AbortSignal) => Promise<CommandResult<N>>;
