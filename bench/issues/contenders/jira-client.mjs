/** jira-client, as its users call it. */
import { createRequire } from 'node:module';
import { inSequence, measure, task } from './measure.mjs';

const { baseUrl, token, pageSize, modules } = task;
const JiraApi = createRequire(modules)('jira-client');
const { protocol, hostname, port, pathname } = new URL(baseUrl);
const client = new JiraApi({ protocol: protocol.slice(0, -1), host: hostname, port, base: pathname.slice(1), apiVersion: '2', bearer: token });

await measure((onPage) => inSequence((startAt) => client.searchJira('ORDER BY key ASC', { startAt, maxResults: pageSize }), onPage));
