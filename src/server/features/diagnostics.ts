/** `textDocument/publishDiagnostics`: what is to be remarked of the issues that documents refer to. */
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Clock } from '../../infrastructure/clock.ts';
import { reportBug } from '../bug-report.ts';
import type { DocumentListener, Documents } from '../documents/documents.ts';
import { isCommitMessage } from '../documents/languages.ts';
import type { ReferenceTools } from '../documents/reference-tools.ts';
import type { EditorClient } from '../editor-client.ts';
import { commitFindings } from './diagnostics/commit-findings.ts';
import { type Finding, toDiagnostic } from './diagnostics/finding.ts';
import { noteFindings } from './diagnostics/note-findings.ts';
import { isJql } from './jql/jql-document.ts';

/** As many of one document: more nobody reads. */
const mostFindings = 500;
/** Milliseconds in which news are gathered: what is learnt comes in pieces. */
const gathering = 50;

/** What it is made from. */
export interface DiagnosticsOptions {
  readonly documents: Documents;
  readonly editor: EditorClient;
  readonly tools: ReferenceTools;
  readonly after: Clock['after'];
}

/** Remarks on documents when they settle, when more is known of issues, and when the settings change. */
export class Diagnostics implements DocumentListener {
  readonly #documents: Documents;
  readonly #editor: EditorClient;
  readonly #tools: ReferenceTools;
  readonly #after: Clock['after'];
  /** What was published and is shown, by document. */
  readonly #shown = new Map<string, string>();
  #stopGathering: (() => void) | undefined;

  constructor({ documents, editor, tools, after }: DiagnosticsOptions) {
    this.#documents = documents;
    this.#editor = editor;
    this.#tools = tools;
    this.#after = after;
  }

  /** Begins. */
  start(): void {
    this.#documents.listen(this);
    this.#tools.references.onSettled((document) => void this.#look(document));
    this.#tools.settings.onChange(() => this.refresh());
    this.#tools.lookup.onLearnt(() => this.refresh());
  }

  /** Looks at every document again. */
  refresh(): void {
    this.#stopGathering ??= this.#after(gathering, () => {
      this.#stopGathering = undefined;
      for (const document of this.#documents.all()) void this.#look(document);
    });
  }

  closed(uri: string): void {
    if (this.#shown.delete(uri)) this.#editor.publishDiagnostics(uri, undefined, []);
  }

  /** Ends. */
  close(): void {
    this.#stopGathering?.();
  }

  async #look(document: TextDocument): Promise<void> {
    const { version } = document;
    const { life, references } = this.#tools;
    try {
      await references.ready(life);
      const findings = await this.#findingsIn(document);
      // What was found in a text that is another one by now is not shown; when typing pauses, it is looked at again.
      if (this.#documents.get(document.uri) === document && document.version === version) this.#publish(document, findings);
    } catch (error) {
      if (!life.aborted) this.#editor.error(reportBug(error));
    }
  }

  async #findingsIn(document: TextDocument): Promise<readonly Finding[]> {
    const settings = this.#tools.settings.current.diagnostics;
    // A query has problems of its own.
    if (!settings.enabled || isJql(document) || this.#tools.projects.servers.isEmpty) return [];
    const findings = isCommitMessage(document) ? await commitFindings(document, this.#tools) : noteFindings(document, this.#tools);
    return findings
      .filter(({ name }) => settings[name])
      .sort((one, other) => one.line - other.line || one.start - other.start)
      .slice(0, mostFindings);
  }

  #publish(document: TextDocument, findings: readonly Finding[]): void {
    const { uri, version } = document;
    const { capabilities } = this.#editor;
    const diagnostics = findings.map((finding) => toDiagnostic(this.#documents, document, finding, capabilities));
    const before = this.#shown.get(uri) ?? '[]';
    const now = JSON.stringify(diagnostics);
    if (now === before) return;
    if (diagnostics.length === 0) this.#shown.delete(uri);
    else this.#shown.set(uri, now);
    this.#editor.publishDiagnostics(uri, capabilities.diagnostics.version ? version : undefined, diagnostics);
  }
}
