/** Every feature of standard LSP, one a file. */
import type { FeatureMethod } from './methods.ts';
import { codeActions } from './code-actions.ts';
import { codeLenses } from './code-lenses.ts';
import { completion } from './completion.ts';
import { documentLinks } from './document-links.ts';
import { executeCommand } from './execute-command.ts';
import type { Feature } from './feature.ts';
import { formatting } from './formatting.ts';
import { hover } from './hover.ts';
import { inlayHints } from './inlay-hints.ts';
import { textDocumentContent } from './text-document-content.ts';
import { workspaceSymbols } from './workspace-symbols.ts';

/** By the name of its request. */
export const features: { readonly [M in FeatureMethod]: Feature<M> } = {
  'textDocument/hover': hover,
  'textDocument/completion': completion,
  'textDocument/documentLink': documentLinks,
  'textDocument/inlayHint': inlayHints,
  'textDocument/codeAction': codeActions,
  'textDocument/codeLens': codeLenses,
  'textDocument/formatting': formatting,
  'workspace/symbol': workspaceSymbols,
  'workspace/textDocumentContent': textDocumentContent,
  'workspace/executeCommand': executeCommand,
};
