/** The transitions of issues that messages of commits name, asked for once in a while. */
import type { Transition } from '../../../protocol/issue-detail.ts';
import type { Core } from '../core.ts';
import { Access } from '../issues/access.ts';
import { readTransitions } from '../issues/transitions.ts';
import type { IssueName } from '../references/issue-lookup.ts';
import { LimitedMap } from '../references/limited-map.ts';

/** Milliseconds for which an answer serves: the status of the issue may change. */
const life = 60_000;
const mostIssues = 200;

/** Knows the transitions that are open to the user. */
export class KnownTransitions {
  readonly #core: Core;
  readonly #life: AbortSignal;
  readonly #known = new LimitedMap<string, { readonly at: number; readonly transitions: Promise<readonly Transition[]> }>(mostIssues);

  /** @param life aborted when the agent ends */
  constructor(core: Core, life: AbortSignal) {
    this.#core = core;
    this.#life = life;
  }

  /** The transitions of an issue. @throws {JiraError} where Jira does not say */
  of({ provider, key }: IssueName): Promise<readonly Transition[]> {
    const name = `${provider} ${key}`;
    const now = this.#core.clock.now();
    const known = this.#known.get(name);
    if (known !== undefined && now < known.at + life) return known.transitions;
    const transitions = this.#read(provider, key);
    this.#known.set(name, { at: now, transitions });
    transitions.catch(() => this.#known.delete(name));
    return transitions;
  }

  /** Forgets all: issues were changed by this agent. */
  forget(): void {
    this.#known.deleteWhere(() => true);
  }

  async #read(provider: string, key: string): Promise<readonly Transition[]> {
    return readTransitions(new Access(this.#core, await this.#core.store.get(provider), this.#life), key);
  }
}
