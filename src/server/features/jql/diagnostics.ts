/** What is wrong with the queries in open documents, shown while they are written. */
import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Core } from '../../../core/core.ts';
import { standardLanguage } from '../../../core/jql/language.ts';
import { localProblems, type Found, validate } from '../../../core/jql/validate.ts';
import { reportBug } from '../../bug-report.ts';
import type { DocumentListener, Documents } from '../../documents/documents.ts';
import type { EditorClient } from '../../editor-client.ts';
import { accessForQuery, editorRange, isJql, jqlSelector } from './jql-document.ts';

/** Milliseconds without a change after which typing counts as paused. */
const typingPause = 300;

/** Checks each query when typing pauses: at once by what is known, and then by asking Jira. What is stale is called off. */
export class JqlDiagnostics implements DocumentListener {
  readonly #core: Core;
  readonly #editor: EditorClient;
  readonly #documents: Documents;
  readonly #underWay = new Map<string, () => void>();

  constructor({ core, editor, documents }: { core: Core; editor: EditorClient; documents: Documents }) {
    this.#core = core;
    this.#editor = editor;
    this.#documents = documents;
  }

  /** Begins with the documents that are open already. */
  follow(): void {
    this.#documents.listen(this);
    for (const document of this.#documents.all()) this.opened(document);
  }

  /** Calls off what is under way. */
  close(): void {
    for (const uri of this.#underWay.keys()) this.#callOff(uri);
  }

  opened(document: TextDocument): void {
    if (!isJql(document)) return;
    this.#editor.registerFormatting(jqlSelector);
    this.#check(document);
  }

  changed(document: TextDocument): void {
    if (!isJql(document)) return;
    this.#callOff(document.uri);
    this.#underWay.set(document.uri, this.#core.clock.after(typingPause, () => this.#check(document)));
  }

  closed(uri: string): void {
    if (!this.#underWay.has(uri)) return;
    this.#callOff(uri);
    this.#editor.publishDiagnostics(uri, undefined, []);
  }

  #callOff(uri: string): void {
    this.#underWay.get(uri)?.();
    this.#underWay.delete(uri);
  }

  #check(document: TextDocument): void {
    const abort = new AbortController();
    this.#underWay.set(document.uri, () => abort.abort());
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
    this.#editor.publishDiagnostics(document.uri, document.version, diagnostics);
  }
}
