/** Something to remark of a document. */
import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { EditorCapabilities } from '../../client-capabilities.ts';
import type { Documents } from '../../documents/documents.ts';
import { type DiagnosticData, diagnosticCodes, type DiagnosticName, diagnosticSource } from '../diagnostic-codes.ts';

/** What is remarked, and where: in UTF-16 code units. */
export interface Finding {
  readonly name: DiagnosticName;
  readonly line: number;
  readonly start: number;
  readonly end: number;
  /** For people. */
  readonly message: string;
  /** The page of the issue. */
  readonly url?: string | undefined;
  readonly data: DiagnosticData;
}

const severities: Readonly<Record<DiagnosticName, DiagnosticSeverity>> = {
  closedIssue: DiagnosticSeverity.Information,
  movedIssue: DiagnosticSeverity.Information,
  unknownIssue: DiagnosticSeverity.Warning,
  todoWithoutIssue: DiagnosticSeverity.Hint,
  branchMismatch: DiagnosticSeverity.Warning,
  smartCommit: DiagnosticSeverity.Warning,
};

/** As the editor gets it, with what it takes. */
export function toDiagnostic(documents: Documents, document: TextDocument, finding: Finding, { diagnostics: takes }: EditorCapabilities): Diagnostic {
  const { name, line, start, end, message, url, data } = finding;
  return {
    range: documents.toEditor(document, line, start, end),
    severity: severities[name],
    code: diagnosticCodes[name],
    ...(takes.address && url !== undefined ? { codeDescription: { href: url } } : {}),
    source: diagnosticSource,
    message,
    ...(takes.data ? { data } : {}),
  };
}
