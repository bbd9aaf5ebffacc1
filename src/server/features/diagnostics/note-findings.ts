/** What is to be remarked of the notes in a document, such as `TODO ABC-1: …`. */
import type { TextDocument } from 'vscode-languageserver-textdocument';
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
  const isNote = new Map<number, boolean>();
  for (const reference of references.placedIn(document)) {
    const { line } = reference;
    if (!isNote.has(line)) isNote.set(line, findNote(lineOf(document, line), todoMarkers) !== undefined);
    if (isNote.get(line) === true) findings.push(...issueFindings(reference, lookup));
  }
  return todoWithoutIssue ? [...findings, ...notesWithoutIssue(document, todoMarkers, isNote)] : findings;
}

/** @param named lines that name an issue */
function notesWithoutIssue(document: TextDocument, markers: readonly string[], named: ReadonlyMap<number, boolean>): Finding[] {
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
