/** The doctor's checks of one provider, from the network up to the rights. */
import type { Finding } from '../../../protocol/doctor.ts';
import type { Core } from '../core.ts';
import { JiraError } from '../errors.ts';
import { type JiraClient, myselfPath } from '../jira/client.ts';
import { serverInfoPath, toServerInfo } from '../jira/server-info.ts';
import { toUser } from '../jira/user.ts';
import type { ProviderRecord } from '../providers/records.ts';

/** Seconds that Jira's clock and ours may differ before signatures are at risk: Jira allows 300. */
const tolerableSkew = 60;

/** Examines one provider. A check that cannot be made because an earlier one failed is `skipped`. */
export async function examineProvider(core: Core, record: ProviderRecord, signal: AbortSignal): Promise<Finding[]> {
  const link = await core.connections.connect((await core.store.secretOf(record)).network);
  try {
    const client = core.connections.client(link, record.baseUrl);
    return [...(await examineServer(core, client, signal)), await login(core, record, signal)];
  } catch (error) {
    return [failed('server', error)];
  } finally {
    await link.http.close();
  }
}

async function examineServer(core: Core, client: JiraClient, signal: AbortSignal): Promise<Finding[]> {
  const begun = core.clock.now();
  let response;
  try {
    response = await client.exchange({ path: serverInfoPath, signal });
  } catch (error) {
    if (signal.aborted) throw error;
    return [failed('reachable', error), skipped('serverInfo'), skipped('clock')];
  }
  const roundTrip = core.clock.now() - begun;
  const reachable: Finding = { check: 'reachable', outcome: 'ok', detail: `${client.baseUrl} answers in ${roundTrip} ms.` };
  return [reachable, serverInfo(response.status, response.body), clock(core, response.headers['date'], roundTrip)];
}

function serverInfo(status: number, body: string): Finding {
  const server = status === 200 ? toServerInfo(parse(body)) : undefined;
  if (server !== undefined) return { check: 'serverInfo', outcome: 'ok', detail: `Jira ${server.version}, “${server.title}”.` };
  if (status === 401 || status === 403) return { check: 'serverInfo', outcome: 'ok', detail: 'Jira tells its version only to those who are logged in, as from Jira 10 on.' };
  return { check: 'serverInfo', outcome: 'failed', detail: `The server answers ${status}, and not as Jira does.`, hint: 'Check the base URL and its context path.' };
}

function clock(core: Core, date: string | undefined, roundTrip: number): Finding {
  const theirs = Date.parse(date ?? '');
  if (Number.isNaN(theirs)) return { check: 'clock', outcome: 'skipped', detail: 'The server does not tell its time.' };
  const skew = Math.round((core.clock.now() - roundTrip / 2 - theirs) / 1000);
  if (Math.abs(skew) <= tolerableSkew) return { check: 'clock', outcome: 'ok', detail: 'The clocks of this machine and of Jira agree.' };
  return {
    check: 'clock',
    outcome: 'warning',
    detail: `The clock of this machine is ${Math.abs(skew)} seconds ${skew > 0 ? 'ahead of' : 'behind'} Jira's.`,
    hint: 'Set the clocks by NTP. OAuth signatures are corrected meanwhile.',
  };
}

async function login(core: Core, record: ProviderRecord, signal: AbortSignal): Promise<Finding> {
  if (record.state === 'needsAuthorization') {
    return { check: 'login', outcome: 'skipped', detail: 'The provider has no access yet.', hint: record.authentication.type === 'oauth1' ? 'Authorize it with jira/authorize.' : 'Configure it with credentials.' };
  }
  try {
    const user = await core.connections.use(record.id, async (client) => toUser((await client.request({ path: myselfPath, signal })).value), signal);
    return { check: 'login', outcome: 'ok', detail: `Logged in as ${user?.displayName ?? 'somebody'}.` };
  } catch (error) {
    if (signal.aborted) throw error;
    return failed('login', error);
  }
}

function failed(check: string, error: unknown): Finding {
  const { message } = error instanceof Error ? error : new Error(String(error));
  const hint = error instanceof JiraError ? error.details.hint : undefined;
  return { check, outcome: 'failed', detail: message, ...(hint === undefined ? {} : { hint }) };
}

function skipped(check: string): Finding {
  return { check, outcome: 'skipped', detail: 'The server was not reached.' };
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
