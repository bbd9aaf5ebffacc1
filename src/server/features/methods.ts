/**
 * The requests of standard LSP that the agent answers, beside the life cycle.
 *
 * This file imports nothing: the names are registered at the start, before any feature is loaded.
 */
export const featureMethods = [
  'textDocument/hover',
  'textDocument/completion',
  'textDocument/documentLink',
  'textDocument/inlayHint',
  'textDocument/codeAction',
  'textDocument/codeLens',
  'textDocument/formatting',
  'workspace/symbol',
  'workspace/textDocumentContent',
  'workspace/executeCommand',
] as const;

/** The name of a request of standard LSP that the agent answers. */
export type FeatureMethod = (typeof featureMethods)[number];
