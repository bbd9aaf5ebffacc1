/** What the client can do, read once from `initialize` and named for what it means here. */
import { type ClientCapabilities, PositionEncodingKind } from 'vscode-languageserver/node';

/** The capabilities that the agent makes use of. What a client does not declare, it does not have. */
export interface EditorCapabilities {
  /** It takes `jira/providersChanged`. */
  readonly providersChanged: boolean;
  /** It keeps secrets (`jira/readSecret` and so on). */
  readonly secrets: boolean;
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
  /** In what a `character` of a position is counted; UTF-16 where the editor leaves the choice. */
  readonly positionEncoding: PositionEncodingKind;
}

/** @param declared `capabilities` of `initialize`; anything in it may be missing or of the wrong kind */
export function resolveClientCapabilities(declared: ClientCapabilities | undefined): EditorCapabilities {
  const jira = (declared?.experimental as { jira?: { providersChanged?: unknown; secrets?: unknown } } | undefined)?.jira;
  return {
    providersChanged: jira?.providersChanged === true,
    secrets: jira?.secrets === true,
    showDocument: declared?.window?.showDocument?.support === true,
    workDoneProgress: declared?.window?.workDoneProgress === true,
    textDocumentContent: declared?.workspace?.textDocumentContent !== undefined,
    applyEdit: declared?.workspace?.applyEdit === true,
    documentChanges: declared?.workspace?.workspaceEdit?.documentChanges === true,
    codeActionLiterals: declared?.textDocument?.codeAction?.codeActionLiteralSupport !== undefined,
    positionEncoding: choosePositionEncoding(declared?.general?.positionEncodings),
  };
}

/** UTF-16 is what JavaScript counts in, and what every editor without a say in it means (LSP 3.17, `PositionEncodingKind`). */
function choosePositionEncoding(offered: unknown): PositionEncodingKind {
  const known = Array.isArray(offered) ? [PositionEncodingKind.UTF16, PositionEncodingKind.UTF8, PositionEncodingKind.UTF32].filter((kind) => offered.includes(kind)) : [];
  return known[0] ?? PositionEncodingKind.UTF16;
}
