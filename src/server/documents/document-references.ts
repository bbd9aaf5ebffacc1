/** The references to issues in the documents that are open, kept in step with their text. */
import type { Position, Range } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Clock } from '../../infrastructure/clock.ts';
import { type CommitMessage, readCommitMessage } from '../../core/commit/commit-message.ts';
import type { IssueLookup, IssueName } from '../../core/references/issue-lookup.ts';
import { findKeysInBranch, findReferences, type Reference } from '../../core/references/find-references.ts';
import type { ProjectKeys } from '../../core/references/project-keys.ts';
import { type PlacedReference, ReferenceIndex, type ReferringLine } from '../../core/references/reference-index.ts';
import { inTime } from '../in-time.ts';
import { type DocumentListener, type Documents, lineOf } from './documents.ts';
import { holdsSecrets, isCommitMessage } from './languages.ts';
import type { ChangedLines } from './line-document.ts';

/** A reference in a document, and where the editor shows it. */
export interface ShownReference extends PlacedReference {
  /** In the units of the editor. */
  readonly range: Range;
}

/** What it is made from. */
export interface DocumentReferencesOptions {
  readonly documents: Documents;
  readonly projects: ProjectKeys;
  readonly lookup: IssueLookup;
  /** Settles when it is known what was seen of issues before this agent began. */
  readonly seen: () => Promise<void>;
  readonly clock: Clock;
}

interface Followed {
  readonly index: ReferenceIndex;
  /** Where the document is the message of a commit. */
  message: CommitMessage | undefined;
  /** What is to be looked up when typing pauses; all that the document refers to where it is `undefined`. */
  news: Reference[] | undefined;
  /** When all was looked up last: milliseconds since the epoch. */
  lookedUpAt: number;
  /** Calls off what is to be done when typing pauses. */
  stopWaiting: (() => void) | undefined;
}

/** Milliseconds without a change after which typing counts as paused. */
const typingPause = 300;
/** Milliseconds after which all that a document refers to is looked up again, where that is old. */
const lookUpEvery = 300_000;
/** Milliseconds that a request waits for the projects of servers that were never asked before. */
const patience = 3000;

/** Follows the open documents. What they refer to is looked up when they open, and when typing pauses. */
export class DocumentReferences implements DocumentListener {
  readonly #documents: Documents;
  readonly #projects: ProjectKeys;
  readonly #lookup: IssueLookup;
  readonly #seen: () => Promise<void>;
  readonly #clock: Clock;
  readonly #followed = new Map<string, Followed>();
  readonly #onSettled: ((document: TextDocument) => void)[] = [];

  constructor({ documents, projects, lookup, seen, clock }: DocumentReferencesOptions) {
    this.#documents = documents;
    this.#projects = projects;
    this.#lookup = lookup;
    this.#seen = seen;
    this.#clock = clock;
  }

  /** Begins with the documents that are open already. */
  follow(): void {
    this.#documents.listen(this);
    for (const document of this.#documents.all()) this.opened(document);
  }

  /** Calls `listener` for a document that was opened, whenever typing in it pauses, and when other projects are known than before. */
  onSettled(listener: (document: TextDocument) => void): void {
    this.#onSettled.push(listener);
  }

  /** Waits until the projects of the servers are known, and what was seen of issues before; not for long, and not for servers that are out of reach. */
  async ready(signal: AbortSignal): Promise<void> {
    await inTime(Promise.all([this.#projects.known(), this.#seen()]), this.#clock, patience, signal);
  }

  /** The reference at a position of the editor's; at its end too, for a cursor behind it. */
  at(document: TextDocument, position: Position): ShownReference | undefined {
    const { line, character } = this.#documents.fromEditor(document, position);
    const found = this.#followed.get(document.uri)?.index.at(line, character);
    return found === undefined ? undefined : this.#shown(document, found);
  }

  /** The references of a document, or of the lines that a range of the editor's touches; in order. */
  *within(document: TextDocument, range?: Range): Generator<ShownReference> {
    const found = this.#followed.get(document.uri)?.index.within(range?.start.line, range?.end.line);
    for (const reference of found ?? []) yield this.#shown(document, reference);
  }

  /** The references of a document without their ranges, which take time to work out. */
  placedIn(document: TextDocument): Iterable<PlacedReference> {
    return this.#followed.get(document.uri)?.index.within() ?? [];
  }

  /** The lines of a document that refer to anything, in order. */
  linesOf(document: TextDocument): Iterable<ReferringLine> {
    return this.#followed.get(document.uri)?.index.lines() ?? [];
  }

  /** The message of a commit, where the document is one. */
  messageOf(document: TextDocument): CommitMessage | undefined {
    return this.#followed.get(document.uri)?.message;
  }

  /** Looks into every document anew: there are other projects than before. */
  rescan(): void {
    for (const document of this.#documents.all()) {
      const followed = this.#followed.get(document.uri);
      if (followed === undefined) continue;
      this.#scan(document, followed);
      this.#settle(document);
    }
  }

  /** Looks up what could not be looked up before: a server is there again. */
  tryAgain(): void {
    this.#lookup.tryAgain();
    for (const document of this.#documents.all()) {
      const followed = this.#followed.get(document.uri);
      if (followed !== undefined) followed.news = undefined;
      this.#settle(document);
    }
  }

  opened(document: TextDocument): void {
    if (holdsSecrets(document)) return;
    const followed: Followed = { index: new ReferenceIndex(), message: undefined, news: undefined, lookedUpAt: 0, stopWaiting: undefined };
    this.#followed.set(document.uri, followed);
    this.#scan(document, followed);
    this.#settle(document);
  }

  edited(document: TextDocument, { first, removed, inserted }: ChangedLines): void {
    const followed = this.#followed.get(document.uri);
    if (followed === undefined || isCommitMessage(document)) return;
    const found = followed.index.change(first, removed, inserted, (line) => findReferences(lineOf(document, line), this.#projects.servers));
    followed.news?.push(...found);
  }

  changed(document: TextDocument): void {
    const followed = this.#followed.get(document.uri);
    if (followed === undefined) return;
    // What a line of a message means, others tell.
    if (isCommitMessage(document)) this.#scan(document, followed);
    followed.stopWaiting?.();
    followed.stopWaiting = this.#clock.after(typingPause, () => this.#settle(document));
  }

  closed(uri: string): void {
    this.#followed.get(uri)?.stopWaiting?.();
    this.#followed.delete(uri);
  }

  #scan(document: TextDocument, followed: Followed): void {
    followed.news = undefined;
    const { servers } = this.#projects;
    if (!isCommitMessage(document)) return followed.index.reset(document.lineCount, (line) => findReferences(lineOf(document, line), servers));
    const message = readCommitMessage({ count: document.lineCount, at: (line) => lineOf(document, line) });
    const found = new Map<number, readonly Reference[]>(message.lines.map(({ line, text }) => [line, findReferences(text, servers)]));
    const { branch } = message;
    if (branch !== undefined) {
      found.set(branch.line, findKeysInBranch(branch.branch, servers).map((each) => ({ ...each, start: each.start + branch.start, end: each.end + branch.start })));
    }
    followed.message = message;
    followed.index.reset(document.lineCount, (line) => found.get(line) ?? []);
  }

  #settle(document: TextDocument): void {
    const followed = this.#followed.get(document.uri);
    if (followed === undefined) return;
    void this.#projects.refresh();
    const now = this.#clock.now();
    const isAll = followed.news === undefined || now >= followed.lookedUpAt + lookUpEvery;
    this.#lookup.want(namesOf(isAll ? followed.index.within() : followed.news!));
    if (isAll) followed.lookedUpAt = now;
    followed.news = [];
    for (const listener of this.#onSettled) listener(document);
  }

  #shown(document: TextDocument, reference: PlacedReference): ShownReference {
    return { ...reference, range: this.#documents.toEditor(document, reference.line, reference.start, reference.end) };
  }
}

/** The issues that references may mean. */
export function* namesOf(references: Iterable<Reference>): Generator<IssueName> {
  for (const { servers, key } of references) {
    for (const { provider } of servers) yield { provider, key };
  }
}
