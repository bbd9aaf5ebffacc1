/** What a feature of standard LSP is. */
import type {
  CodeAction,
  CodeActionParams,
  CodeLens,
  CodeLensParams,
  Command,
  CompletionList,
  CompletionParams,
  DocumentFormattingParams,
  DocumentLink,
  DocumentLinkParams,
  ExecuteCommandParams,
  Hover,
  HoverParams,
  InlayHint,
  InlayHintParams,
  SymbolInformation,
  TextDocumentContentParams,
  TextDocumentContentResult,
  TextEdit,
  WorkspaceSymbol,
  WorkspaceSymbolParams,
} from 'vscode-languageserver/node';
import type { Documents } from '../documents/documents.ts';
import type { HandlerContext } from '../handler.ts';
import type { Workbench } from '../workbench.ts';

/** What every feature may use. */
export interface FeatureContext extends HandlerContext {
  readonly documents: Documents;
  readonly workbench: Workbench;
}

/** What each request takes and gives: LSP 3.18. */
export interface FeatureTypes {
  'textDocument/hover': [HoverParams, Hover | null];
  'textDocument/completion': [CompletionParams, CompletionList | null];
  'textDocument/documentLink': [DocumentLinkParams, DocumentLink[]];
  'textDocument/inlayHint': [InlayHintParams, InlayHint[]];
  'textDocument/codeAction': [CodeActionParams, (CodeAction | Command)[]];
  'textDocument/codeLens': [CodeLensParams, CodeLens[]];
  'textDocument/formatting': [DocumentFormattingParams, TextEdit[] | null];
  'workspace/symbol': [WorkspaceSymbolParams, (SymbolInformation | WorkspaceSymbol)[]];
  'workspace/textDocumentContent': [TextDocumentContentParams, TextDocumentContentResult];
  'workspace/executeCommand': [ExecuteCommandParams, unknown];
}

/**
 * Answers one request of standard LSP.
 *
 * @param params validated
 * @param signal aborted when the client cancels
 */
export type Feature<M extends keyof FeatureTypes> = (
  params: FeatureTypes[M][0],
  context: FeatureContext,
  signal: AbortSignal,
) => Promise<FeatureTypes[M][1]>;
