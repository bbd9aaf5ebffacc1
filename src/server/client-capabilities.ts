/** What the client can do, read once from `initialize` and named for what it means here. */
import type { ClientCapabilities } from 'vscode-languageserver/node';

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
}

/** @param declared `capabilities` of `initialize`; anything in it may be missing or of the wrong kind */
export function resolveClientCapabilities(declared: ClientCapabilities | undefined): EditorCapabilities {
  const jira = (declared?.experimental as { jira?: { providersChanged?: unknown; secrets?: unknown } } | undefined)?.jira;
  return {
    providersChanged: jira?.providersChanged === true,
    secrets: jira?.secrets === true,
    showDocument: declared?.window?.showDocument?.support === true,
    workDoneProgress: declared?.window?.workDoneProgress === true,
  };
}
