import type { Feature } from '../feature.ts';
import { searchCommand } from './code-actions.ts';
import { accessForQuery } from './jql-document.ts';

/** `textDocument/codeLens` in a query: running it. */
export const jqlCodeLenses: Feature<'textDocument/codeLens'> = async ({ textDocument: { uri } }, { core, documents }, signal) => {
  const jql = documents.get(uri)?.getText() ?? '';
  const command = searchCommand(jql, (await accessForQuery(core, jql, signal))?.provider.id);
  const start = { line: 0, character: 0 };
  return command === undefined ? [] : [{ range: { start, end: start }, command }];
};
