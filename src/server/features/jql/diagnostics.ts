/** What is wrong with the queries in open documents, shown while they are written. */
import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Core } from '../../../core/core.ts';
import { standardLanguage } from '../../../core/jql/language.ts';
import { localProblems, type Found, validate } from '../../../core/jql/validate.ts';
import { reportBug } from '../../bug-report.ts';
import type { DocumentReferences } from '../../documents/document-references.ts';
import type { DocumentListener, Documents } from '../../documents/documents.ts';
import type { EditorClient } from '../../editor-client.ts';
import { accessForQuery, editorRange, isJql, jqlSelector } from './jql-document.ts';

/** What it is made from. */
export interface JqlDiagnosticsOptions {
  readonly core: Core;
  readonly editor: EditorClient;
  readonly documents: Documents;
  /** Tells when documents settle. */
  readonly references: Pick<DocumentReferences, 'onSettled'>;
}

/**
 * Checks each query when it is opened, when typing pauses, and when a server is known or there that was not: at once by
 * what is known, and then by asking Jira. What is stale is called off.
 */
export class JqlDiagnostics implements DocumentListener {
  readonly #core: Core;
  readonly #editor: EditorClient;
  readonly #documents: Documents;
  readonly #references: JqlDiagnosticsOptions['references'];
  readonly #underWay = new Map<string, AbortController>();

  constructor({ core, editor, documents, references }: JqlDiagnosticsOptions) {
    this.#core = core;
    this.#editor = editor;
    this.#documents = documents;
    this.#references = references;
  }

  /** Begins. */
  start(): void {
    this.#documents.listen(this);
    this.#references.onSettled((document) => this.#settled(document));
  }

  /** Calls off what is under way. */
  close(): void {
    for (const uri of this.#underWay.keys()) this.#callOff(uri);
  }

  changed({ uri }: TextDocument): void {
    this.#underWay.get(uri)?.abort();
  }

  closed(uri: string): void {
    if (!this.#underWay.has(uri)) return;
    this.#callOff(uri);
    this.#editor.publishDiagnostics(uri, undefined, []);
  }

  #callOff(uri: string): void {
    this.#underWay.get(uri)?.abort();
    this.#underWay.delete(uri);
  }

  #settled(document: TextDocument): void {
    if (!isJql(document)) return;
    this.#editor.registerFormatting(jqlSelector);
    this.#callOff(document.uri);
    const abort = new AbortController();
    this.#underWay.set(document.uri, abort);
    this.#run(document, abort.signal).catch((error: unknown) => {
      if (abort.signal.aborted) return;
      const isKnown = error instanceof Error && (error.name === 'JiraError' || error.name === 'StorageFailure');
      this.#editor.error(isKnown ? error.message : reportBug(error));
    });
  }

  async #run(document: TextDocument, signal: AbortSignal): Promise<void> {
    const jql = document.getText();
    const access = await accessForQuery(this.#core, jql, signal);
    signal.throwIfAborted();
    this.#publish(document, localProblems(jql, access === undefined ? standardLanguage : this.#core.jql.peek(access)));
    if (access === undefined || jql.trim() === '') return;
    const { problems } = await validate(access, this.#core.jql, jql, signal);
    signal.throwIfAborted();
    this.#publish(document, problems);
  }

  #publish(document: TextDocument, problems: readonly Found[]): void {
    const diagnostics = problems.map((problem): Diagnostic => ({
      range: editorRange(this.#documents, document, problem),
      severity: problem.isWarning ? DiagnosticSeverity.Warning : DiagnosticSeverity.Error,
      source: 'Jira',
      message: [problem.message, problem.hint ?? ''].join(' ').trim(),
    }));
    const { version } = this.#editor.capabilities.diagnostics;
    this.#editor.publishDiagnostics(document.uri, version ? document.version : undefined, diagnostics);
  }
}
