import { setImmediate as turn } from 'node:timers/promises';
import type { Issue } from '../../../protocol/issues.ts';
import { queryIssues } from '../../core/issues/query-issues.ts';
import type { Handler } from '../handler.ts';
import { EncodedList } from '../transport/encoded-list.ts';

/** `jira/issues`: a list of issues, streamed where the client wants it so. */
export const issues: Handler<'jira/issues'> = async ({ partialResultToken, workDoneToken, ...request }, { core, editor }, signal) => {
  const collected = new EncodedList<Issue>();
  let count = 0;
  const progress = editor.workDoneProgress(workDoneToken, 'Reading issues from Jira');
  try {
    const { total, cursor, jql, warnings, cached } = await queryIssues(core, request, signal, async (page, onServer) => {
      count += page.length;
      progress.report(`${count} of ${Math.min(onServer, request.limit)}`);
      if (partialResultToken === undefined) collected.push(page);
      else await editor.partialResult(partialResultToken, { issues: page });
      await turn(); // Others have theirs before the next issues are read.
    });
    return { issues: collected.inResult, total, ...(cursor === undefined ? {} : { cursor }), jql, warnings, ...(cached === undefined ? {} : { cached }) };
  } finally {
    progress.end();
  }
};
