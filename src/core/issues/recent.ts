/** The issues that the user looked at last. */
import type { Issue } from '../../../protocol/issues.ts';
import { list, record } from '../jira/json.ts';
import { JiraError } from '../errors.ts';
import type { Access } from './access.ts';
import { listFields, toIssue } from './issue.ts';

/** Jira's own history of the user, the latest first. */
export async function readRecentIssues(access: Access, limit: number): Promise<Issue[]> {
  const jql = 'issuekey in issueHistory() ORDER BY lastViewed DESC';
  const answer = record(
    await access.read('/rest/api/2/search', [['jql', jql], ['maxResults', String(limit)], ['fields', listFields.join(',')]], { purpose: 'search' }),
  );
  if (!Array.isArray(answer['issues'])) throw new JiraError('server', 'The answer of Jira is no list of issues.');
  return list(answer['issues']).map((each) => toIssue(each, access.provider.id, access.baseUrl, []));
}
