/** Adds comments. */
import type { Comment } from '../../../protocol/issue-detail.ts';
import { list, record } from '../jira/json.ts';
import { toTime } from '../jira/time.ts';
import { toUser } from '../jira/user.ts';
import type { Access } from './access.ts';
import { issuePath, readComment } from './read-issue.ts';
import { type Done, writeOnce } from './unanswered.ts';
import { wikiWriter } from './wiki.ts';

/**
 * Adds a comment.
 *
 * @param body Markdown, not empty
 * @throws {JiraError}
 */
export async function addComment(access: Access, key: string, body: string): Promise<Done<Comment>> {
  const wiki = (await wikiWriter(access))(body);
  const path = issuePath(key, '/comment');
  const { value, warnings } = await writeOnce(access, {
    send: () => access.write('POST', path, { body: wiki }),
    find: async (since) => {
      const me = await access.me();
      // Without `maxResults`: a version that does not know `orderBy` gives all of them, the oldest first.
      const page = record(await access.read(path, [['orderBy', '-created']]));
      return list(page['comments']).find((comment) => isMine(comment, me.name, since) && sameText(record(comment)['body'], wiki));
    },
    done: 'The comment was added',
    notDone: 'The comment is not there',
  });
  return { value: readComment(access, key, value), warnings };
}

/** Whether something was written by a user, and not before a moment in milliseconds since the epoch. */
export function isMine(value: unknown, user: string, since: number): boolean {
  const { author, created } = record(value);
  return toUser(author)?.name === user && Date.parse(toTime(created) ?? '') >= since;
}

/** Jira keeps texts with line ends of its own. */
export function sameText(value: unknown, text: string): boolean {
  const plain = (some: string) => some.replace(/\r\n?/g, '\n').trim();
  return typeof value === 'string' && plain(value) === plain(text);
}
