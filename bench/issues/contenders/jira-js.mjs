/** jira.js, as its users call it. */
import { createRequire } from 'node:module';
import { inSequence, measure, task } from './measure.mjs';

const { baseUrl, user, password, pageSize, modules } = task;
const { Version2Client } = createRequire(modules)('jira.js');
const client = new Version2Client({ host: baseUrl, authentication: { basic: { email: user, apiToken: password } } });

await measure((onPage) =>
  inSequence((startAt) => client.issueSearch.searchForIssuesUsingJql({ jql: 'ORDER BY key ASC', startAt, maxResults: pageSize }), onPage),
);
