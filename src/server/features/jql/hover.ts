import { MarkupKind } from 'vscode-languageserver/node';
import { describe } from '../../../core/jql/describe.ts';
import { standardLanguage } from '../../../core/jql/language.ts';
import { writeMarkdown } from '../../../core/markup/markdown/write-document.ts';
import { writePlainDocument } from '../../../core/markup/plain-document.ts';
import type { Feature } from '../feature.ts';
import { accessForQuery, editorRange, offsetOf } from './jql-document.ts';

/** Nothing in a description is a link. */
const noAddresses = { linkIssue: () => undefined, attachmentUrl: () => undefined };

/** `textDocument/hover` in a query: what a field, a function or a value is. */
export const jqlHover: Feature<'textDocument/hover'> = async ({ textDocument: { uri }, position }, { core, documents, editor }, signal) => {
  const document = documents.get(uri);
  if (document === undefined) return null;
  const jql = document.getText();
  const access = await accessForQuery(core, jql, signal);
  const language = access === undefined ? standardLanguage : (await core.jql.language(access, signal)).language;
  const found = await describe(jql, offsetOf(documents, document, position), language, (request) =>
    access === undefined ? Promise.resolve({ values: [], isIncomplete: false }) : core.jql.values(access, request, signal),
  );
  if (found === undefined) return null;
  const kind = editor.capabilities.hoverFormat;
  const value = kind === MarkupKind.Markdown ? writeMarkdown(found.text, noAddresses) : writePlainDocument(found.text);
  return { contents: { kind, value }, range: editorRange(documents, document, found.span) };
};
