/** `textDocument/codeAction`: what can be done with an issue, with a note, or with a selection. */
import { type CodeAction, CodeActionKind, type Command, type Diagnostic, type Position, type Range, type WorkspaceEdit } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { commandNames } from '../../../protocol/methods.ts';
import { hasKeyShape } from '../../core/references/key-shape.ts';
import { usualMarkers } from '../../core/references/note.ts';
import { lineOf } from '../documents/documents.ts';
import type { ShownReference } from '../documents/document-references.ts';
import { createAction } from './actions/create-action.ts';
import { issueCommands } from './actions/issue-actions.ts';
import { diagnosticSource } from './diagnostic-codes.ts';
import type { Feature, FeatureContext } from './feature.ts';

/** The actions, as commands that the agent runs; nobody is asked for anything before one is chosen. */
export const codeActions: Feature<'textDocument/codeAction'> = async ({ textDocument: { uri }, range, context: { diagnostics, only } }, context, signal) => {
  const { documents, editor, workbench } = context;
  const document = documents.get(uri);
  if (document === undefined) return [];
  await workbench.references.ready(signal);
  const references = referencesAt(document, range, context);
  const actions = [
    ...references.flatMap((reference) => replacements(document, reference, remedy(reference.range, diagnostics, only), context)),
    ...notes(document, range, references, remedy(range, diagnostics, only), context),
    ...(await Promise.all(references.map((reference) => onIssue(reference, context)))).flat(),
    ...signIn(document, range, context),
  ];
  if (!editor.capabilities.codeActionLiterals) return actions.flatMap(({ command }) => command ?? []);
  return actions.filter(({ kind = CodeActionKind.Empty }) => only === undefined || only.some((each) => each === CodeActionKind.Empty || kind === each || kind.startsWith(`${each}.`)));
};

/** The reference at the cursor, or those in what is selected; else the only one in the line. */
function referencesAt(document: TextDocument, range: Range, { workbench: { references } }: FeatureContext): ShownReference[] {
  const atCursor = references.at(document, range.start);
  if (atCursor !== undefined) return [atCursor];
  const inLines = [...references.within(document, range)];
  const isEmpty = range.start.line === range.end.line && range.start.character === range.end.character;
  const selected = inLines.filter(({ range: each }) => isBefore(range.start, each.start) && isBefore(each.end, range.end));
  const found = isEmpty ? inLines : selected;
  const keys = new Set(found.map(({ key }) => key));
  return keys.size === 1 ? found.slice(0, 1) : [];
}

function isBefore(one: Position, other: Position): boolean {
  return one.line < other.line || (one.line === other.line && one.character <= other.character);
}

async function onIssue(reference: ShownReference, { core, workbench: { lookup } }: FeatureContext): Promise<CodeAction[]> {
  const [server, ...others] = reference.servers;
  const known = server === undefined || others.length > 0 ? undefined : lookup.known({ provider: server.provider, key: reference.key });
  const provider = (await core.store.list()).find(({ id }) => id === server?.provider);
  return issueCommands(reference, known, provider?.user?.name).map(asAction);
}

/** A key that has become another one is replaced wherever the document has it, or at this place alone. */
function replacements(document: TextDocument, { key, servers, range, url }: ShownReference, remedy: Remedy, { editor, workbench }: FeatureContext): CodeAction[] {
  const [server, ...others] = servers;
  const now = server === undefined || others.length > 0 ? undefined : workbench.lookup.known({ provider: server.provider, key })?.issue?.key;
  if (now === undefined || now.toUpperCase() === key || url !== undefined) return [];
  const places = [...workbench.references.within(document)].filter((each) => each.key === key && each.url === undefined).map((each) => each.range);
  const action = (title: string, ranges: readonly Range[], isPreferred: boolean): CodeAction => ({
    title,
    ...remedy,
    isPreferred,
    edit: editOf(document, ranges.map((each) => ({ range: each, newText: now })), editor.capabilities.documentChanges),
  });
  return [action(`Replace ${key} by ${now}, which it was moved to`, [range], true), ...(places.length > 1 ? [action(`Replace every ${key} by ${now}`, places, false)] : [])];
}

/** What an action is for. */
type Remedy = Required<Pick<CodeAction, 'kind' | 'diagnostics'>>;

/**
 * A quick fix is for a problem, of which the agent's own in the line are told. Where there is none it is an action as
 * any other, unless quick fixes are asked for: LSP4IJ looks for those at problems alone.
 */
function remedy({ start: { line } }: Range, all: readonly Diagnostic[], only: readonly CodeActionKind[] = []): Remedy {
  const diagnostics = all.filter(({ source, range }) => source === diagnosticSource && range.start.line === line);
  return { kind: diagnostics.length > 0 || only.includes(CodeActionKind.QuickFix) ? CodeActionKind.QuickFix : CodeActionKind.Refactor, diagnostics };
}

function editOf({ uri, version }: TextDocument, edits: { range: Range; newText: string }[], withVersion: boolean): WorkspaceEdit {
  return withVersion ? { documentChanges: [{ textDocument: { uri, version }, edits }] } : { changes: { [uri]: edits } };
}

/** A note that names an issue already needs none. */
function notes(document: TextDocument, range: Range, references: readonly ShownReference[], remedy: Remedy, { documents, workbench }: FeatureContext): CodeAction[] {
  if (workbench.projects.servers.isEmpty) return [];
  const create = createAction(documents, document, range, [...new Set([...usualMarkers, ...workbench.settings.current.diagnostics.todoMarkers])]);
  if (create === undefined || (create.source === 'note' && references.length > 0)) return [];
  return [{ ...asAction(create.command), ...(create.source === 'note' ? remedy : { kind: CodeActionKind.Refactor }) }];
}

/** Where there is no Jira yet, and something looks like a key. */
function signIn(document: TextDocument, range: Range, { documents, workbench }: FeatureContext): CodeAction[] {
  if (!workbench.projects.servers.isEmpty) return [];
  const { line, character } = documents.fromEditor(document, range.start);
  return hasKeyShape(lineOf(document, line), character) ? [asAction({ title: 'Sign in to Jira…', command: commandNames.signIn, arguments: [{}] })] : [];
}

function asAction(command: Command): CodeAction {
  return { title: command.title, command };
}
