import type { Issue } from '../data/issue.ts';
import type { User } from '../data/users.ts';
import type { Site } from '../site.ts';
import { parseJql } from './parser.ts';
import { jqlTexts, type JqlTexts } from './texts.ts';
import type { Query } from './ast.ts';

/** Decides whether an issue fits. */
export type Predicate = (issue: Issue) => boolean;

/** For whom a query is understood, and what is wrong with it so far. */
export class JqlContext {
  readonly site: Site;
  readonly user: User | undefined;
  readonly texts: JqlTexts;
  readonly now: number;
  readonly timeZone: string;
  readonly problems: string[] = [];
  /** Whether the outcome changes as time goes by. */
  timeDependent = false;

  constructor(site: Site, user: User | undefined) {
    this.site = site;
    this.user = user;
    this.texts = jqlTexts[site.settings.language];
    this.now = site.now();
    this.timeZone = user?.timeZone ?? 'Etc/UTC';
  }

  /** Notes a problem, and gives a predicate that nothing fits. */
  problem(message: string): Predicate {
    if (!this.problems.includes(message)) this.problems.push(message);
    return () => false;
  }

  /** Reads a query in this context's language. @throws {JqlParseError} */
  parse(jql: string): Query {
    return parseJql(jql, this.texts);
  }
}
