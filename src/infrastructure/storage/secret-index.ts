/** The file of secrets: the secrets themselves, or where else they are. */
import * as z from 'zod';

/** An item in a vault, by the vault's place. */
export interface VaultItem {
  readonly place: string;
  readonly item: string;
}

/** A secret, or where it is. */
export type Holder = { readonly secret: string } | VaultItem;

const named = { name: z.string(), createdAt: z.iso.datetime() };

const shape = z.looseObject({
  secrets: z.array(
    z.union([z.looseObject({ ...named, secret: z.string() }), z.looseObject({ ...named, place: z.string(), item: z.string() })]),
  ),
  /** Items that no secret refers to: not yet, since they are just being made, or no more, and still to be deleted. */
  unused: z.array(z.looseObject({ place: z.string(), item: z.string(), since: z.iso.datetime() })).optional(),
});

/** What the file holds. */
export type SecretIndex = z.infer<typeof shape>;

/** One secret. */
export type IndexEntry = SecretIndex['secrets'][number];

/** Checks what was read. @throws when its shape is wrong */
export function parseIndex(value: unknown): SecretIndex {
  return shape.parse(value);
}

/** The secret of a name. */
export function findEntry(index: SecretIndex, name: string): IndexEntry | undefined {
  return index.secrets.find((entry) => entry.name === name);
}

/** Whether two holders are the same one: items are never used twice. */
export function isSameHolder(one: Holder, other: Holder): boolean {
  if ('secret' in one) return 'secret' in other && one.secret === other.secret;
  return 'item' in other && one.place === other.place && one.item === other.item;
}

/** Puts an entry in the place of that of its name, if there is one. */
export function putEntry(index: SecretIndex, entry: IndexEntry): void {
  const former = findEntry(index, entry.name);
  markUnused(index, former);
  markUsed(index, entry);
  index.secrets = [...index.secrets.filter((other) => other !== former), entry];
}

/** Takes an entry out. */
export function removeEntry(index: SecretIndex, name: string): IndexEntry | undefined {
  const former = findEntry(index, name);
  markUnused(index, former);
  index.secrets = index.secrets.filter((entry) => entry !== former);
  return former;
}

/** Notes that an item is there, or is about to be, to which no secret refers. */
export function markUnused(index: SecretIndex, holder: Holder | undefined): void {
  if (holder === undefined || 'secret' in holder) return;
  const { place, item } = holder;
  index.unused = [...(index.unused ?? []), { place, item, since: new Date().toISOString() }];
}

/** Notes that a secret refers to an item, or that it is gone. */
export function markUsed(index: SecretIndex, holder: Holder): void {
  index.unused = index.unused?.filter((unused) => !isSameHolder(unused as VaultItem, holder));
  if (index.unused?.length === 0) delete index.unused;
}
