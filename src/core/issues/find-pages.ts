/** Finds issues together with all that their pages show, in one query. */
import type { Issue } from '../../../protocol/issues.ts';
import type { Core } from '../core.ts';
import { list, record } from '../jira/json.ts';
import type { Access } from './access.ts';
import type { PageContent } from './page.ts';
import type { Wish } from './query.ts';
import { queryIssues } from './query-issues.ts';
import { pageFields, toDetail } from './read-issue.ts';

/** An issue that was found, and its page; the page is made when it is asked for. */
export interface FoundIssue {
  readonly issue: Issue;
  readonly content: () => PageContent;
}

/** What is searched for. */
export interface PageQuery {
  /** A key or words; empty for the issues that the user looked at last. */
  readonly words: string;
  readonly limit: number;
  /** Whether the pages are wanted; without them far less is asked for. */
  readonly withPages: boolean;
}

/**
 * Finds the issues that words mean, the last of which may be half a word: whoever searches is typing still.
 *
 * @throws {JiraError}
 */
export async function findPages(core: Core, access: Access, { words, limit, withPages }: PageQuery, signal: AbortSignal): Promise<FoundIssue[]> {
  const query = async (wish: Wish): Promise<FoundIssue[]> => {
    const found: FoundIssue[] = [];
    await queryIssues(core, { provider: access.provider.id, limit, fields: withPages ? pageFields : [], ...wish }, signal, async (page) => {
      for (const issue of page) found.push({ issue, content: () => contentOf(access, issue) });
    });
    return found;
  };
  if (words.trim() === '') return query({ jql: 'issuekey in issueHistory() ORDER BY lastViewed DESC' });
  const plain = words.replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
  if (plain === '') return [];
  const found = await query({ text: words.trim() });
  return found.length > 0 || plain.length < shortestBeginning ? found : query({ jql: `text ~ "${plain}*" ORDER BY updated DESC` });
}

/** Letters that words have at the least, for what begins with them to be worth a search. */
const shortestBeginning = 2;

/** Newer versions give just some of the comments in a search. */
function contentOf(access: Access, { fields, ...issue }: Issue): PageContent {
  const { comments, total } = record(record(fields)['comment']);
  const given = list(comments);
  const content = toDetail(access, issue, { fields }, given);
  return { ...content, commentsLeftOut: typeof total === 'number' ? Math.max(0, total - given.length) : 0 };
}
