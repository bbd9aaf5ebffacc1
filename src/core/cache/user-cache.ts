/** What one user saw at one provider: in memory, and on the disk that all agents share. */
import type { Issue } from '../../../protocol/issues.ts';
import type { IssueDetail } from '../../../protocol/issue-detail.ts';
import type { Clock } from '../../infrastructure/clock.ts';
import type { CacheEntry, CacheEntryInfo, CacheFolder } from '../../infrastructure/storage/cache-files.ts';
import { record } from '../jira/json.ts';
import type { KeptIssue } from './kept-issue.ts';
import { fieldsPart, issueEntry, issuePrefix, listEntry, type ListName, listPrefix, otherEntry, parseListEntry } from './names.ts';
import { readRows, writeRows } from './rows.ts';
import { fromEntry, fromMemory, type ListInMemory, piecesOf, type SeenList } from './seen-list.ts';
import { type Look, mostIssues, SeenIssues } from './seen-issues.ts';

/** What a cache of one user is made from. */
export interface UserCacheOptions {
  readonly provider: string;
  /** Of `ownerOf`; `undefined` where it is not known yet. */
  readonly owner: string | undefined;
  readonly clock: Clock;
  /** The name of this agent among those that share the storage. */
  readonly agent: string;
  /** The folder, when it is needed first; `undefined` where there can be none. */
  readonly openFolder: (owner: string) => Promise<CacheFolder | undefined>;
}

/** Something that was kept, and when it was seen: milliseconds since the epoch. */
export interface Kept<T> {
  readonly value: T;
  readonly at: number;
}

/** Milliseconds in which single issues gather until they are written. */
const gathering = 1000;
/** As many issues that were seen one by one are kept by each agent. */
const mostSingles = 500;
/** As many entries are read to find what was seen before. */
const mostEntries = 400;

/** Those entries that tell of single issues. */
export const singles = ['seen-', 'issue-'] as const;
/** All entries that tell of issues. */
export const everything = [...singles, 'list-'] as const;

/** Keeps and finds what a user saw. Nothing of it fails: what is not there was not seen. */
export class UserCache {
  /** In which Jira reads the times of this user's queries, as far as is known. */
  timeZone: string | undefined;
  readonly seen: SeenIssues;
  #owner: string | undefined;
  readonly #options: UserCacheOptions;
  readonly #singles = new Map<string, KeptIssue>();
  /** Lists that are not on disk yet. */
  readonly #lists = new Map<string, ListInMemory>();
  /** Values that are not on disk yet. */
  readonly #values = new Map<string, Kept<string> & { readonly head: Record<string, unknown> }>();
  /** By its name, the writing of an entry that was read last. */
  readonly #known = new Map<string, string>();
  #folder: Promise<CacheFolder | undefined> | undefined;
  #stopGathering: (() => void) | undefined;
  /** What is still to be written, by its name. */
  readonly #waiting = new Map<string, { readonly head: object; readonly pieces: Iterable<string>; readonly done: () => void }>();
  #writing: Promise<void> = Promise.resolve();
  #over = false;

  constructor(options: UserCacheOptions) {
    this.#options = options;
    this.#owner = options.owner;
    this.seen = new SeenIssues(options.provider);
  }

  /** Whose it is; `undefined` where that is not known yet, and nothing is kept on disk. */
  get owner(): string | undefined {
    return this.#owner;
  }

  /** Says whose it is, when that is known. */
  adopt(owner: string): void {
    this.#owner = owner;
    if (this.#singles.size > 0) this.#gather();
  }

  /** Notes issues that were seen one by one. */
  note(issues: readonly Issue[], look: Look): void {
    const now = this.#options.clock.now();
    for (const issue of issues) {
      const kept = this.seen.note(issue, now, look);
      this.#singles.delete(kept.id);
      this.#singles.set(kept.id, kept);
      if (this.#singles.size > mostSingles) this.#singles.delete(this.#singles.keys().next().value!);
    }
    this.#gather();
  }

  /** Keeps a part of a list. */
  keepList(name: ListName, list: ListInMemory): void {
    const entry = listEntry(name);
    this.#lists.set(entry, list);
    this.#write(entry, list.head, piecesOf(list), () => {
      if (this.#lists.get(entry) === list) this.#lists.delete(entry);
    });
  }

  /** A part of a list: what was asked for with the same limit, else whatever has its beginning and the most of it. The caller closes it. */
  async findList(name: ListName): Promise<SeenList | undefined> {
    const { owner } = this;
    const entry = listEntry(name);
    if (owner === undefined) return undefined;
    const exact = await this.#openList(entry, name.jql);
    if (exact !== undefined) return exact;
    const folder = await this.#opened();
    const names = [...this.#lists.keys(), ...((await folder?.list()) ?? []).map((each) => each.name)].filter((each) => each.startsWith(listPrefix(name.jql)));
    const fitting = names.map((each) => ({ ...parseListEntry(each), entry: each })).filter((each) => fits(each, name)).sort((one, other) => reach(other, name) - reach(one, name));
    for (const each of fitting) {
      const list = await this.#openList(each.entry, name.jql);
      if (list !== undefined && (list.head.startAt + list.head.count > name.startAt || list.head.next === undefined)) return list;
      await list?.close();
    }
    return undefined;
  }

  /** Keeps an issue with all that its page shows. @param askedAs the key that it was asked for by, which may be a former one */
  keepDetail(detail: IssueDetail, askedAs: string, fields: readonly string[]): void {
    const [at, value] = [this.#options.clock.now(), JSON.stringify(detail)];
    for (const key of new Set([detail.key, askedAs].map((each) => each.toUpperCase()))) this.#keepValue(issueEntry(key, fields), { key }, { value, at });
  }

  /** An issue with all that its page shows: with these extra fields, else as it was looked at last. */
  async findDetail(key: string, fields: readonly string[]): Promise<Kept<IssueDetail> | undefined> {
    const isMeant = (head: Record<string, unknown>) => head['key'] === key.toUpperCase();
    const exact = await this.#find(issueEntry(key, fields), isMeant);
    if (exact !== undefined) return exact as Kept<IssueDetail>;
    const others = ((await (await this.#opened())?.list()) ?? []).filter(({ name }) => name.startsWith(issuePrefix(key)));
    for (const { name } of others) {
      const other = await this.#find(name, isMeant);
      if (other !== undefined) return other as Kept<IssueDetail>;
    }
    return undefined;
  }

  /** Keeps an answer, or what a wish stands for, by a name of its own. @param value JSON */
  keep(kind: 'answer' | 'query', name: string, value: unknown): void {
    this.#keepValue(otherEntry(kind, name), { name }, { value: JSON.stringify(value), at: this.#options.clock.now() });
  }

  /** What was kept by a name. */
  find(kind: 'answer' | 'query', name: string): Promise<Kept<unknown> | undefined> {
    return this.#find(otherEntry(kind, name), (head) => head['name'] === name);
  }

  /** Forgets an issue that is not there any more. */
  async forgetIssue(key: string): Promise<void> {
    this.seen.forget(key);
    for (const [id, kept] of this.#singles) if (kept.key === key.toUpperCase()) this.#singles.delete(id);
    for (const name of this.#values.keys()) if (name.startsWith(issuePrefix(key))) this.#values.delete(name);
    await this.#writing;
    const folder = await this.#opened();
    for (const { name } of (await folder?.list()) ?? []) if (name.startsWith(issuePrefix(key))) await folder!.remove(name);
  }

  /** Reads what other agents, or those before this one, have seen. @param kinds the beginnings of the names of entries */
  async learn(kinds: readonly string[]): Promise<void> {
    const folder = await this.#opened();
    const all = (await folder?.list()) ?? [];
    const news = all.filter(({ name, writing }) => kinds.some((kind) => name.startsWith(kind)) && this.#known.get(name) !== writing);
    for (const each of news.slice(0, mostEntries)) {
      if (this.#over || this.seen.size >= mostIssues) return;
      await this.#learnEntry(folder!, each);
    }
  }

  /** Whoever reads or writes from now on has nothing to do with it any more. */
  end(): void {
    this.#over = true;
    this.#stopGathering?.();
  }

  /** Writes what is not written yet. */
  async flush(): Promise<void> {
    if (this.#stopGathering !== undefined) this.#writeSingles();
    await this.#writing;
  }

  async #learnEntry(folder: CacheFolder, { name, writing }: CacheEntryInfo): Promise<void> {
    this.#known.set(name, writing);
    const entry = await folder.open(name);
    const { owner, at } = record(entry?.head);
    try {
      if (entry === undefined || owner !== this.owner || !Number.isSafeInteger(at)) return;
      for await (const piece of entry.pieces()) {
        if (this.#over) return;
        if (name.startsWith('issue-')) this.seen.note(JSON.parse(piece) as IssueDetail, at as number, 'looked');
        else for (const { issue } of readRows(piece, at as number, this.seen.parts)) this.seen.noteKept(issue);
      }
    } catch {
      await folder.remove(name);
    } finally {
      await entry?.close();
    }
  }

  async #openList(name: string, jql: string): Promise<SeenList | undefined> {
    const pending = this.#lists.get(name);
    if (pending !== undefined) return fromMemory(pending);
    const entry = await (await this.#opened())?.open(name);
    const list = entry && fromEntry(entry, this.owner!, jql, this.seen.parts, () => this.#discard(undefined, name));
    if (entry !== undefined && list === undefined) await this.#discard(entry, name);
    return list;
  }

  async #find(name: string, isMeant: (head: Record<string, unknown>) => boolean): Promise<Kept<unknown> | undefined> {
    const pending = this.#values.get(name);
    if (pending !== undefined && isMeant(pending.head)) return { value: JSON.parse(pending.value) as unknown, at: pending.at };
    const entry = await (await this.#opened())?.open(name);
    if (entry === undefined) return undefined;
    try {
      const head = record(entry.head);
      const { value } = await entry.pieces().next();
      const { at } = head;
      if (head['owner'] === this.owner && isMeant(head) && Number.isSafeInteger(at) && typeof value === 'string') return { value: JSON.parse(value) as unknown, at: at as number };
    } catch {
      // Damaged: as if it had not been there.
    } finally {
      await entry.close();
    }
    await this.#discard(undefined, name);
    return undefined;
  }

  async #discard(entry: CacheEntry | undefined, name: string): Promise<void> {
    await entry?.close();
    await (await this.#opened())?.remove(name);
  }

  #keepValue(name: string, head: Record<string, unknown>, kept: Kept<string>): void {
    if (this.owner === undefined) return;
    const pending = { ...kept, head };
    this.#values.set(name, pending);
    this.#write(name, { owner: this.owner, ...head, at: kept.at }, [kept.value], () => {
      if (this.#values.get(name) === pending) this.#values.delete(name);
    });
  }

  #gather(): void {
    this.#stopGathering ??= this.#options.clock.after(gathering, () => this.#writeSingles());
  }

  #writeSingles(): void {
    this.#stopGathering?.();
    this.#stopGathering = undefined;
    const at = this.#options.clock.now();
    const listed = [...this.#singles.values()].map((issue) => ({ issue, fields: undefined }));
    this.#write(`seen-${this.#options.agent}`, { owner: this.owner, at }, [writeRows(listed, at)]);
  }

  /** One after another; what waits already under a name is never written. */
  #write(name: string, head: object, pieces: Iterable<string>, done: () => void = () => undefined): void {
    const waiting = this.#waiting.get(name);
    this.#waiting.set(name, { head, pieces, done });
    if (waiting === undefined) this.#writing = this.#writing.then(() => this.#writeNow(name));
    else waiting.done();
  }

  async #writeNow(name: string): Promise<void> {
    const { head, pieces, done } = this.#waiting.get(name)!;
    this.#waiting.delete(name);
    const folder = this.#over ? undefined : await this.#opened();
    // Where it went away, the next one makes sure first that it may be there.
    if (folder !== undefined && !(await folder.write(name, head, pieces))) this.#folder = undefined;
    done();
  }

  #opened(): Promise<CacheFolder | undefined> {
    if (this.owner === undefined) return Promise.resolve(undefined);
    return (this.#folder ??= this.#options.openFolder(this.owner));
  }
}

type Part = { readonly fields: string; readonly startAt: number; readonly limit: number };

/** Extra fields can be left out, and not be added. */
function fits({ fields, startAt, limit }: Partial<Part>, name: ListName): boolean {
  return fields !== undefined && (name.fields.length === 0 || fields === fieldsPart(name.fields)) && startAt! <= name.startAt && name.startAt < startAt! + limit!;
}

/** How far a part of a list reaches into what is wanted. */
function reach({ startAt, limit }: Partial<Part>, name: ListName): number {
  return Math.min(startAt! + limit!, name.startAt + name.limit);
}
