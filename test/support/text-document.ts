/** One document in the editor: opened, changed, closed, and asked about. */
import type { CodeAction, CompletionList, Diagnostic, DocumentLink, Hover, InlayHint, MarkupContent, Position, PublishDiagnosticsParams } from 'vscode-languageserver/node';
import type { SeenRequest } from '../jira/journal.ts';
import type { Jira } from '../jira/index.ts';
import type { Agent } from './agent.ts';

/** What it is. */
export interface TextDocumentOptions {
  readonly languageId?: string;
  readonly uri?: string;
}

/** A document that is open. */
export class OpenDocument {
  readonly agent: Agent;
  readonly uri: string;
  #version = 1;
  readonly #waiting: { matches: (diagnostics: Diagnostic[]) => boolean; resolve: (diagnostics: Diagnostic[]) => void }[] = [];
  /** What is remarked of it now. */
  diagnostics: Diagnostic[] = [];

  private constructor(agent: Agent, uri: string) {
    this.agent = agent;
    this.uri = uri;
    agent.editor.onNotification('textDocument/publishDiagnostics', (params) => this.#published(params as PublishDiagnosticsParams));
  }

  /** Opens a document. */
  static async open(agent: Agent, text: string, { languageId = 'markdown', uri = 'file:///project/notes.md' }: TextDocumentOptions = {}): Promise<OpenDocument> {
    const document = new OpenDocument(agent, uri);
    await agent.notify('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } });
    return document;
  }

  /** Replaces some of its text. @param at nothing replaces all */
  async change(text: string, at?: { readonly start: Position; readonly end: Position }): Promise<void> {
    this.#version += 1;
    await this.agent.notify('textDocument/didChange', { textDocument: { uri: this.uri, version: this.#version }, contentChanges: [at === undefined ? { text } : { range: at, text }] });
  }

  async close(): Promise<void> {
    await this.agent.notify('textDocument/didClose', { textDocument: { uri: this.uri } });
  }

  async hover(line: number, character: number): Promise<Hover | null> {
    return (await this.#ask('textDocument/hover', { position: { line, character } })) as Hover | null;
  }

  /** The text of a hover; empty where there is none. */
  async hoverText(line: number, character: number): Promise<string> {
    const hover = await this.hover(line, character);
    return hover === null ? '' : (hover.contents as MarkupContent).value;
  }

  async complete(line: number, character: number): Promise<CompletionList | null> {
    return (await this.#ask('textDocument/completion', { position: { line, character } })) as CompletionList | null;
  }

  /** The labels of what is proposed, in the order in which editors show it. */
  async labels(line: number, character: number): Promise<string[]> {
    const items = (await this.complete(line, character))?.items ?? [];
    return items.toSorted((one, other) => ((one.sortText ?? '') < (other.sortText ?? '') ? -1 : 1)).map(({ label }) => label);
  }

  async links(): Promise<DocumentLink[]> {
    return (await this.#ask('textDocument/documentLink', {})) as DocumentLink[];
  }

  async hints(lastLine = 1000): Promise<InlayHint[]> {
    return (await this.#ask('textDocument/inlayHint', { range: { start: { line: 0, character: 0 }, end: { line: lastLine, character: 0 } } })) as InlayHint[];
  }

  async actions(line: number, character: number): Promise<CodeAction[]> {
    const position = { line, character };
    return (await this.#ask('textDocument/codeAction', { range: { start: position, end: position }, context: { diagnostics: this.diagnostics } })) as CodeAction[];
  }

  /** Waits until what is remarked fits; at once where it does already. */
  remarked(matches: (diagnostics: Diagnostic[]) => boolean): Promise<Diagnostic[]> {
    if (matches(this.diagnostics)) return Promise.resolve(this.diagnostics);
    return new Promise((resolve) => this.#waiting.push({ matches, resolve }));
  }

  #published({ uri, diagnostics }: PublishDiagnosticsParams): void {
    if (uri !== this.uri) return;
    this.diagnostics = diagnostics;
    for (const waiting of [...this.#waiting]) {
      if (!waiting.matches(diagnostics)) continue;
      this.#waiting.splice(this.#waiting.indexOf(waiting), 1);
      waiting.resolve(diagnostics);
    }
  }

  #ask(method: string, params: object): Promise<unknown> {
    return this.agent.send(method, { textDocument: { uri: this.uri }, ...params });
  }
}

/** The searches so far, by their JQL. */
export function searches({ requests }: Jira): string[] {
  return requests.filter(({ path }) => path.endsWith('/rest/api/2/search')).map(jqlOf);
}

/** Waits for the answer to a request that fits; one that is over counts too. */
export function answered({ requests, journal }: Jira, matches: (request: SeenRequest) => boolean): Promise<SeenRequest> {
  const over = requests.find((request) => request.finished && matches(request));
  if (over !== undefined) return Promise.resolve(over);
  return new Promise((resolve) => {
    const look = (request: SeenRequest): void => {
      if (!matches(request)) return;
      journal.off('finished', look);
      resolve(request);
    };
    journal.on('finished', look);
  });
}

/** The JQL of a search; empty for other requests. */
export function jqlOf({ path, body, query }: SeenRequest): string {
  if (!path.endsWith('/search')) return '';
  return body === '' ? (new URLSearchParams(query).get('jql') ?? '') : ((JSON.parse(body) as { jql: string }).jql ?? '');
}
