/** The documents that are open in the editor. */
import type {
  DidChangeTextDocumentParams,
  DidCloseTextDocumentParams,
  DidOpenTextDocumentParams,
  DidSaveTextDocumentParams,
  WillSaveTextDocumentParams,
} from 'vscode-languageserver/node';
import { TextDocumentSaveReason } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';

/** Told of what happens to documents. */
export interface DocumentListener {
  opened?(document: TextDocument): void;
  changed?(document: TextDocument): void;
  /** @param byHand whether the user saves it, and not the editor by itself */
  willSave?(uri: string, byHand: boolean): void;
  saved?(document: TextDocument): void;
  closed?(uri: string): void;
}

/** Keeps the text of each open document in step with the editor: LSP 3.18, "Text Document Synchronization". */
export class Documents {
  readonly #documents = new Map<string, TextDocument>();
  readonly #listeners: DocumentListener[] = [];

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

  /** `textDocument/didOpen`. */
  open({ textDocument: { uri, languageId, version, text } }: DidOpenTextDocumentParams): void {
    const document = TextDocument.create(uri, languageId, version, text);
    this.#documents.set(uri, document);
    for (const listener of this.#listeners) listener.opened?.(document);
  }

  /** `textDocument/didChange`. */
  change({ textDocument: { uri, version }, contentChanges }: DidChangeTextDocumentParams): void {
    const document = this.#documents.get(uri);
    if (document === undefined) return;
    TextDocument.update(document, contentChanges, version);
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
}
