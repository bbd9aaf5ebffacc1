/** What is told of an error that nobody foresaw. */
import { writeSync } from 'node:fs';

/**
 * The name of the error and where it was thrown. Its message may quote anything, secrets included, so it is left out.
 *
 * @param thrown anything
 */
export function reportBug(thrown: unknown): string {
  return [`A bug of the agent: ${nameOf(thrown)}`, ...placesOf(thrown)].join('\n');
}

/** The error's name, or the kind of value that was thrown. */
export function nameOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.name : typeof thrown;
}

/** The frames of the stack. A message of several lines could look like some. */
function placesOf(thrown: unknown): string[] {
  if (!(thrown instanceof Error) || thrown.stack === undefined) return [];
  const { stack, message } = thrown;
  const start = message === '' ? 0 : stack.lastIndexOf(message);
  return start < 0 ? [] : stack.slice(start + message.length).split('\n').filter((line) => /^\s+at /.test(line));
}

/**
 * Takes what nobody caught: the place goes to standard error, and the agent lives on. Node.js would print the line of
 * the program and the error with all its members, and end the process with every request under way.
 */
export function surviveBugs(): void {
  process.on('uncaughtException', (error) => tellDevelopers(reportBug(error)));
}

/** Writes a line to standard error, at once, so that it is out before the process ends. */
export function tellDevelopers(text: string): void {
  try {
    writeSync(2, `${text}\n`);
  } catch {
    return; // Nobody reads it.
  }
}
