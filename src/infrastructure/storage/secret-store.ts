/** Secrets by name: in a file that its owner alone can read, or in a vault, with the file saying where. */
import { randomUUID } from 'node:crypto';
import { createJsonDocument, type JsonDocumentOptions } from './json-document.ts';
import {
  findEntry, isSameHolder, markUnused, markUsed, parseIndex, putEntry, removeEntry,
  type Holder, type IndexEntry, type SecretIndex, type VaultItem,
} from './secret-index.ts';
import { StorageFailure, type Document, type SecretEntry, type SecretStore, type SecretVault } from './storage.ts';

/** How secrets are kept. */
export interface SecretStoreOptions extends Pick<JsonDocumentOptions<SecretIndex>, 'file' | 'onRepair' | 'stale'> {
  /** The vaults by the names of their places, which are written to the file and must stay the same. */
  readonly vaults?: Readonly<Record<string, SecretVault>>;
  /** The vault for new secrets; absent: the file. */
  readonly place?: string | undefined;
  /** Where new secrets go when that vault refuses one; absent: it is an error. */
  readonly fallback?: SecretFallback | undefined;
}

/** Places that are good enough. What is in them already stays there. */
export interface SecretFallback {
  /** A vault that is tried first; whatever it refuses goes to the file. */
  readonly place?: string | undefined;
  /** Told once, in words for people, where secrets go and why. */
  readonly onUse: (message: string) => void;
}

/** Where the secrets are. */
export interface SecretPlaces {
  /** What the place for new secrets is called: a vault's name, or the path of the file. */
  readonly place: string;
  /** Why new secrets cannot go there, in words for people. */
  readonly problem: string | undefined;
  /** Where new secrets go instead; absent where that is an error. */
  readonly fallback: string | undefined;
  /** What the places are called that hold secrets today. */
  readonly used: readonly string[];
}

/** Secrets that can be brought from one place to another. */
export interface MovableSecretStore extends SecretStore {
  /**
   * Tells where new secrets go, and whether they can. It changes nothing.
   *
   * @throws {StorageFailure} when the file cannot be read
   */
  places(): Promise<SecretPlaces>;
  /**
   * Brings all secrets to the place for new ones, though not to its fallback, and clears up what agents that died have left in the vaults.
   * Each is copied, read back, switched to and only then deleted where it was, so that at every moment it is in one
   * place at least, also for other agents, and whatever they move.
   *
   * @throws {StorageFailure} when a vault cannot be used; what could not be moved stays where it was, and the rest is moved
   */
  moveAll(): Promise<void>;
}

/** Milliseconds for which an item may be unused: a secret is surely stored by then, or its writer is dead. */
const longestStoring = 3_600_000;

/**
 * A store of secrets with all that {@link createJsonDocument} gives. The file is not encrypted, since the key would
 * have to lie beside it: its permissions and the folder's are what protects it. A vault holds each secret under an
 * item name of its own, which is noted in the file before the item is made and until it is deleted, so that nothing is
 * left behind in a vault. Nothing is read and no vault is used before the first call.
 */
export function createSecretStore(options: SecretStoreOptions): MovableSecretStore {
  const document = createJsonDocument<SecretIndex>({ ...options, version: 1, initial: () => ({ secrets: [] }), parse: parseIndex });
  return new IndexedSecretStore(options, document);
}

class IndexedSecretStore implements MovableSecretStore {
  private readonly options: SecretStoreOptions;
  private readonly document: Document<SecretIndex>;
  /** Where new secrets go since the place for them refused one. */
  private fallenBackTo: { readonly place: string | undefined } | undefined;

  constructor(options: SecretStoreOptions, document: Document<SecretIndex>) {
    this.options = options;
    this.document = document;
  }

  async get(name: string): Promise<string | undefined> {
    let entry = findEntry(await this.document.read(), name);
    for (;;) {
      if (entry === undefined || 'secret' in entry) return entry?.secret as string | undefined;
      const secret = await this.vault(entry.place).get(entry.item);
      const newest = findEntry(await this.document.read(), name);
      // Another agent may have moved it between the two looks.
      if (secret !== undefined || (newest !== undefined && isSameHolder(newest, entry))) return secret;
      entry = newest;
    }
  }

  async set(name: string, secret: string): Promise<void> {
    const entry: IndexEntry = { name, createdAt: new Date().toISOString(), ...(await this.deposit(secret)) };
    const former = await this.document.update((index) => {
      const old = findEntry(index, name);
      putEntry(index, entry);
      return old;
    });
    await this.clear(former);
  }

  async delete(name: string): Promise<void> {
    await this.clear(await this.document.update((index) => removeEntry(index, name)));
  }

  async list(): Promise<SecretEntry[]> {
    const { secrets } = await this.document.read();
    return secrets.map(({ name, createdAt }) => ({ name, createdAt }));
  }

  async places(): Promise<SecretPlaces> {
    const { secrets } = await this.document.read();
    const { place, fallback } = this.options;
    const nameOf = (of: string | undefined): string => this.nameOf(of);
    const places = { place: nameOf(place), problem: undefined, fallback: undefined, used: [...new Set(secrets.map(placeOf))].map(nameOf) };
    try {
      if (place !== undefined) await this.vault(place).get(randomUUID());
      return places;
    } catch (error) {
      if (!(error instanceof StorageFailure)) throw error;
      return { ...places, problem: error.message, fallback: fallback === undefined ? undefined : nameOf(await this.usableFallback(fallback)) };
    }
  }

  async moveAll(): Promise<void> {
    const { secrets, unused } = await this.document.read();
    let failure: StorageFailure | undefined;
    for (const entry of secrets) {
      try {
        if (placeOf(entry) !== this.options.place) await this.move(entry);
      } catch (error) {
        if (!(error instanceof StorageFailure)) throw error;
        failure ??= error;
      }
    }
    for (const item of unused ?? []) if (Date.now() - Date.parse(item.since) > longestStoring) await this.clear(item as VaultItem);
    if (failure !== undefined) throw failure;
  }

  private async move(entry: IndexEntry): Promise<void> {
    const secret = await this.get(entry.name);
    if (secret === undefined) return;
    const holder = await this.depositAsWanted(secret);
    if (holder === undefined) return;
    const switched = await this.document.update((index) => {
      const current = findEntry(index, entry.name);
      if (current === undefined || !isSameHolder(current, entry)) return false;
      putEntry(index, { name: entry.name, createdAt: entry.createdAt, ...holder });
      return true;
    });
    await this.clear(switched ? entry : holder);
  }

  /** Puts a secret where new ones go, with nothing referring to it yet. */
  private async deposit(secret: string): Promise<Holder> {
    const holder = this.fallenBackTo === undefined ? await this.depositAsWanted(secret) : undefined;
    if (holder !== undefined) return holder;
    const place = this.fallenBackTo?.place;
    return place === undefined ? { secret } : this.depositInVault(place, secret);
  }

  /** The same, and nothing where the place for new secrets refuses it and there is a fallback. */
  private async depositAsWanted(secret: string): Promise<Holder | undefined> {
    const { place, fallback } = this.options;
    if (place === undefined) return { secret };
    try {
      return await this.depositInVault(place, secret);
    } catch (error) {
      if (fallback === undefined || !(error instanceof StorageFailure)) throw error;
      await this.fallBack(fallback, error.message);
      return undefined;
    }
  }

  private async fallBack(fallback: SecretFallback, problem: string): Promise<void> {
    if (this.fallenBackTo !== undefined) return;
    const place = await this.usableFallback(fallback);
    this.fallenBackTo = { place };
    const instead = place === undefined ? `${this.options.file} instead, which its owner alone can read` : `${this.nameOf(place)} instead`;
    fallback.onUse(`${problem} Secrets are kept in ${instead}.`);
  }

  /** The fallback's vault where it can be used; nothing where the file is what remains. */
  private async usableFallback({ place }: SecretFallback): Promise<string | undefined> {
    if (place === undefined) return undefined;
    try {
      await this.vault(place).get(randomUUID());
      return place;
    } catch (error) {
      if (error instanceof StorageFailure) return undefined;
      throw error;
    }
  }

  private nameOf(place: string | undefined): string {
    return place === undefined ? this.options.file : (this.options.vaults?.[place]?.name ?? place);
  }

  private async depositInVault(place: string, secret: string): Promise<VaultItem> {
    const vault = this.vault(place);
    const holder = { place, item: randomUUID() };
    // It fails where the vault cannot be used at all, before anything is noted.
    await vault.get(holder.item);
    await this.document.update((index) => markUnused(index, holder));
    try {
      await vault.set(holder.item, secret);
      if ((await vault.get(holder.item)) === secret) return holder;
      throw new StorageFailure(`${capitalized(vault.name)} did not keep a secret as it was.`);
    } catch (error) {
      await this.clear(holder);
      throw error;
    }
  }

  /** Deletes an item that no secret refers to. Where the vault cannot be used, it stays noted for the next time. */
  private async clear(holder: Holder | undefined): Promise<void> {
    if (holder === undefined || 'secret' in holder) return;
    try {
      await this.vault(holder.place).delete(holder.item);
    } catch (error) {
      if (error instanceof StorageFailure) return;
      throw error;
    }
    await this.document.update((index) => markUsed(index, holder));
  }

  private vault(place: string): SecretVault {
    const vault = this.options.vaults?.[place];
    if (vault !== undefined) return vault;
    throw new StorageFailure(`A secret is kept in “${place}”, which cannot be used here. Start the agent where it can, or set up the provider again.`);
  }
}

function placeOf(holder: Holder): string | undefined {
  return 'secret' in holder ? undefined : holder.place;
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
