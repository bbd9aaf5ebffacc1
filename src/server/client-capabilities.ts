/** What the client can do, read once from `initialize` and named for what it means here. */
import { type ClientCapabilities, MarkupKind, PositionEncodingKind } from 'vscode-languageserver/node';

/** The capabilities that the agent makes use of. What a client does not declare, it does not have. */
export interface EditorCapabilities {
  /** It takes `jira/providersChanged`. */
  readonly providersChanged: boolean;
  /** It takes `jira/issuesChanged`. */
  readonly issuesChanged: boolean;
  /** It keeps secrets (`jira/readSecret` and so on). */
  readonly secrets: boolean;
  /** It has the user sign in by its own user interface (`jira/offerSignIn`). */
  readonly signIn: boolean;
  /** It knows by which address the user's browser reaches this machine (`jira/externalAddress`). */
  readonly externalAddress: boolean;
  /** It can show an address or a file (`window/showDocument`). */
  readonly showDocument: boolean;
  /** It shows work done progress that the server begins. */
  readonly workDoneProgress: boolean;
  /** It shows documents whose content the server gives (`workspace/textDocumentContent`, LSP 3.18). */
  readonly textDocumentContent: boolean;
  /** It changes documents on request (`workspace/applyEdit`). */
  readonly applyEdit: boolean;
  /** It takes changes of a certain version of a document (`documentChanges`). */
  readonly documentChanges: boolean;
  /** It takes code actions, and not commands alone. */
  readonly codeActionLiterals: boolean;
  /** What a hover may be written in; plain text where the editor does not say. */
  readonly hoverFormat: MarkupKind;
  /** What the documentation of a completion may be written in. */
  readonly completionFormat: MarkupKind;
  /** It marks the completion that is the likeliest. */
  readonly completionPreselect: boolean;
  /** It shows the tooltip of a link. */
  readonly linkTooltip: boolean;
  /** What of a diagnostic it takes: the version of the document, the address, and data that it gives back with code actions. */
  readonly diagnostics: { readonly version: boolean; readonly address: boolean; readonly data: boolean };
  /** It asks for inlay hints again when it is told to. */
  readonly inlayHintRefresh: boolean;
  /** It answers `workspace/configuration`. */
  readonly configuration: boolean;
  /** It takes the registration for `workspace/didChangeConfiguration`, and may not send it without one. */
  readonly didChangeConfigurationRegistration: boolean;
  /** It takes the registration of formatting for some documents alone. */
  readonly formattingRegistration: boolean;
  /** In what a `character` of a position is counted; UTF-16 where the editor leaves the choice. */
  readonly positionEncoding: PositionEncodingKind;
}

/** @param declared `capabilities` of `initialize`; anything in it may be missing or of the wrong kind */
export function resolveClientCapabilities(declared: ClientCapabilities | undefined): EditorCapabilities {
  const jira = (declared?.experimental as { jira?: { providersChanged?: unknown; issuesChanged?: unknown; secrets?: unknown; signIn?: unknown; externalAddress?: unknown } } | undefined)?.jira;
  return {
    providersChanged: jira?.providersChanged === true,
    issuesChanged: jira?.issuesChanged === true,
    secrets: jira?.secrets === true,
    signIn: jira?.signIn === true,
    externalAddress: jira?.externalAddress === true,
    showDocument: declared?.window?.showDocument?.support === true,
    workDoneProgress: declared?.window?.workDoneProgress === true,
    textDocumentContent: declared?.workspace?.textDocumentContent !== undefined,
    applyEdit: declared?.workspace?.applyEdit === true,
    documentChanges: declared?.workspace?.workspaceEdit?.documentChanges === true,
    codeActionLiterals: declared?.textDocument?.codeAction?.codeActionLiteralSupport !== undefined,
    hoverFormat: chooseFormat(declared?.textDocument?.hover?.contentFormat),
    completionFormat: chooseFormat(declared?.textDocument?.completion?.completionItem?.documentationFormat),
    completionPreselect: declared?.textDocument?.completion?.completionItem?.preselectSupport === true,
    linkTooltip: declared?.textDocument?.documentLink?.tooltipSupport === true,
    diagnostics: {
      version: declared?.textDocument?.publishDiagnostics?.versionSupport === true,
      address: declared?.textDocument?.publishDiagnostics?.codeDescriptionSupport === true,
      data: declared?.textDocument?.publishDiagnostics?.dataSupport === true,
    },
    inlayHintRefresh: declared?.workspace?.inlayHint?.refreshSupport === true,
    configuration: declared?.workspace?.configuration === true,
    didChangeConfigurationRegistration: declared?.workspace?.didChangeConfiguration?.dynamicRegistration === true,
    formattingRegistration: declared?.textDocument?.formatting?.dynamicRegistration === true,
    positionEncoding: choosePositionEncoding(declared?.general?.positionEncodings),
  };
}

/** Markdown wherever the editor takes it. */
function chooseFormat(offered: unknown): MarkupKind {
  return Array.isArray(offered) && offered.includes(MarkupKind.Markdown) ? MarkupKind.Markdown : MarkupKind.PlainText;
}

/** UTF-16 is what JavaScript counts in, and what every editor without a say in it means (LSP 3.17, `PositionEncodingKind`). */
function choosePositionEncoding(offered: unknown): PositionEncodingKind {
  const known = Array.isArray(offered) ? [PositionEncodingKind.UTF16, PositionEncodingKind.UTF8, PositionEncodingKind.UTF32].filter((kind) => offered.includes(kind)) : [];
  return known[0] ?? PositionEncodingKind.UTF16;
}
