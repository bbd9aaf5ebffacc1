/** Issues that somebody may mean who types a key or words: from what was seen at once, and from the servers. */
import type { Core } from '../core.ts';
import { JiraError } from '../errors.ts';
import { quote } from '../jql/words.ts';
import type { SeenIssue } from '../cache/seen-issues.ts';
import { fetchPage } from './fetch-issues.ts';
import { LimitedMap } from './limited-map.ts';
import type { Server } from './servers.ts';

/** What was typed so far. */
export type Typed =
  /** A project's key in upper case, and the first digits of a number. */
  | { readonly kind: 'key'; readonly project: string; readonly digits: string }
  /** Words, the last of them perhaps not whole. */
  | { readonly kind: 'words'; readonly words: string }
  /** Nothing. */
  | { readonly kind: 'nothing' };

/** As many are proposed: more nobody reads. */
const mostIssues = 30;
/** Milliseconds for which an answer serves. */
const answerLife = 60_000;
const mostAnswers = 200;

/** Proposes issues. */
export class Suggestions {
  readonly #core: Core;
  readonly #answers = new LimitedMap<string, { readonly at: number; readonly keys: readonly string[] }>(mostAnswers);
  readonly #underWay = new Map<string, Promise<void>>();
  readonly #life: AbortSignal;

  /** @param life aborted when the agent ends */
  constructor(core: Core, life: AbortSignal) {
    this.#core = core;
    this.#life = life;
  }

  /** What was seen, and what the servers answered lately to the same; the likeliest first. */
  atOnce(typed: Typed, servers: readonly Server[]): SeenIssue[] {
    const { cache } = this.#core;
    const prefix = typed.kind === 'key' ? `${typed.project}-${typed.digits}` : undefined;
    const found = new Map<string, SeenIssue>();
    for (const server of servers) {
      const answered = this.#answers.get(nameOf(typed, server))?.keys.flatMap((key) => cache.seen(server.provider, key) ?? []) ?? [];
      const seen = cache.search(server.provider, prefix ?? (typed.kind === 'words' ? typed.words : ''), mostIssues);
      const fitting = prefix === undefined ? seen : seen.filter(({ issue }) => issue.key.toUpperCase().startsWith(prefix));
      for (const each of typed.kind === 'nothing' ? [...answered, ...fitting] : [...fitting, ...answered]) {
        const name = `${server.baseUrl} ${each.issue.key}`;
        if (!found.has(name)) found.set(name, each);
      }
    }
    return [...found.values()].slice(0, mostIssues);
  }

  /** Whether the servers have answered lately. */
  isAnswered(typed: Typed, servers: readonly Server[]): boolean {
    return servers.every((server) => {
      const answer = this.#answers.get(nameOf(typed, server));
      return answer !== undefined && this.#core.clock.now() < answer.at + answerLife;
    });
  }

  /** Asks the servers. Whichever does not answer is left out; nobody who types wants to hear of it. */
  async ask(typed: Typed, servers: readonly Server[]): Promise<void> {
    await Promise.all(
      servers.map((server) => {
        const name = nameOf(typed, server);
        const asking = this.#underWay.get(name) ?? this.#ask(name, typed, server).finally(() => this.#underWay.delete(name));
        this.#underWay.set(name, asking);
        return asking;
      }),
    );
  }

  async #ask(name: string, typed: Typed, { provider }: Server): Promise<void> {
    const { connections, cache, clock, log } = this.#core;
    try {
      const request = { provider, jql: jqlOf(typed), limit: mostIssues, priority: 'person', descriptions: false, clock, signal: this.#life } as const;
      const { issues } = await connections.use(provider, (client) => fetchPage(client, request), this.#life);
      cache.note(provider, issues.map(({ issue }) => issue));
      this.#answers.set(name, { at: clock.now(), keys: issues.map(({ issue }) => issue.key) });
    } catch (error) {
      if (!(error instanceof JiraError)) throw error;
      log.debug(`No issues to propose: ${error.message}`);
      this.#answers.set(name, { at: clock.now(), keys: [] });
    }
  }
}

function nameOf(typed: Typed, { provider }: Server): string {
  return `${provider} ${JSON.stringify(typed)}`;
}

function jqlOf(typed: Typed): string {
  switch (typed.kind) {
    case 'key':
      return typed.digits === '' ? `project = ${quote(typed.project)} ORDER BY updated DESC` : `key in (${keysBeginningWith(typed.project, typed.digits).join(',')}) ORDER BY updated DESC`;
    case 'words':
      return `summary ~ ${quote(`${searchWords(typed.words)}*`)} ORDER BY updated DESC`;
    case 'nothing':
      return 'issuekey in issueHistory() ORDER BY lastViewed DESC';
  }
}

/** JQL compares keys as a whole: those with up to two more digits are named one by one. */
function keysBeginningWith(project: string, digits: string): string[] {
  return [1, 10, 100].flatMap((count) => Array.from({ length: count }, (_, rest) => quote(`${project}-${digits}${count === 1 ? '' : String(rest).padStart(String(count).length - 1, '0')}`)));
}

/** Without what means something else to the search (Lucene's own signs and words), in which words with a star are in lower case. */
function searchWords(words: string): string {
  return words.replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ').trim().toLowerCase();
}
