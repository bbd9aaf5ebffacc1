import type { Finding } from '../../../protocol/doctor.ts';
import type { ServerInfo } from '../../../protocol/provider.ts';
import { failed, ok } from './findings.ts';
import { JiraError } from '../errors.ts';

/**
 * `serverInfo`: what the server says of itself.
 *
 * @param server what it says; `undefined` where it tells nobody who is not logged in, and nobody is
 */
export function checkServerInfo(server: ServerInfo | undefined): Finding {
  if (server === undefined) {
    return ok('serverInfo', 'Jira tells its version only to those who are logged in, as it does from version 10 on.');
  }
  const { version, title, deploymentType, buildNumber } = server;
  if (deploymentType === 'Cloud') {
    return failed('serverInfo', new JiraError('unsupported', `“${title}” is Jira Cloud.`), 'Use the agent with self-hosted Jira (Server and Data Center).');
  }
  return ok('serverInfo', `“${title}” is Jira ${version}${buildNumber === undefined ? '' : `, build ${buildNumber}`}, and hosted by its owner.`);
}
