/** Making an issue of a note in the code, or of what is selected. */
import type { Command, Range } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { CommandArguments } from '../../../../protocol/commands.ts';
import { commandNames } from '../../../../protocol/methods.ts';
import { findNote } from '../../../core/references/note.ts';
import { plainLine } from '../../../core/text/plain-text.ts';
import { type Documents, lineOf } from '../../documents/documents.ts';
import { isCommitMessage, isProse } from '../../documents/languages.ts';

/** What begins a comment in one language or another; a line within a comment of several lines may begin with a star. */
const comment = /(?:^|\s)(?:\/\/|\/\*|#|--|;|%|<!--|\(\*|\{-|"""|''')|^\s*\*/;

/** Characters of a selection that become an issue; more is a file and no text about one. */
const longestSelection = 10_000;

/** One word, or a key, makes no issue: eglot says that the one at the cursor is selected wherever nothing is. */
const isWord = /^[\p{L}\p{N}_.#/-]*$/u;

/** Helix has a cursor one character wide. */
const cursorWidth = 1;

/** Where it comes from, and the command. */
export interface CreateAction {
  readonly source: 'note' | 'selection';
  readonly command: Command;
}

/**
 * The command that makes an issue of what is at a range: of the note in its line; where there is none, of the text that
 * is selected.
 *
 * @param range of the editor's
 * @param markers of notes, for instance `TODO`
 */
export function createAction(documents: Documents, document: TextDocument, range: Range, markers: readonly string[]): CreateAction | undefined {
  const start = documents.fromEditor(document, range.start);
  const end = documents.fromEditor(document, range.end);
  const note = start.line === end.line ? ofNote(documents, document, { line: start.line, start: start.character, end: end.character }, markers) : undefined;
  return note ?? ofSelection(documents, document, document.offsetAt(start), document.offsetAt(end));
}

/** A cursor anywhere in the line will do; of what is selected, a part must be the note's. */
function ofNote(documents: Documents, document: TextDocument, { line, start, end }: { line: number; start: number; end: number }, markers: readonly string[]): CreateAction | undefined {
  const note = findNote(lineOf(document, line).replace(/\r?\n$/, ''), markers);
  if (note === undefined || (end - start > cursorWidth && (end <= note.start || start >= note.end))) return undefined;
  const { at, before, after } = note.keyPlace;
  const position = documents.toEditor(document, line, at, at).start;
  const insert = { uri: document.uri, version: document.version, position, before, after };
  return { source: 'note', command: command(note.text === '' ? `Create an issue from this ${note.marker}…` : `Create an issue: ${plainLine(note.text, 60)}`, { summary: note.text, insert }) };
}

function ofSelection(documents: Documents, document: TextDocument, start: number, end: number): CreateAction | undefined {
  const selected = document.getText({ start: document.positionAt(start), end: document.positionAt(end) });
  const text = selected.split(/\r?\n/).map((line) => line.replace(/^\s*(?:\/\/+!?|\/\*+|\*(?!\/)|#+|--+|;+|%+|<!--)\s?/, '').replace(/\s*(?:\*\/|-->)\s*$/, '')).join('\n').trim();
  if (selected.length <= cursorWidth || isWord.test(text) || text.length > longestSelection) return undefined;
  const { line, character } = document.positionAt(start + selected.trimEnd().length);
  const lastLine = lineOf(document, line);
  // In code a key makes sense in a comment alone.
  const mayInsert = isProse(document) || isCommitMessage(document) || comment.test(lastLine.slice(0, character));
  const position = documents.toEditor(document, line, character, character).start;
  const insert = mayInsert ? { uri: document.uri, version: document.version, position, before: ' (', after: ')' } : undefined;
  return { source: 'selection', command: command('Create an issue from the selection…', { summary: text, ...(insert === undefined ? {} : { insert }) }) };
}

function command(title: string, args: CommandArguments<'jira.createIssue'>): Command {
  return { title, command: commandNames.createIssue, arguments: [args] };
}
