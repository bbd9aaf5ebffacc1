/** What a smart commit command does, where the cursor is on one. */
import type { Hover, Position } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { commandOf, findSmartCommands, isTransition, smartCommands } from '../../../core/commit/smart-commits.ts';
import { JiraError } from '../../../core/errors.ts';
import { writeMarkdown } from '../../../core/markup/markdown/write-document.ts';
import { lineOf } from '../../documents/documents.ts';
import type { FeatureContext } from '../feature.ts';

/** @param position of the editor's */
export async function smartCommitHover(document: TextDocument, position: Position, { documents, editor, workbench }: FeatureContext): Promise<Hover | null> {
  const { references, transitions } = workbench;
  const { line, character } = documents.fromEditor(document, position);
  if (!references.messageOf(document)?.lines.some((each) => each.line === line)) return null;
  const inLine = [...references.placedIn(document)].filter((each) => each.line === line);
  const [first] = inLine;
  const command = first && findSmartCommands(lineOf(document, line), first.end).find(({ start, end }) => start <= character && character <= end);
  const reference = command && inLine.findLast(({ end }) => end <= command.start);
  const provider = reference?.servers[0]?.provider;
  if (command === undefined || reference === undefined || provider === undefined) return null;
  const name = command.name.toLowerCase();
  const help = isTransition(command)
    ? (await transitions.of({ provider, key: reference.key }).catch(nothing)).filter((each) => commandOf(each).startsWith(name)).map(({ to }) => `Moves ${reference.key} to ${to.name}.`).join(' ')
    : smartCommands[name as keyof typeof smartCommands].replaceAll('`', '');
  if (help === '') return null;
  const kind = editor.capabilities.hoverFormat;
  const value = kind === 'markdown' ? writeMarkdown([{ type: 'paragraph', children: [{ type: 'text', value: help }] }], {}) : help;
  return { contents: { kind, value }, range: documents.toEditor(document, line, command.start, command.end) };
}

function nothing(error: unknown): [] {
  if (error instanceof JiraError) return [];
  throw error;
}
