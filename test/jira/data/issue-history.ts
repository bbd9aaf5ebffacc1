/** As many issues of a user as Jira remembers. */
const remembered = 50;

/** Which issues each user looked at, and when. */
export class IssueHistory {
  readonly #views = new Map<string, Map<number, number>>();

  /** Notes that a user looked at an issue. @param at milliseconds since 1970 */
  note(user: string, issue: number, at: number): void {
    const views = this.#views.get(user) ?? new Map<number, number>();
    views.delete(issue);
    views.set(issue, at);
    for (const oldest of [...views.keys()].slice(0, -remembered)) views.delete(oldest);
    this.#views.set(user, views);
  }

  /** The ids of the issues that a user looked at, with the times, the oldest first. */
  of(user: string): ReadonlyMap<number, number> {
    return this.#views.get(user) ?? new Map<number, number>();
  }
}
