/** Whether what the agent answers or sends is what the editor declared that it takes: LSP 3.18, `ClientCapabilities`. */
import { assert } from 'chai';
import type {
  ClientCapabilities,
  CodeAction,
  Command,
  CompletionItem,
  CompletionList,
  DocumentLink,
  Hover,
  InlayHint,
  MarkupContent,
  MarkupKind,
  PublishDiagnosticsParams,
  SymbolInformation,
  WorkspaceSymbol,
} from 'vscode-languageserver/node';
import { CodeAction as CodeActionType } from 'vscode-languageserver/node';

/** @throws {AssertionError} where the hover has a form that the editor does not take */
export function checkHover({ textDocument }: ClientCapabilities, { contents }: Hover): void {
  checkMarkup(textDocument?.hover?.contentFormat, contents as MarkupContent);
}

/** @throws {AssertionError} where an item has what the editor does not take */
export function checkCompletion({ textDocument }: ClientCapabilities, list: CompletionList): void {
  const declared = textDocument?.completion;
  const item = declared?.completionItem;
  for (const key of Object.keys(list.itemDefaults ?? {})) assert.include(declared?.completionList?.itemDefaults ?? [], key);
  for (const one of list.items) {
    if (one.insertTextFormat === 2) assert.isTrue(item?.snippetSupport, 'a snippet');
    if (one.textEdit !== undefined && 'insert' in one.textEdit) assert.isTrue(item?.insertReplaceSupport, 'an insert-replace edit');
    if (one.labelDetails !== undefined) assert.isTrue(item?.labelDetailsSupport, 'details of a label');
    if (one.commitCharacters !== undefined) assert.isTrue(item?.commitCharactersSupport, 'commit characters');
    if (one.preselect === true) assert.isTrue(item?.preselectSupport, 'a preselected item');
    if (one.insertTextMode !== undefined) assert.include(item?.insertTextModeSupport?.valueSet ?? [], one.insertTextMode);
    for (const tag of one.tags ?? []) assert.include(item?.tagSupport?.valueSet ?? [], tag);
    if (one.kind !== undefined && one.kind > 18) assert.include(declared?.completionItemKind?.valueSet ?? [], one.kind);
    checkDocumentation(item?.documentationFormat, one);
  }
}

/** @throws {AssertionError} where a link has what the editor does not take, or no target */
export function checkLinks({ textDocument }: ClientCapabilities, links: readonly DocumentLink[]): void {
  for (const link of links) {
    assert.isString(link.target, 'Neovim and LSP4IJ drop links without a target.');
    if (link.tooltip !== undefined) assert.isTrue(textDocument?.documentLink?.tooltipSupport, 'the tooltip of a link');
  }
}

/** @throws {AssertionError} where an action has what the editor does not take, or the agent does not announce its command */
export function checkActions({ textDocument }: ClientCapabilities, actions: readonly (CodeAction | Command)[], announced: readonly string[]): void {
  const declared = textDocument?.codeAction;
  for (const action of actions) {
    if (!CodeActionType.is(action) || typeof action.command === 'string') {
      assert.include(announced, (action as Command).command);
      continue;
    }
    assert.isDefined(declared?.codeActionLiteralSupport, 'an action that is no command');
    if (action.isPreferred !== undefined) assert.isTrue(declared?.isPreferredSupport, 'a preferred action');
    if (action.disabled !== undefined) assert.isTrue(declared?.disabledSupport, 'a disabled action');
    if (action.data !== undefined) assert.isTrue(declared?.dataSupport, 'data of an action');
    if (action.command !== undefined) assert.include(announced, action.command.command);
    assert.isTrue(action.command !== undefined || action.edit !== undefined, 'The agent resolves no action.');
  }
}

/** @throws {AssertionError} where a diagnostic has what the editor does not take */
export function checkDiagnostics({ textDocument }: ClientCapabilities, { version, diagnostics }: PublishDiagnosticsParams): void {
  const declared = textDocument?.publishDiagnostics;
  if (version !== undefined) assert.isTrue(declared?.versionSupport, 'the version of a document');
  for (const { tags, codeDescription, relatedInformation, data } of diagnostics) {
    for (const tag of tags ?? []) assert.include(declared?.tagSupport?.valueSet ?? [], tag);
    if (codeDescription !== undefined) assert.isTrue(declared?.codeDescriptionSupport, 'an address of a diagnostic');
    if (relatedInformation !== undefined) assert.isTrue(declared?.relatedInformation, 'related information');
    if (data !== undefined) assert.isTrue(declared?.dataSupport, 'data of a diagnostic');
  }
}

/** @throws {AssertionError} where a symbol has what the editor does not take */
export function checkSymbols({ workspace }: ClientCapabilities, symbols: readonly (SymbolInformation | WorkspaceSymbol)[]): void {
  for (const { location, kind, tags } of symbols) {
    if (!('range' in location)) assert.include(workspace?.symbol?.resolveSupport?.properties ?? [], 'location.range');
    if (location.uri.startsWith('jira:')) assert.isDefined(workspace?.textDocumentContent, 'a document that the editor asks the agent for');
    if (kind > 18) assert.include(workspace?.symbol?.symbolKind?.valueSet ?? [], kind);
    for (const tag of tags ?? []) assert.include(workspace?.symbol?.tagSupport?.valueSet ?? [], tag);
  }
}

/** @throws {AssertionError} where there are hints for an editor that shows none */
export function checkHints({ textDocument }: ClientCapabilities, hints: readonly InlayHint[]): void {
  if (hints.length > 0) assert.isDefined(textDocument?.inlayHint);
}

function checkDocumentation(formats: readonly MarkupKind[] | undefined, { documentation }: CompletionItem): void {
  if (typeof documentation === 'object') checkMarkup(formats, documentation);
}

/** An editor that says nothing of formats takes Markdown as text, so that it gets plain text. */
function checkMarkup(formats: readonly MarkupKind[] | undefined, { kind }: MarkupContent): void {
  assert.include(formats ?? ['plaintext'], kind);
}
