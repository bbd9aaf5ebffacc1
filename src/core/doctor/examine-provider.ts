/** The doctor's checks of one provider, from the network up to the rights. */
import type { Finding } from '../../../protocol/doctor.ts';
import type { ServerInfo, User } from '../../../protocol/provider.ts';
import type { Inspector } from '../../infrastructure/http/inspector.ts';
import type { Core } from '../core.ts';
import { JiraError } from '../errors.ts';
import { type JiraClient, myselfPath } from '../jira/client.ts';
import { parseJson } from '../jira/parse-json.ts';
import { serverInfoPath, toServerInfo } from '../jira/server-info.ts';
import { toUser } from '../jira/user.ts';
import type { Link } from '../providers/connections.ts';
import type { ProviderRecord } from '../providers/records.ts';
import { checkBasePath } from './base-path.ts';
import { checkClock } from './clock.ts';
import { checkDns } from './dns.ts';
import { type Check, makeChecks } from './examination.ts';
import { failed, skipped } from './findings.ts';
import { checkLogin, skipLogin } from './login.ts';
import { checkProxy } from './proxy.ts';
import { checkRights, permissionsPath } from './rights.ts';
import { checkRoundTrip } from './round-trip.ts';
import { checkServerInfo } from './server-info.ts';
import { checkTls } from './tls.ts';
import { checkVersion } from './version.ts';
import { untilAborted } from '../until-aborted.ts';
import { goTheWay, type TimedAnswer, type Way } from './way.ts';

/**
 * Examines one provider.
 *
 * @throws the signal's reason, when it is aborted; whatever else goes wrong is a finding
 */
export async function examineProvider(core: Core, record: ProviderRecord, signal: AbortSignal): Promise<Finding[]> {
  let link: Link | undefined;
  try {
    const { network } = await untilAborted(core.store.secretOf(record), signal);
    link = await core.connections.connect(network);
    const inspector = await core.instruments.inspect(new URL(record.baseUrl), network);
    const checks = new ProviderChecks(core, record, link, inspector, signal);
    return await makeChecks(checks.all(await goTheWay(inspector, () => checks.askWhoTheServerIs(), signal)), signal);
  } catch (error) {
    if (signal.aborted) throw error;
    return notEvenBegun(error);
  } finally {
    await link?.http.close();
  }
}

/** Network settings that cannot be used any more, for instance since a file was deleted, or secrets that cannot be read. */
function notEvenBegun(error: unknown): Finding[] {
  const culprit = error instanceof JiraError && error.details.path !== 'network.proxy' ? 'tls' : 'proxy';
  return checkNames.map((name) =>
    name === culprit
      ? failed(name, error, 'Set that right, or configure the provider again with other `network` settings.')
      : skipped(name, 'Not checked, since the settings of the provider cannot be used.', `See to \`${culprit}\` first.`),
  );
}

const checkNames = ['dns', 'proxy', 'tls', 'basePath', 'serverInfo', 'version', 'clock', 'login', 'rights', 'roundTrip'] as const;

/** The checks of one provider, and what one learns for the next. */
class ProviderChecks {
  readonly #core: Core;
  readonly #record: ProviderRecord;
  readonly #link: Link;
  readonly #inspector: Inspector;
  readonly #signal: AbortSignal;
  #login: Promise<User> | undefined;
  #server: ServerInfo | undefined;

  constructor(core: Core, record: ProviderRecord, link: Link, inspector: Inspector, signal: AbortSignal) {
    this.#core = core;
    this.#record = record;
    this.#link = link;
    this.#inspector = inspector;
    this.#signal = signal;
  }

  async askWhoTheServerIs(): Promise<TimedAnswer> {
    const { clock } = this.#core;
    const sentAt = clock.now();
    const response = await this.#client(this.#record.baseUrl).exchange({ path: serverInfoPath, signal: this.#signal });
    return { response, sentAt, receivedAt: clock.now() };
  }

  /** @param way up to the first answer */
  all(way: Way): Check[] {
    const network = 'Check the address, whether the server runs, and whether this machine is in the right network or VPN.';
    const { clock } = this.#core;
    const url = new URL(this.#record.baseUrl);
    return [
      { name: 'dns', needs: [], hint: network, examine: () => checkDns(this.#inspector, way, this.#signal) },
      { name: 'proxy', needs: [], hint: 'Check `network.proxy` of the provider and the variables HTTPS_PROXY, HTTP_PROXY and NO_PROXY.', examine: () => checkProxy(way) },
      { name: 'tls', needs: ['dns', 'proxy'], hint: network, examine: () => checkTls(way, url, clock.now()) },
      { name: 'basePath', needs: ['tls'], hint: network, examine: () => this.#basePath(way) },
      { name: 'serverInfo', needs: ['basePath'], hint: 'Try again later, or ask the administrator of the server.', examine: () => this.#serverInfo(way) },
      { name: 'version', needs: ['serverInfo'], hint: 'Ask the administrator of the server.', examine: () => checkVersion(this.#server ?? this.#record.server, this.#record.authentication.type, clock.now()) },
      { name: 'clock', needs: ['basePath'], hint: 'Compare the clocks by hand.', examine: () => checkClock(way.answer!) },
      { name: 'login', needs: ['basePath'], hint: 'Log in to Jira in a browser, and configure the provider with new credentials.', examine: () => this.#checkLogin() },
      { name: 'rights', needs: ['login'], hint: 'Ask the administrator of the project for the permissions that you need.', examine: () => this.#rights() },
      { name: 'roundTrip', needs: ['basePath'], hint: network, examine: () => checkRoundTrip(this.#client(this.#record.baseUrl), clock, this.#signal) },
    ];
  }

  /** With nobody's credentials: they are not for whoever answers there. */
  #client(baseUrl: string): JiraClient {
    return this.#core.connections.client(this.#link, baseUrl);
  }

  async #basePath({ answer, obstacle }: Way): Promise<Finding> {
    if (answer === undefined) throw obstacle?.error;
    return checkBasePath(this.#record, answer.response, (baseUrl) => this.#client(baseUrl), this.#signal);
  }

  async #serverInfo({ answer }: Way): Promise<Finding> {
    const { status, body } = answer!.response;
    if (status === 200) this.#server = toServerInfo(parseJson(body));
    else if (this.#mayLogIn) this.#server = await this.#serverInfoOfUser();
    return checkServerInfo(this.#server);
  }

  /** What Jira tells those who are logged in; whether that works is for the login to say. */
  async #serverInfoOfUser(): Promise<ServerInfo | undefined> {
    try {
      await this.#user();
    } catch (error) {
      if (this.#signal.aborted) throw error;
      return undefined;
    }
    return toServerInfo(await this.#ask(serverInfoPath));
  }

  async #checkLogin(): Promise<Finding> {
    return this.#mayLogIn ? checkLogin(this.#record, await this.#user(), this.#core.clock.now()) : skipLogin(this.#record);
  }

  async #rights(): Promise<Finding> {
    if (!this.#mayLogIn) return skipped('rights', 'Not checked, since nobody is logged in.', 'See to `login` first.');
    return checkRights(await this.#ask(permissionsPath));
  }

  get #mayLogIn(): boolean {
    return this.#record.state !== 'needsAuthorization';
  }

  /** One try: what Jira refused is not asked again. */
  #user(): Promise<User> {
    return (this.#login ??= this.#ask(myselfPath).then((value) => {
      const user = toUser(value);
      if (user === undefined) throw new JiraError('notJira', 'The answer to “who am I” is not one of Jira.');
      return user;
    }));
  }

  #ask(path: string): Promise<unknown> {
    return this.#core.connections.use(this.#record.id, async (client) => (await client.request({ path, signal: this.#signal })).value, this.#signal);
  }
}
