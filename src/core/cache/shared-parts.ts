/** Parts that many issues have in common, such as users and statuses: kept once. */
import type { Issue } from '../../../protocol/issues.ts';
import type { User } from '../../../protocol/provider.ts';

/** As many of each kind as are kept; more come from a server that makes them up. */
const mostOfAKind = 5000;

const none: readonly string[] = [];

/** Gives for a part that equals a known one the known one. */
export class SharedParts {
  #place = '';
  readonly user = new Pool<User>(
    ({ name }) => name,
    (one, other) => one.displayName === other.displayName && one.email === other.email && one.avatarUrl === other.avatarUrl && one.key === other.key,
  );
  readonly type = new Pool<Issue['type']>(({ name }) => name, (one, other) => one.subtask === other.subtask && one.iconUrl === other.iconUrl);
  readonly status = new Pool<Issue['status']>(({ name }) => name, (one, other) => one.category === other.category);
  readonly priority = new Pool<{ readonly name: string }>(({ name }) => name, () => true);
  readonly project = new Pool<Issue['project']>(({ key }) => key, (one, other) => one.name === other.name);
  readonly text = new Pool<string>((value) => value, () => true);

  /** The address of an issue without its key: of one server all are the same. */
  place({ url }: Pick<Issue, 'url'>): string {
    const end = url.lastIndexOf('/') + 1;
    if (end !== this.#place.length || !url.startsWith(this.#place)) this.#place = url.slice(0, end);
    return this.#place;
  }

  /** Labels, each of which other issues have too. */
  labels(labels: readonly string[]): readonly string[] {
    return labels.length === 0 ? none : labels.map((label) => this.text.of(label));
  }
}

/** The known parts of one kind. */
class Pool<T> {
  readonly #known = new Map<string, T>();
  readonly #nameOf: (part: T) => string;
  readonly #isSame: (one: T, other: T) => boolean;

  /** @param isSame whether two parts of one name are the same in everything */
  constructor(nameOf: (part: T) => string, isSame: (one: T, other: T) => boolean) {
    this.#nameOf = nameOf;
    this.#isSame = isSame;
  }

  /** The known part that equals this one; itself where there is none. */
  of(part: T): T {
    const name = this.#nameOf(part);
    const known = this.#known.get(name);
    if (known !== undefined && this.#isSame(known, part)) return known;
    if (this.#known.size >= mostOfAKind) this.#known.clear();
    this.#known.set(name, part);
    return part;
  }
}
