import type { Range, TextEdit } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { format, type Layout } from '../../../core/jql/format.ts';
import type { Documents } from '../../documents/documents.ts';
import type { Feature } from '../feature.ts';
import { editorRange } from './jql-document.ts';

/** `textDocument/formatting` of a query. */
export const jqlFormatting: Feature<'textDocument/formatting'> = ({ textDocument: { uri }, options }, { documents }) => {
  const document = documents.get(uri);
  return Promise.resolve(document === undefined ? null : formattingEdits(documents, document, options));
};

/** What changes; `null` for a query that is wrong, and nothing where it is laid out already. */
export function formattingEdits(documents: Documents, document: TextDocument, { tabSize, insertSpaces }: Layout): TextEdit[] | null {
  const jql = document.getText();
  const laidOut = format(jql, { tabSize, insertSpaces });
  if (laidOut === undefined) return null;
  const range: Range = editorRange(documents, document, { start: 0, end: jql.length });
  return laidOut === jql ? [] : [{ range, newText: laidOut }];
}
