import type { Issue, IssueDetails } from './issue.ts';
import type { Project } from './projects.ts';

/** Changes to an issue; `details` replaces just the parts it names. */
export type IssueChanges = Partial<Omit<Issue, 'id' | 'revision' | 'key' | 'number' | 'details'>> & {
  readonly details?: Partial<IssueDetails>;
};

/** A new issue, without what the store gives it. */
export type NewIssue = Omit<Issue, 'id' | 'revision' | 'key' | 'number' | 'details'> & { readonly details: IssueDetails };

/** What the index does not know yet; without an issue, that it is gone. */
interface Pending {
  readonly at: number;
  readonly id: number;
  readonly issue: Issue | undefined;
}

/** All issues of a site: as they are, and as the search index knows them, which may lag behind. */
export class IssueStore {
  readonly #current = new Map<number, Issue>();
  readonly #index = new Map<number, Issue>();
  readonly #idByKey = new Map<string, number>();
  readonly #children = new Map<number, number[]>();
  readonly #pending: Pending[] = [];
  readonly #now: () => number;
  readonly #lag: number;
  #nextId: number;
  #revision: number;
  #searchable: readonly Issue[] | undefined;

  /** `lag` is in milliseconds, like the times that `now` gives. */
  constructor(issues: readonly Issue[], now: () => number, lag: number) {
    this.#now = now;
    this.#lag = lag;
    for (const issue of issues) {
      this.#put(issue);
      this.#index.set(issue.id, issue);
    }
    this.#nextId = 10_000 + issues.length;
    this.#revision = this.#nextId;
  }

  /** Grows with every change. */
  get revision(): number {
    return this.#revision;
  }

  /** Finds an issue by id or key; the key may be in lower case, or one that the issue had before it was moved. */
  find(idOrKey: string | number): Issue | undefined {
    const id = /^\d+$/.test(String(idOrKey)) ? Number(idOrKey) : this.#idByKey.get(String(idOrKey).toUpperCase());
    return id === undefined ? undefined : this.#current.get(id);
  }

  /** Every issue as it is now, whatever the index knows. */
  all(): Issue[] {
    return [...this.#current.values()];
  }

  /** The sub-tasks of an issue. */
  children(id: number): Issue[] {
    return (this.#children.get(id) ?? []).flatMap((child) => this.#current.get(child) ?? []);
  }

  /** Every issue as the index has it now. The same array is given until the index changes. */
  searchable(): readonly Issue[] {
    while (this.#pending[0] !== undefined && this.#pending[0].at <= this.#now()) {
      const { id, issue } = this.#pending.shift() as Pending;
      if (issue === undefined) this.#index.delete(id);
      else this.#index.set(id, issue);
      this.#searchable = undefined;
    }
    return (this.#searchable ??= [...this.#index.values()]);
  }

  /** Changes an issue, and `updated` unless the changes set it. */
  update(id: number, changes: IssueChanges): Issue {
    const before = this.#current.get(id);
    if (before === undefined) throw new RangeError(`no issue ${id}`);
    const { details, ...fields } = changes;
    const after: Issue = { ...before, updated: this.#now(), ...fields, ...this.#nameIn(fields.project ?? before.project, before), revision: (this.#revision += 1), details: before.details };
    this.#write(details === undefined ? after : { ...after, details: changed(before, details) });
    return this.#current.get(id) as Issue;
  }

  /** Moves an issue to another project, where it gets the next number; its former key still leads to it. */
  move(id: number, project: Project): Issue {
    const before = this.#current.get(id);
    if (before === undefined) throw new RangeError(`no issue ${id}`);
    const number = this.#nextNumber(project);
    this.#write({ ...before, updated: this.#now(), project, number, key: `${project.key}-${number}`, revision: (this.#revision += 1) });
    return this.#current.get(id) as Issue;
  }

  /** Adds an issue to its project, with the next number. */
  add(issue: NewIssue): Issue {
    const added: Issue = {
      ...issue,
      id: this.#nextId,
      revision: (this.#revision += 1),
      ...this.#nextName(issue.project),
      details: () => issue.details,
    };
    this.#nextId += 1;
    this.#write(added);
    return added;
  }

  /** Deletes an issue, and its sub-tasks with it. */
  delete(id: number): void {
    for (const child of this.children(id)) this.delete(child.id);
    this.#current.delete(id);
    this.#revision += 1;
    this.#pending.push({ at: this.#now() + this.#lag, id, issue: undefined });
  }

  /** An id that no comment, work log or change has yet. */
  nextPartId(): number {
    this.#revision += 1;
    return 10_000_000 + this.#revision;
  }

  /** An issue that comes to another project gets a key there, and is found by the former one too. */
  #nameIn(project: Issue['project'], before: Issue): Pick<Issue, 'key' | 'number'> {
    return project.key === before.project.key ? { key: before.key, number: before.number } : this.#nextName(project);
  }

  #nextName({ key }: Issue['project']): Pick<Issue, 'key' | 'number'> {
    const taken = [...this.#current.values()].filter((other) => other.project.key === key);
    const number = 1 + taken.reduce((highest, other) => Math.max(highest, other.number), 0);
    return { key: `${key}-${number}`, number };
  }

  #nextNumber({ key }: Project): number {
    const taken = [...this.#current.values()].filter(({ project }) => project.key === key);
    return 1 + taken.reduce((highest, other) => Math.max(highest, other.number), 0);
  }

  #write(issue: Issue): void {
    this.#put(issue);
    this.#pending.push({ at: this.#now() + this.#lag, id: issue.id, issue });
  }

  #put(issue: Issue): void {
    if (issue.parent !== undefined && !this.#current.has(issue.id)) {
      this.#children.set(issue.parent, [...(this.#children.get(issue.parent) ?? []), issue.id]);
    }
    this.#current.set(issue.id, issue);
    for (const project of [issue.project.key, ...(issue.project.formerKeys ?? [])]) this.#idByKey.set(`${project}-${issue.number}`, issue.id);
  }
}

function changed(before: Issue, changes: Partial<IssueDetails>): () => IssueDetails {
  const after = { ...before.details(), ...changes };
  return () => after;
}
