/** What is known of the issues that texts refer to, and how it becomes known: many at once in the background, one at once. */
import type { Issue } from '../../../protocol/issues.ts';
import type { Core } from '../core.ts';
import { JiraError } from '../errors.ts';
import { Access } from '../issues/access.ts';
import { listFields } from '../issues/issue.ts';
import { issuePath } from '../issues/read-issue.ts';
import type { Document } from '../markup/document.ts';
import { readWiki } from '../markup/wiki/read-document.ts';
import { excerpt } from './excerpt.ts';
import { fetchIssues, type FetchedIssue, toFetched } from './fetch-issues.ts';
import { LimitedMap } from './limited-map.ts';

/** The issue that a text refers to. */
export interface Known {
  /** Its key is another one than the text has where it was moved. `undefined`: Jira has no issue of this key for the user. */
  readonly issue: Issue | undefined;
  /** When Jira said so: milliseconds since the epoch. */
  readonly seenAt: number;
}

/** An issue on a server. */
export interface IssueName {
  readonly provider: string;
  /** In upper case. */
  readonly key: string;
}

/** Milliseconds after which an issue is asked for again when it is met in a text. */
const issueLife = 300_000;
/** Milliseconds for which what somebody looks at counts as it is now. */
const freshLife = 60_000;
/** Milliseconds after which a key that there was not is asked for again. */
const missLife = 600_000;
/** Milliseconds in which wishes are gathered into one query: an editor opens several documents at once. */
const gathering = 30;
/** Milliseconds for which a server is let alone that failed. */
const pause = 30_000;
/** Descriptions are fetched along where there are no more issues than that. */
const fewIssues = 100;
/** Former keys that are looked up one by one, where a query gave issues of other keys than it named. */
const mostFormerKeys = 20;
const mostRemembered = 20_000;
const mostDescriptions = 500;
/** Characters of a description that are kept: more than a hover shows. */
const longestDescription = 20_000;

/** Looks issues up. What it learns goes into the cache of the agent. */
export class IssueLookup {
  readonly #core: Core;
  readonly #listeners: (() => void)[] = [];
  readonly #life: AbortSignal;
  readonly #missing = new LimitedMap<string, number>(mostRemembered);
  readonly #newKeys = new LimitedMap<string, string>(mostRemembered);
  /** When an issue was looked up last: asking the cache for each key of a long document, over and over, would take too long. */
  readonly #lookedUp = new LimitedMap<string, number>(mostRemembered);
  readonly #descriptions = new LimitedMap<string, Description>(mostDescriptions);
  readonly #wanted = new Map<string, Batch>();
  readonly #underWay = new Map<string, Batch>();
  readonly #reads = new Map<string, Promise<void>>();
  readonly #notBefore = new Map<string, number>();
  #stopGathering: (() => void) | undefined;
  /** What was seen up to then the user does not believe. */
  #outdated = 0;

  /** @param life aborted when the agent ends */
  constructor(core: Core, life: AbortSignal) {
    this.#core = core;
    this.#life = life;
  }

  /** Calls `listener` when more is known than before. */
  onLearnt(listener: () => void): void {
    this.#listeners.push(listener);
  }

  /** What is known, at once. */
  known({ provider, key }: IssueName): Known | undefined {
    const name = nameOf({ provider, key });
    const seen = this.#core.cache.seen(provider, this.#newKeys.get(name) ?? key);
    const missing = this.#missing.get(name);
    if (seen !== undefined && (missing === undefined || seen.seenAt >= missing)) return seen;
    return missing === undefined ? undefined : { issue: undefined, seenAt: missing };
  }

  /** The beginning of the description, where it was read. @param issue as the cache has it */
  description({ provider, key }: Issue): Document | undefined {
    const description = this.#descriptions.get(nameOf({ provider, key }));
    return description && (description.beginning ??= excerpt(readWiki(description.wiki)));
  }

  /** Whether what is known is from just now, or may be another one by now. */
  isFresh({ issue, seenAt }: Known): boolean {
    return seenAt > this.#outdated && this.#core.clock.now() < seenAt + (issue === undefined ? missLife : freshLife);
  }

  /** Has issues looked up in the background, unless they are known well enough. */
  want(names: Iterable<IssueName>): void {
    const now = this.#core.clock.now();
    for (const { provider, key } of names) {
      const name = nameOf({ provider, key });
      const lookedUp = this.#lookedUp.get(name) ?? 0;
      if (lookedUp > this.#outdated && now < lookedUp + issueLife) continue;
      if (this.#underWay.has(name) || now < (this.#notBefore.get(provider) ?? 0)) continue;
      const known = this.known({ provider, key });
      if (known !== undefined && known.seenAt > this.#outdated && now < known.seenAt + (known.issue === undefined ? missLife : issueLife)) continue;
      const batch = this.#wanted.get(provider) ?? newBatch();
      batch.keys.add(key);
      this.#wanted.set(provider, batch);
      this.#underWay.set(name, batch);
    }
    if (this.#wanted.size > 0) this.#stopGathering ??= this.#core.clock.after(gathering, () => this.#fetchWanted());
  }

  /**
   * Reads one issue with its description; several who want the same wait for one answer.
   *
   * @returns settles when it is known, or known not to be there
   * @throws {JiraError} where Jira does not say
   */
  read({ provider, key }: IssueName): Promise<void> {
    const name = nameOf({ provider, key });
    const reading = this.#reads.get(name) ?? this.#read({ provider, key }).finally(() => this.#reads.delete(name));
    this.#reads.set(name, reading);
    return reading;
  }

  /** What is known by now counts as old: the user wants it anew. */
  outdate(): void {
    this.#outdated = this.#core.clock.now();
    this.tryAgain();
  }

  /** Issues were changed by this agent: what is known of them is another thing than before. */
  changed(): void {
    this.#tellLearnt();
  }

  /** Servers that failed may be asked again: something is better than it was. */
  tryAgain(): void {
    this.#notBefore.clear();
  }

  /** Forgets a provider: its user is another one now, or it is gone. */
  forget(provider: string): void {
    for (const map of [this.#missing, this.#newKeys, this.#lookedUp, this.#descriptions]) map.deleteWhere((name) => name.startsWith(`${provider} `));
  }

  /** Ends what is under way. */
  close(): void {
    this.#stopGathering?.();
  }

  async #read({ provider, key }: IssueName): Promise<void> {
    const batch = this.#underWay.get(nameOf({ provider, key }));
    if (batch !== undefined && batch.keys.size <= fewIssues) {
      await batch.done;
      if (this.known({ provider, key }) !== undefined) return;
    }
    await this.#readAlone({ provider, key });
    this.#tellLearnt();
  }

  async #readAlone({ provider, key }: IssueName): Promise<void> {
    const access = new Access(this.#core, await this.#core.store.get(provider), this.#life);
    try {
      const value = await access.read(issuePath(key), [['fields', [...listFields, 'description'].join(',')]]);
      this.#note(provider, [toFetched(value, provider, access.baseUrl)], [key]);
    } catch (error) {
      if (!(error instanceof JiraError) || error.kind !== 'notFound') throw error;
      this.#noteMissing(provider, [key]);
    }
  }

  #tellLearnt(): void {
    for (const listener of this.#listeners) listener();
  }

  #fetchWanted(): void {
    this.#stopGathering = undefined;
    const wanted = [...this.#wanted];
    this.#wanted.clear();
    for (const [provider, { keys, end }] of wanted) void this.#fetch(provider, [...keys]).finally(end);
  }

  async #fetch(provider: string, keys: readonly string[]): Promise<void> {
    const { connections, clock, log } = this.#core;
    try {
      const { issues, unasked } = await connections.use(
        provider,
        (client) => fetchIssues(client, { provider, keys, descriptions: keys.length <= fewIssues, clock, signal: this.#life }),
        this.#life,
      );
      this.#note(provider, issues, []);
      await this.#findMissing(provider, keys.filter((key) => !unasked.includes(key)), issues);
      this.#tellLearnt();
    } catch (error) {
      this.#notBefore.set(provider, clock.now() + pause);
      if (!this.#life.aborted) log.debug(`The issues of a document are not known: ${error instanceof Error ? error.message : String(error)}`);
    } finally {
      for (const key of keys) this.#underWay.delete(nameOf({ provider, key }));
    }
  }

  /** Keys that no issue has: it was moved where the query gave issues that it did not name, else it is not there. */
  async #findMissing(provider: string, keys: readonly string[], issues: readonly FetchedIssue[]): Promise<void> {
    const got = new Set(issues.map(({ issue }) => issue.key.toUpperCase()));
    const missing = keys.filter((key) => !got.has(key));
    const asked = new Set(keys);
    const others = issues.filter(({ issue }) => !asked.has(issue.key.toUpperCase()));
    if (missing.length === 1 && others.length === 1) return this.#note(provider, others, missing);
    const former = others.length === 0 ? [] : missing.slice(0, mostFormerKeys);
    await Promise.all(former.map((key) => this.#readAlone({ provider, key })));
    this.#noteMissing(provider, missing.slice(former.length));
  }

  /** @param askedAs the keys by which the issues were asked for, where they are known one by one */
  #note(provider: string, issues: readonly FetchedIssue[], askedAs: readonly string[]): void {
    const now = this.#core.clock.now();
    this.#core.cache.note(provider, issues.map(({ issue }) => issue));
    issues.forEach(({ issue, description }, index) => {
      const name = nameOf(issue);
      this.#missing.delete(name);
      this.#lookedUp.set(name, now);
      if (description !== undefined) this.#descriptions.set(name, { wiki: description.slice(0, longestDescription) });
      const former = askedAs[index]?.toUpperCase();
      if (former === undefined || former === issue.key.toUpperCase()) return;
      this.#newKeys.set(nameOf({ provider, key: former }), issue.key);
      this.#lookedUp.set(nameOf({ provider, key: former }), now);
      this.#missing.delete(nameOf({ provider, key: former }));
    });
  }

  #noteMissing(provider: string, keys: readonly string[]): void {
    const now = this.#core.clock.now();
    for (const key of keys) {
      this.#missing.set(nameOf({ provider, key }), now);
      this.#lookedUp.set(nameOf({ provider, key }), now);
    }
  }
}

/** A description, and its beginning as soon as somebody wanted it. */
interface Description {
  readonly wiki: string;
  beginning?: Document;
}

/** Issues that are fetched together. */
interface Batch {
  readonly keys: Set<string>;
  /** Settles when they were fetched, or could not be. */
  readonly done: Promise<void>;
  readonly end: () => void;
}

function newBatch(): Batch {
  let end = (): void => undefined;
  const done = new Promise<void>((resolve) => (end = resolve));
  return { keys: new Set(), done, end };
}

function nameOf({ provider, key }: IssueName): string {
  return `${provider} ${key.toUpperCase()}`;
}
