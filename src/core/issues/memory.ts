/** What is learnt of projects and issues, and kept only while the agent runs. */

/** Which projects each provider was seen to have. One that was not there is asked for again. */
export class ProjectOwners {
  readonly #known = new Map<string, Set<string>>();

  /** Whether a provider was seen to know a project. @param project key in upper case, or id */
  knows(provider: string, project: string): boolean {
    return this.#known.get(provider)?.has(project) ?? false;
  }

  /** Notes a project of a provider. */
  note(provider: string, project: string): void {
    const projects = this.#known.get(provider) ?? new Set<string>();
    this.#known.set(provider, projects.add(project));
  }

  /** Forgets what a provider was seen to have: its user is another one now, or it is gone. */
  forget(provider: string): void {
    this.#known.delete(provider);
  }
}

/** How many issues are remembered: more than anybody looks at between two changes. */
const issuesRemembered = 500;

/**
 * Which transitions clients were offered: one of them that is no longer open was closed by somebody else's change,
 * whereas one that was never offered is a mistake.
 */
export class OfferedTransitions {
  readonly #offered = new Map<string, Set<string>>();

  /** Notes what was offered of an issue, by ids and by names. */
  note(provider: string, issue: string, transitions: readonly { readonly id: string; readonly name: string }[]): void {
    const place = placeOf(provider, issue);
    const offered = this.#offered.get(place) ?? new Set<string>();
    for (const { id, name } of transitions) offered.add(id).add(name);
    this.#offered.delete(place);
    this.#offered.set(place, offered);
    const [oldest] = this.#offered.keys();
    if (this.#offered.size > issuesRemembered && oldest !== undefined) this.#offered.delete(oldest);
  }

  /** Whether a transition of an issue was ever offered. @param transition id or name */
  includes(provider: string, issue: string, transition: string): boolean {
    return this.#offered.get(placeOf(provider, issue))?.has(transition) ?? false;
  }
}

/** All of it. */
export interface IssueMemory {
  readonly projects: ProjectOwners;
  readonly transitions: OfferedTransitions;
}

function placeOf(provider: string, issue: string): string {
  return `${provider} ${issue.toUpperCase()}`;
}
