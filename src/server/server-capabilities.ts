/** What the agent announces in its answer to `initialize`. */
import { type ServerCapabilities, TextDocumentSyncKind } from 'vscode-languageserver/node';
import { commandNames, notificationMethods, protocolVersion, requestMethods } from '../../protocol/methods.ts';
import type { EditorCapabilities } from './client-capabilities.ts';

/**
 * The capabilities, all of them static: Helix, yegappan/lsp and vim-lsp take none later.
 *
 * Formatting is not among them: announced for every document, it would stand in the way of the formatters of the
 * languages (see `features/jql/`).
 */
export function serverCapabilities(editor: EditorCapabilities): ServerCapabilities {
  return {
    positionEncoding: editor.positionEncoding,
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, willSave: true, save: { includeText: false } },
    hoverProvider: true,
    completionProvider: { triggerCharacters: ['-', '#'], resolveProvider: false },
    documentLinkProvider: { resolveProvider: false },
    inlayHintProvider: { resolveProvider: false },
    codeActionProvider: { resolveProvider: false },
    codeLensProvider: { resolveProvider: false },
    workspaceSymbolProvider: { resolveProvider: false },
    executeCommandProvider: { commands: Object.values(commandNames) },
    workspace: {
      workspaceFolders: { supported: true, changeNotifications: true },
      ...(editor.textDocumentContent ? { textDocumentContent: { schemes: ['jira'] } } : {}),
    },
    experimental: {
      jira: {
        protocolVersion,
        requests: Object.values(requestMethods),
        notifications: Object.values(notificationMethods),
      },
    },
  };
}
