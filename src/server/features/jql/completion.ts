import { complete } from '../../../core/jql/complete.ts';
import { standardLanguage } from '../../../core/jql/language.ts';
import type { Feature } from '../feature.ts';
import { completionItems } from './completion-items.ts';
import { accessForQuery, editorRange, offsetOf } from './jql-document.ts';

/** `textDocument/completion` in a query: what can be written there. */
export const jqlCompletion: Feature<'textDocument/completion'> = async ({ textDocument: { uri }, position }, { core, documents }, signal) => {
  const document = documents.get(uri);
  if (document === undefined) return null;
  const jql = document.getText();
  const access = await accessForQuery(core, jql, signal);
  const known = access === undefined ? { language: standardLanguage } : await core.jql.language(access, signal);
  const values = (request: Parameters<typeof core.jql.values>[1]) => (access === undefined ? Promise.resolve({ values: [], isIncomplete: false }) : core.jql.values(access, request, signal));
  const { items, isIncomplete } = await complete(jql, offsetOf(documents, document, position), known.language, values);
  return { isIncomplete: isIncomplete || !known.language.isComplete, items: completionItems(items, (span) => editorRange(documents, document, span)) };
};
