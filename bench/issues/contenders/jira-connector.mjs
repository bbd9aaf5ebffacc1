/** jira-connector, as its users call it. */
import { createRequire } from 'node:module';
import { inSequence, measure, task } from './measure.mjs';

const { baseUrl, user, password, pageSize, modules } = task;
const JiraClient = createRequire(modules)('jira-connector');
const { protocol, hostname, port, pathname } = new URL(baseUrl);
const client = new JiraClient({
  protocol: protocol.slice(0, -1),
  host: hostname,
  port,
  path_prefix: `${pathname}/`,
  basic_auth: { username: user, password },
});

await measure((onPage) => inSequence((startAt) => client.search.search({ jql: 'ORDER BY key ASC', startAt, maxResults: pageSize }), onPage));
