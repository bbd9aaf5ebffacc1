/** The servers that the open workspace names, as their files are now. */
import { workspaceFileName } from '../../../protocol/workspace.ts';
import type { Reading } from '../../infrastructure/workspace-files.ts';
import type { Offer } from '../shared/offer.ts';
import type { Approvals } from './approvals.ts';
import { parseWorkspaceFile } from './parse-workspace-file.ts';

/** Bytes; a server with its keys takes some five thousand. */
const largest = 256 * 1024;

/** What the offers are made with. */
export interface WorkspaceOffersOptions {
  readonly approvals: Approvals;
  /** @returns the path of a file in a folder; `undefined` for a folder that is not on this machine */
  readonly pathOf: (folderUri: string, name: string) => string | undefined;
  /** Reads a file and follows no link. @param largest bytes */
  readonly read: (path: string, largest: number) => Promise<Reading>;
  /** Tells when something happens to a file. @returns a function that ends it */
  readonly watch: (path: string, changed: () => void) => () => void;
  /** Told, in words for people, of a file that is not used. */
  readonly onFault: (message: string, leaks: boolean) => void;
}

interface Followed {
  offers: readonly Omit<Offer, 'approval'>[];
  reading: Promise<void>;
  told: string | undefined;
  readonly stop: () => void;
}

const refusals = {
  link: 'it is a link, and links are not followed',
  noFile: 'it is no regular file',
  tooLarge: `it is larger than ${largest / 1024} kB`,
  unreadable: 'it cannot be read',
  notUtf8: 'it is not UTF-8',
} as const;

/** Follows the file `.jira.json` of each folder that the editor has open. */
export class WorkspaceOffers {
  readonly #options: WorkspaceOffersOptions;
  readonly #files = new Map<string, Followed>();
  readonly #listeners = new Set<() => void>();
  #stopApprovals: (() => void) | undefined;

  constructor(options: WorkspaceOffersOptions) {
    this.#options = options;
  }

  /** Follows these folders from now on, and no others. */
  open(folderUris: readonly string[]): void {
    const paths = new Set(folderUris.flatMap((uri) => this.#options.pathOf(uri, workspaceFileName) ?? []));
    for (const [path, { stop }] of this.#files) {
      if (paths.has(path)) continue;
      stop();
      this.#files.delete(path);
      this.#tell();
    }
    for (const path of paths) if (!this.#files.has(path)) this.#follow(path);
  }

  /** What the files name, each with the user's word on it. */
  async list(): Promise<readonly Offer[]> {
    const files = [...this.#files.values()];
    if (files.length === 0) return [];
    await Promise.all(files.map(({ reading }) => reading));
    const offers = files.flatMap((file) => file.offers);
    if (offers.length === 0) return [];
    const said = await this.#options.approvals.read();
    return offers.map((offer) => {
      const approved = said.get(offer.baseUrl);
      return { ...offer, approval: approved === undefined ? 'pending' : approved ? 'approved' : 'refused' };
    });
  }

  /** Tells when a file names something else, or the user said something. @returns a function that ends it */
  watch(listener: () => void): () => void {
    this.#stopApprovals ??= this.#options.approvals.watch(() => this.#tell());
    const tell = (): void => listener();
    this.#listeners.add(tell);
    return () => void this.#listeners.delete(tell);
  }

  /** Follows nothing any more. */
  close(): void {
    this.open([]);
    this.#stopApprovals?.();
    this.#stopApprovals = undefined;
  }

  #follow(path: string): void {
    const followed: Followed = {
      offers: [],
      told: undefined,
      reading: Promise.resolve(),
      stop: this.#options.watch(path, () => {
        followed.reading = followed.reading.then(() => this.#read(path, followed)).then(() => this.#tell());
      }),
    };
    this.#files.set(path, followed);
    followed.reading = this.#read(path, followed);
    void followed.reading.then(() => {
      if (followed.offers.length > 0) this.#tell();
    });
  }

  /** It never rejects: what is wrong with a file is told. */
  async #read(path: string, followed: Followed): Promise<void> {
    const reading = await this.#options.read(path, largest);
    if ('refused' in reading) return this.#take(followed, { fault: `${path} is not used: ${refusals[reading.refused]}.`, leaks: false });
    this.#take(followed, reading.text === undefined ? [] : parseWorkspaceFile(reading.text, path));
  }

  #take(followed: Followed, found: ReturnType<typeof parseWorkspaceFile>): void {
    followed.offers = 'fault' in found ? [] : found;
    const fault = 'fault' in found ? found.fault : undefined;
    if ('fault' in found && fault !== followed.told) this.#options.onFault(found.fault, found.leaks);
    followed.told = fault;
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}
