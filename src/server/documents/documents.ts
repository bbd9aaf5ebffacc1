/** The documents that are open in the editor. */
import type {
  DidChangeTextDocumentParams,
  DidCloseTextDocumentParams,
  DidOpenTextDocumentParams,
  DidSaveTextDocumentParams,
  Position,
  PositionEncodingKind,
  Range,
  TextDocumentContentChangeEvent,
  WillSaveTextDocumentParams,
} from 'vscode-languageserver/node';
import { TextDocumentSaveReason } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type ChangedLines, LineDocument } from './line-document.ts';
import { fromUtf16, toUtf16 } from './position-encoding.ts';

/** Told of what happens to documents. */
export interface DocumentListener {
  opened?(document: TextDocument): void;
  /** After each single change of several that come at once. */
  edited?(document: TextDocument, lines: ChangedLines): void;
  /** After all that came at once. */
  changed?(document: TextDocument): void;
  /** @param byHand whether the user saves it, and not the editor by itself */
  willSave?(uri: string, byHand: boolean): void;
  saved?(document: TextDocument): void;
  closed?(uri: string): void;
}

/**
 * Keeps the text of each open document in step with the editor: LSP 3.18, "Text Document Synchronization". Documents
 * count in UTF-16, whatever the editor counts in.
 */
export class Documents {
  readonly #encoding: PositionEncodingKind;
  readonly #documents = new Map<string, LineDocument>();
  readonly #listeners: DocumentListener[] = [];

  /** @param encoding what the editor counts in */
  constructor(encoding: PositionEncodingKind) {
    this.#encoding = encoding;
  }

  /** Tells `listener` of what happens from now on. */
  listen(listener: DocumentListener): void {
    this.#listeners.push(listener);
  }

  /** An open document. */
  get(uri: string): TextDocument | undefined {
    return this.#documents.get(uri);
  }

  /** Every open document. */
  all(): IterableIterator<TextDocument> {
    return this.#documents.values();
  }

  /** A position of the editor's in a document. */
  fromEditor(document: TextDocument, { line, character }: Position): Position {
    if (line >= document.lineCount) return { line, character };
    return { line, character: toUtf16(lineOf(document, line), character, this.#encoding) };
  }

  /** A part of a line of a document, as the editor counts. */
  toEditor(document: TextDocument, line: number, start: number, end: number): Range {
    const text = this.#encoding === 'utf-16' ? '' : lineOf(document, line);
    const place = (index: number): Position => ({ line, character: fromUtf16(text, index, this.#encoding) });
    return { start: place(start), end: place(end) };
  }

  /** `textDocument/didOpen`. */
  open({ textDocument: { uri, languageId, version, text } }: DidOpenTextDocumentParams): void {
    const document = new LineDocument(uri, languageId, version, text);
    this.#documents.set(uri, document);
    for (const listener of this.#listeners) listener.opened?.(document);
  }

  /** `textDocument/didChange`. */
  change({ textDocument: { uri, version }, contentChanges }: DidChangeTextDocumentParams): void {
    const document = this.#documents.get(uri);
    if (document === undefined) return;
    for (const change of contentChanges) this.#edit(document, change, version);
    for (const listener of this.#listeners) listener.changed?.(document);
  }

  /** `textDocument/willSave`. */
  willSave({ textDocument: { uri }, reason }: WillSaveTextDocumentParams): void {
    for (const listener of this.#listeners) listener.willSave?.(uri, reason === TextDocumentSaveReason.Manual);
  }

  /** `textDocument/didSave`. */
  save({ textDocument: { uri } }: DidSaveTextDocumentParams): void {
    const document = this.#documents.get(uri);
    if (document === undefined) return;
    for (const listener of this.#listeners) listener.saved?.(document);
  }

  /** `textDocument/didClose`. */
  close({ textDocument: { uri } }: DidCloseTextDocumentParams): void {
    if (!this.#documents.delete(uri)) return;
    for (const listener of this.#listeners) listener.closed?.(uri);
  }

  #edit(document: LineDocument, change: TextDocumentContentChangeEvent, version: number): void {
    const range = 'range' in change ? { start: this.fromEditor(document, change.range.start), end: this.fromEditor(document, change.range.end) } : undefined;
    const lines = document.replace(range, change.text, version);
    for (const listener of this.#listeners) listener.edited?.(document, lines);
  }
}

/** The text of a line, with its line break. */
export function lineOf(document: TextDocument, line: number): string {
  return document.getText({ start: { line, character: 0 }, end: { line: line + 1, character: 0 } });
}
