/** What is shown: plain text, whatever Jira holds. */
import { stripVTControlCharacters } from 'node:util';
import { ResponseError } from 'vscode-jsonrpc/node';
import type { ErrorData } from '../../protocol/errors.ts';

/**
 * Text that cannot do anything to a terminal: without escape sequences, control characters, and the
 * signs that turn the direction of what follows (Unicode, UAX #9: they can make a line read as another).
 */
export function plainText(text: string): string {
  return stripVTControlCharacters(text).replaceAll(/(?!\n)\p{Cc}|[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\u2028\u2029]/gu, '');
}

/** The same on one line, for a cell of a table. */
export function plainLine(text: string): string {
  return plainText(text.replaceAll(/\s+/g, ' ')).trim();
}

export function say(text: string): void {
  process.stdout.write(`${plainText(text)}\n`);
}

/** The head of a step: the request, and what it is for. */
export function sayHeading(request: string, purpose: string): void {
  say(`\n── ${request} ── ${purpose}`);
}

export function sayList(lines: readonly string[], style: 'numbered' | 'plain' = 'plain'): void {
  lines.forEach((line, index) => say(style === 'numbered' ? `  ${index + 1}. ${line}` : `  • ${line}`));
}

/** Says what went wrong, in the agent's words, and what to do next. */
export function sayFailure(error: unknown): void {
  say(`\nThis did not work: ${error instanceof Error ? error.message : String(error)}`);
  const hint = error instanceof ResponseError ? (error.data as ErrorData | undefined)?.hint : undefined;
  if (hint !== undefined) say(hint);
}
