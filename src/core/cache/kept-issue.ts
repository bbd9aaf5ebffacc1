/** An issue as it is kept in memory: in some 350 bytes, where the object of the protocol takes 2,000. */
import type { Issue } from '../../../protocol/issues.ts';
import type { SharedParts } from './shared-parts.ts';

const none: readonly string[] = [];

/** An issue without the extra fields that a request may ask for. */
export class KeptIssue {
  readonly key: string;
  readonly id: string;
  readonly summary: string;
  /** When it was seen: milliseconds since the epoch. */
  readonly seenAt: number;
  /** When a person looked at it by itself, and not in a list; 0 where nobody did. */
  readonly lookedAt: number;
  /** When it was changed last: milliseconds since the epoch. */
  readonly updated: number;
  readonly #created: number;
  /** Its address without its key. */
  readonly #place: string;
  readonly #type: Issue['type'];
  readonly #status: Issue['status'];
  readonly #priority: Issue['priority'];
  readonly #assignee: Issue['assignee'];
  readonly #reporter: Issue['reporter'];
  readonly #project: Issue['project'];
  readonly #labels: readonly string[];
  readonly #due: string | undefined;
  readonly #parent: string | undefined;

  constructor(issue: Issue, seenAt: number, lookedAt: number, parts: SharedParts) {
    this.key = issue.key;
    this.id = issue.id;
    this.summary = issue.summary;
    this.seenAt = seenAt;
    this.lookedAt = lookedAt;
    this.updated = Date.parse(issue.updated);
    this.#created = Date.parse(issue.created);
    this.#place = parts.text.of(issue.url.slice(0, issue.url.length - encodeURIComponent(issue.key).length));
    this.#type = parts.type.of(issue.type);
    this.#status = parts.status.of(issue.status);
    this.#priority = issue.priority && parts.priority.of(issue.priority);
    this.#assignee = issue.assignee && parts.user.of(issue.assignee);
    this.#reporter = issue.reporter && parts.user.of(issue.reporter);
    this.#project = parts.project.of(issue.project);
    this.#labels = issue.labels.length === 0 ? none : issue.labels.map((label) => parts.text.of(label));
    this.#due = issue.due;
    this.#parent = issue.parent;
  }

  /** The issue as the protocol has it. */
  toIssue(provider: string): Issue {
    return {
      provider,
      key: this.key,
      id: this.id,
      url: this.#place + encodeURIComponent(this.key),
      summary: this.summary,
      type: this.#type,
      status: this.#status,
      ...(this.#priority === undefined ? {} : { priority: this.#priority }),
      ...(this.#assignee === undefined ? {} : { assignee: this.#assignee }),
      ...(this.#reporter === undefined ? {} : { reporter: this.#reporter }),
      project: this.#project,
      labels: [...this.#labels],
      created: new Date(this.#created).toISOString(),
      updated: new Date(this.updated).toISOString(),
      ...(this.#due === undefined ? {} : { due: this.#due }),
      ...(this.#parent === undefined ? {} : { parent: this.#parent }),
    };
  }
}
