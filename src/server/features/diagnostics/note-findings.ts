/** What is to be remarked of the notes in a document, such as `TODO ABC-1: …`. */
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Reference } from '../../../core/references/find-references.ts';
import { findNote } from '../../../core/references/note.ts';
import { lineOf } from '../../documents/documents.ts';
import { isProse } from '../../documents/languages.ts';
import type { ReferenceTools } from '../../documents/reference-tools.ts';
import type { Finding } from './finding.ts';
import { issueFindings } from './issue-findings.ts';

/** The findings in a document that is no message of a commit. */
export function noteFindings(document: TextDocument, { references, lookup, settings }: ReferenceTools): Finding[] {
  const { todoMarkers, todoWithoutIssue } = settings.current.diagnostics;
  const findings: Finding[] = [];
  const named = new Set<number>();
  const notes = notesBy(todoMarkers);
  for (const { line, references: inLine } of references.linesOf(document)) {
    let isNote = notes.get(inLine);
    if (isNote === undefined) notes.set(inLine, (isNote = findNote(lineOf(document, line), todoMarkers) !== undefined));
    if (!isNote) continue;
    named.add(line);
    for (const reference of inLine) findings.push(...issueFindings({ ...reference, line }, lookup));
  }
  return todoWithoutIssue ? [...findings, ...notesWithoutIssue(document, todoMarkers, named)] : findings;
}

/** Whether lines are notes, by what they refer to: a list that is another one as soon as the line is. */
let known: { readonly markers: string; readonly notes: WeakMap<readonly Reference[], boolean> } = { markers: '', notes: new WeakMap() };

function notesBy(markers: readonly string[]): WeakMap<readonly Reference[], boolean> {
  const name = markers.join(' ');
  if (known.markers !== name) known = { markers: name, notes: new WeakMap() };
  return known.notes;
}

/** @param named lines that name an issue */
function notesWithoutIssue(document: TextDocument, markers: readonly string[], named: ReadonlySet<number>): Finding[] {
  const text = document.getText();
  const lines = new Set<number>();
  for (const marker of markers) {
    for (let at = text.indexOf(marker); at >= 0; at = text.indexOf(marker, at + marker.length)) lines.add(document.positionAt(at).line);
  }
  return [...lines]
    .filter((line) => !named.has(line))
    .flatMap((line) => {
      const content = lineOf(document, line);
      const note = findNote(content.replace(/[\r\n]+$/, ''), markers);
      if (note === undefined || !(isProse(document) || looksLikeComment(content.slice(0, note.start)))) return [];
      return [{ name: 'todoWithoutIssue', line, start: note.start, end: note.end, message: `This ${note.marker} names no issue.`, data: {} } satisfies Finding];
    });
}

/** Whether a comment begins before the note, or the line is one within a comment. */
function looksLikeComment(before: string): boolean {
  return /\/\/|\/\*|#|--|;|%|<!--|\{-|^\s*(?:\*|"""|''')/.test(before);
}
