import { type CodeAction, CodeActionKind, type Command } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { commandNames } from '../../../../protocol/methods.ts';
import { standardLanguage } from '../../../core/jql/language.ts';
import { localProblems } from '../../../core/jql/validate.ts';
import type { Feature, FeatureContext } from '../feature.ts';
import { formattingEdits } from './formatting.ts';
import { accessForQuery, editorRange, offsetOf } from './jql-document.ts';

/** `textDocument/codeAction` in a query: mending what is wrong, laying it out, and running it. */
export const jqlCodeActions: Feature<'textDocument/codeAction'> = async ({ textDocument: { uri }, range, context: { only } }, context, signal) => {
  const { core, documents, editor } = context;
  const document = documents.get(uri);
  if (document === undefined) return [];
  const jql = document.getText();
  const access = await accessForQuery(core, jql, signal);
  const search = searchCommand(jql, access?.provider.id);
  if (!editor.capabilities.codeActionLiterals) return search === undefined ? [] : [search];
  const [start, end] = [offsetOf(documents, document, range.start), offsetOf(documents, document, range.end)];
  const problems = localProblems(jql, access === undefined ? standardLanguage : core.jql.peek(access));
  const touched = problems.filter((problem) => problem.fix !== undefined && problem.start <= end && start <= problem.end);
  const fixes = touched.map((problem) => edit(document, context, `Replace with ${problem.fix!}`, CodeActionKind.QuickFix, [{ range: editorRange(documents, document, problem), newText: problem.fix! }]));
  const laidOut = formattingEdits(documents, document, usualLayout) ?? [];
  const actions: CodeAction[] = [
    ...fixes,
    ...(search === undefined ? [] : [{ title: search.title, kind: CodeActionKind.Empty, command: search }]),
    ...(laidOut.length === 0 ? [] : [edit(document, context, 'Format the query', sourceFormat, laidOut)]),
  ];
  return actions.filter(({ kind = '' }) => only === undefined || only.some((wanted) => kind === wanted || kind.startsWith(`${wanted}.`) || wanted === ''));
};

/** For editors that ask no server for the layout of a document unless it is announced for every one. */
const sourceFormat = `${CodeActionKind.Source}.format`;
const usualLayout = { tabSize: 2, insertSpaces: true };

/** The command that runs a query, where there is one. */
export function searchCommand(jql: string, provider: string | undefined): Command | undefined {
  if (jql.trim() === '' || provider === undefined) return undefined;
  return { title: 'Search Jira', command: commandNames.searchIssues, arguments: [{ provider, jql }] };
}

function edit({ uri, version }: TextDocument, { editor }: FeatureContext, title: string, kind: string, edits: NonNullable<ReturnType<typeof formattingEdits>>): CodeAction {
  const changes = editor.capabilities.documentChanges ? { documentChanges: [{ textDocument: { uri, version }, edits }] } : { changes: { [uri]: edits } };
  return { title, kind, edit: changes };
}
