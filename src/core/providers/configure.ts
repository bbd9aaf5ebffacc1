/** Configures a provider: checks first, stores then. */
import type { Network } from '../../../protocol/network.ts';
import type { Authentication, ServerInfo, User } from '../../../protocol/provider.ts';
import type { Core } from '../core.ts';
import { baseUrlCandidates } from '../base-url.ts';
import { invalidParams, JiraError } from '../errors.ts';
import { forgetIssues } from '../issues/forget.ts';
import { type JiraClient, myselfPath } from '../jira/client.ts';
import { basicCredentials, type Credentials, tokenCredentials } from '../jira/credentials.ts';
import { isAtLeast, serverInfoPath, tokensPath, toServerInfo } from '../jira/server-info.ts';
import { toTime } from '../jira/time.ts';
import { toUser } from '../jira/user.ts';
import { readPrivateKey } from '../keys/private-key.ts';
import { assertApproved, type Offer } from '../shared/offer.ts';
import { untilAborted } from '../until-aborted.ts';
import { type FoundServer, probeServer } from './probe.ts';
import type { NewProvider } from './provider-store.ts';
import type { ProviderRecord, ProviderSecret } from './records.ts';

/** What `jira/configure` asks for. */
export interface ConfigureRequest {
  readonly provider?: string | undefined;
  readonly name?: string | undefined;
  readonly baseUrl: string;
  readonly authentication: Authentication;
  /** Absent keeps the settings of a provider that is changed, and stays on its host. */
  readonly network?: Network | undefined;
}

/** What checking the credentials brought to light. */
type Checked = Pick<NewProvider, 'authentication' | 'state'> & { server: ServerInfo; user?: User | undefined; secret: ProviderSecret['authentication'] };

type OAuth1 = Extract<Authentication, { type: 'oauth1' }>;

/** The key that signs: unencrypted PKCS#8 in PEM, and the fingerprint of its public half. */
interface SigningKey {
  readonly privateKey: string;
  readonly fingerprint: string;
}

/**
 * Adds a provider, or changes one. The server is asked who it is and the credentials are tried once;
 * nothing is stored before all of it went well.
 *
 * @throws {JiraError} for whatever stands in the way
 */
export async function configureProvider(core: Core, request: ConfigureRequest, signal: AbortSignal): Promise<ProviderRecord> {
  const { store, connections } = core;
  const former = request.provider === undefined ? undefined : await store.get(request.provider);
  assertApproved(former?.offer);
  // What is wrong here at hand is told before any server is asked.
  const key = request.authentication.type === 'oauth1' ? await untilAborted(keyOf(core, request.authentication), signal) : undefined;
  const network = request.network ?? (former !== undefined && isSameHost(request.baseUrl, former.baseUrl) ? (await untilAborted(store.findSecret(former), signal))?.network : undefined);
  const link = await connections.connect(network);
  try {
    const found = await probeServer(request.baseUrl, (baseUrl) => connections.client(link, baseUrl), signal);
    if (found.server.deploymentType === 'Cloud') {
      throw new JiraError('unsupported', 'This is Jira Cloud. The agent works with self-hosted Jira (Server and Data Center).');
    }
    if (former?.offer !== undefined && found.baseUrl !== former.baseUrl) throw movedOffer(former.offer);
    const clientWith = (credentials: Credentials) => connections.client(link, found.baseUrl, credentials);
    const { secret, ...checked } = await checkCredentials(core, request.authentication, key, found, clientWith, signal);
    signal.throwIfAborted();
    const provider = (id: string): NewProvider => ({
      id,
      name: request.name ?? former?.name ?? checked.server.title,
      baseUrl: found.baseUrl,
      origin: former?.origin ?? 'user',
      ...checked,
    });
    const secrets = { authentication: secret, network };
    if (former === undefined) return await store.add(provider(core.newId(slug(found.baseUrl))), secrets, signal);
    core.authorizations.endAll(former.id, new JiraError('authorizationExpired', 'The provider was configured anew. Begin a new authorization.'));
    const replaced = await store.replace(former.id, secrets, () => provider(former.id), signal);
    await connections.forget(former.id);
    await forgetIssues(core, former.id);
    return replaced;
  } finally {
    await link.http.close();
  }
}

function checkCredentials(
  core: Core,
  authentication: Authentication,
  key: SigningKey | undefined,
  found: FoundServer,
  clientWith: (credentials: Credentials) => JiraClient,
  signal: AbortSignal,
): Promise<Checked> | Checked {
  switch (authentication.type) {
    case 'token':
      return checkToken(core, authentication.token, found, clientWith(tokenCredentials(authentication.token)), signal);
    case 'basic':
      return checkPassword(authentication, found, clientWith(basicCredentials(authentication.username, authentication.password)), signal);
    case 'oauth1':
      return withKey(authentication, key as SigningKey, found);
  }
}

async function checkToken(core: Core, token: string, found: FoundServer, client: JiraClient, signal: AbortSignal): Promise<Checked> {
  if (isAtLeast(found.server, 8, 14) === false) {
    throw new JiraError('unsupported', `Jira ${found.server.version} has no personal access tokens; they came with 8.14. Use OAuth (type "oauth1") instead.`);
  }
  const user = await whoAmI(client, signal);
  const server = await serverInfo(client, found.server, signal);
  return {
    server,
    user,
    state: 'connected',
    authentication: { type: 'token', ...(await tokenEnd(core, client, signal)) },
    secret: { type: 'token', token },
  };
}

async function checkPassword(
  { username, password }: Extract<Authentication, { type: 'basic' }>,
  found: FoundServer,
  client: JiraClient,
  signal: AbortSignal,
): Promise<Checked> {
  const user = await whoAmI(client, signal);
  const server = await serverInfo(client, found.server, signal);
  return { server, user, state: 'connected', authentication: { type: 'basic' }, secret: { type: 'basic', username, password } };
}

function withKey({ consumerKey, keyPair }: OAuth1, { privateKey, fingerprint }: SigningKey, { server }: FoundServer): Checked {
  return {
    server,
    state: 'needsAuthorization',
    authentication: { type: 'oauth1', consumerKey, keyFingerprint: fingerprint, ...(keyPair === undefined ? {} : { keyPair }) },
    secret: { type: 'oauth1', privateKey },
  };
}

/** The key pair or the private key of a request. @throws {JiraError} invalidParams */
export async function keyOf(core: Core, authentication: OAuth1): Promise<SigningKey> {
  if (authentication.keyPair !== undefined) {
    const keyPair = await core.store.keyPair(authentication.keyPair);
    if (keyPair === undefined) throw invalidParams('authentication.keyPair', 'There is no key pair of this id. Make one with jira/generateKeyPair, or give `privateKey`.');
    return { privateKey: keyPair.privateKey, fingerprint: keyPair.record.fingerprint };
  }
  const { pem, fingerprint } = await readPrivateKey(authentication.privateKey ?? '', authentication.passphrase);
  return { privateKey: pem, fingerprint };
}

/** The one try of the credentials: a password is never tried twice. */
async function whoAmI(client: JiraClient, signal: AbortSignal): Promise<User> {
  const user = toUser((await client.request({ path: myselfPath, signal })).value);
  if (user === undefined) throw new JiraError('notJira', 'The answer to “who am I” is not one of Jira.');
  return user;
}

/** What the server says of itself to somebody who is logged in, where it told nobody before. */
export async function serverInfo(client: JiraClient, known: ServerInfo, signal: AbortSignal): Promise<ServerInfo> {
  if (known.buildNumber !== undefined) return known;
  const answer = await unlessAborted(client.request({ path: serverInfoPath, signal }), signal);
  return toServerInfo(answer?.value) ?? known;
}

/**
 * When a token ends. Jira lists a user's tokens by name and never says which of them asks, so the
 * end is known for sure only where there is one, or where all end alike.
 */
async function tokenEnd(core: Core, client: JiraClient, signal: AbortSignal): Promise<{ expiresAt?: string; neverExpires?: boolean }> {
  const answer = await unlessAborted(client.request({ path: tokensPath, signal }), signal);
  const tokens: unknown[] = Array.isArray(answer?.value) ? answer.value : [];
  const ends = tokens
    .map((token) => (token as { expiringAt?: unknown } | null)?.expiringAt)
    .map((end) => (end === undefined || end === null ? 'never' : toTime(end)))
    .filter((end) => end === 'never' || (end !== undefined && Date.parse(end) > core.clock.now()));
  const [end, ...others] = new Set(ends);
  if (end === undefined || others.length > 0) return {};
  return end === 'never' ? { neverExpires: true } : { expiresAt: end };
}

async function unlessAborted<T>(answer: Promise<T>, signal: AbortSignal): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (signal.aborted) throw error;
    return undefined;
  }
}

/** A gateway's headers are secrets: another host must not get them by the way. */
function isSameHost(address: string, baseUrl: string): boolean {
  return new URL(baseUrlCandidates(address).urls[0]!).hostname === new URL(baseUrl).hostname;
}

function movedOffer({ source, baseUrl }: Offer): JiraError {
  return invalidParams('baseUrl', `${source} names this provider at ${baseUrl}, and it stays there. For another address add a provider of your own: leave \`provider\` out.`);
}

function slug(baseUrl: string): string {
  const { host, pathname } = new URL(baseUrl);
  return `${host}${pathname}`.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 60);
}
