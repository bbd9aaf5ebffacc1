/** What the agent remarks, by the `code` of a diagnostic; `source` is `jira`. Code actions and clients rely on the codes. */

/** The `source` of every diagnostic of the agent. */
export const diagnosticSource = 'jira';

/** The codes. Each is the name of the setting that switches it off, below `diagnostics`, in kebab case. */
export const diagnosticCodes = {
  closedIssue: 'closed-issue',
  movedIssue: 'moved-issue',
  unknownIssue: 'unknown-issue',
  todoWithoutIssue: 'todo-without-issue',
  branchMismatch: 'branch-mismatch',
  smartCommit: 'smart-commit',
} as const;

/** What is remarked. */
export type DiagnosticName = keyof typeof diagnosticCodes;

/** `data` of a diagnostic, which editors give back with `textDocument/codeAction`. */
export interface DiagnosticData {
  /** The key as it is written, in upper case; absent where none is. */
  readonly key?: string;
  /** The provider, where it is just one. */
  readonly provider?: string;
  /** The key that the issue has now, or that of the branch. */
  readonly replacement?: string;
}
