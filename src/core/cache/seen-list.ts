/** A part of a list as it was seen: kept in pieces, so that the first of it is there at once. */
import * as z from 'zod';
import type { Clock } from '../../infrastructure/clock.ts';
import type { CacheEntry } from '../../infrastructure/storage/cache-files.ts';
import type { ListName } from './names.ts';
import { type ListedIssue, readRows, writeRows } from './rows.ts';
import type { SharedParts } from './shared-parts.ts';

const ListHead = z.object({
  owner: z.string(),
  jql: z.string(),
  fields: z.array(z.string()),
  startAt: z.int().min(0),
  at: z.int(),
  total: z.int().min(0),
  count: z.int().min(0),
  next: z.int().min(0).optional(),
  warnings: z.array(z.string()),
});

/** What is known of a part of a list beside its issues. */
export type ListHead = z.output<typeof ListHead>;

/** A part of a list, which can be read once. */
export interface SeenList {
  readonly head: ListHead;
  /** The issues in order; fewer than `head.count` where what follows is damaged. */
  issues(): AsyncGenerator<readonly ListedIssue[], void>;
  close(): Promise<void>;
}

/** Issues of the first piece, and of each other one. */
const firstPiece = 50;
const otherPieces = 250;
/** As many issues of a list are kept. */
const mostListed = 20_000;

/** A part of a list in memory. */
export interface ListInMemory {
  readonly head: ListHead;
  readonly listed: readonly ListedIssue[];
}

/** The pieces of a list for a file. */
export function* piecesOf({ head, listed }: ListInMemory): Generator<string, void> {
  for (let from = 0; from < listed.length; from += from === 0 ? firstPiece : otherPieces) {
    yield writeRows(listed.slice(from, from + (from === 0 ? firstPiece : otherPieces)), head.at);
  }
}

/** A list that is not on disk yet. */
export function fromMemory({ head, listed }: ListInMemory): SeenList {
  return {
    head,
    async *issues() {
      for (let from = 0; from < listed.length; from += firstPiece) yield listed.slice(from, from + firstPiece);
    },
    close: () => Promise.resolve(),
  };
}

/**
 * A list on disk.
 *
 * @param onDamage called where a piece of it cannot be read
 * @returns `undefined` where the entry is of somebody else, or of something else
 */
export function fromEntry(entry: CacheEntry, owner: string, jql: string, parts: SharedParts, onDamage: () => Promise<void>): SeenList | undefined {
  const head = ListHead.safeParse(entry.head);
  if (!head.success || head.data.owner !== owner || head.data.jql !== jql) return undefined;
  const { at } = head.data;
  return {
    head: head.data,
    async *issues() {
      const pieces = entry.pieces();
      for (;;) {
        const listed = await nextOf(pieces, at, parts).catch(onDamage);
        if (listed === undefined) return;
        yield listed;
      }
    },
    close: () => entry.close(),
  };
}

async function nextOf(pieces: AsyncGenerator<string, void>, at: number, parts: SharedParts): Promise<ListedIssue[] | undefined> {
  const { value } = await pieces.next();
  return typeof value === 'string' ? readRows(value, at, parts) : undefined;
}

/** What a part of a list holds while it is being read from Jira. */
export class ListRecorder {
  readonly listed: ListedIssue[] = [];
  readonly #at: number;
  #isFull = false;

  constructor(clock: Clock) {
    this.#at = clock.now();
  }

  add(listed: ListedIssue): void {
    if (this.listed.length < mostListed) this.listed.push(listed);
    else this.#isFull = true;
  }

  /** The list, when all of it was read. */
  finish(owner: string, { jql, fields, startAt }: Omit<ListName, 'limit'>, end: { readonly total: number; readonly next: number | undefined; readonly warnings: readonly string[] }): ListInMemory {
    const next = this.#isFull ? startAt + this.listed.length : end.next;
    return {
      head: {
        owner, jql, fields: [...fields], startAt, at: this.#at, total: end.total, count: this.listed.length,
        ...(next === undefined ? {} : { next }),
        warnings: [...end.warnings],
      },
      listed: this.listed,
    };
  }
}
