/** Every feature of standard LSP, one a file. */
import type { FeatureMethod } from './methods.ts';
import { codeActions } from './code-actions.ts';
import { codeLenses } from './code-lenses.ts';
import { completion } from './completion.ts';
import { documentLinks } from './document-links.ts';
import { executeCommand } from './execute-command.ts';
import type { Feature } from './feature.ts';
import { hover } from './hover.ts';
import { byLanguage } from './jql/by-language.ts';
import { jqlCodeActions } from './jql/code-actions.ts';
import { jqlCodeLenses } from './jql/code-lenses.ts';
import { jqlCompletion } from './jql/completion.ts';
import { jqlFormatting } from './jql/formatting.ts';
import { jqlHover } from './jql/hover.ts';
import { inlayHints } from './inlay-hints.ts';
import { textDocumentContent } from './text-document-content.ts';
import { workspaceSymbols } from './workspace-symbols.ts';

/** By the name of its request. */
export const features: { readonly [M in FeatureMethod]: Feature<M> } = {
  'textDocument/hover': byLanguage(jqlHover, hover),
  'textDocument/completion': byLanguage(jqlCompletion, completion),
  'textDocument/documentLink': documentLinks,
  'textDocument/inlayHint': inlayHints,
  'textDocument/codeAction': byLanguage(jqlCodeActions, codeActions),
  'textDocument/codeLens': byLanguage(jqlCodeLenses, codeLenses),
  'textDocument/formatting': byLanguage(jqlFormatting, () => Promise.resolve(null)),
  'workspace/symbol': workspaceSymbols,
  'workspace/textDocumentContent': textDocumentContent,
  'workspace/executeCommand': executeCommand,
};
