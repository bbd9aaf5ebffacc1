/** Authorizes a provider by OAuth, and signs it out. */
import type { ServerInfo, User } from '../../../protocol/provider.ts';
import type { ToBrowser } from '../../infrastructure/loopback.ts';
import type { Core } from '../core.ts';
import { forgetIssues } from '../issues/forget.ts';
import { JiraError } from '../errors.ts';
import { myselfPath } from '../jira/client.ts';
import { toUser } from '../jira/user.ts';
import { type Authorization, expired, type Redirect } from '../oauth/authorizations.ts';
import { type AccessToken, approvalUrl, fetchAccessToken, fetchRequestToken, type RequestToken } from '../oauth/dance.ts';
import { isWrongSignature } from '../shared/key-changes.ts';
import { lockedError } from '../shared/open-key.ts';
import { takeUp } from '../shared/take-up.ts';
import { untilAborted } from '../until-aborted.ts';
import { serverInfo } from './configure.ts';
import { isOutOfReach } from './connections.ts';
import type { ProviderRecord } from './records.ts';

/** An authorization that has begun. */
export interface Begun {
  readonly authorization: Authorization;
  /** The page where the user approves. */
  readonly url: string;
}

/** How the approval comes back. */
export interface WayBack {
  readonly redirect: Redirect;
  /** The address that the user's browser has for an address of this machine. */
  readonly toBrowser: ToBrowser;
}

/**
 * Begins an authorization: gets a request token and says where the user approves.
 * An earlier one of the same provider ends. What others offer is taken up by it.
 *
 * @param passphrase of the team, where the key of the application link is encrypted for one
 */
export async function beginAuthorization(core: Core, id: string, { redirect, toBrowser }: WayBack, signal: AbortSignal, passphrase?: string): Promise<Begun> {
  const { authorizations, clock } = core;
  const record = await takeUp(core, id, passphrase, signal);
  const callback = await authorizations.openCallback(redirect, toBrowser);
  try {
    const { token, expiresIn } = await requestToken(core, record, callback.address, passphrase, signal);
    signal.throwIfAborted();
    const time = Math.min(expiresIn === undefined ? Infinity : expiresIn * 1000, core.authorizationTime);
    const authorization = { id: core.newId('authorization'), provider: id, redirect, requestToken: token, expiresAt: clock.now() + time };
    authorizations.endAll(id, new JiraError('authorizationExpired', 'A newer authorization of this provider has taken the place of this one.'));
    callback.bind(authorization);
    return { authorization, url: approvalUrl(record.baseUrl, token) };
  } catch (error) {
    callback.close();
    throw error;
  }
}

/**
 * Ends an authorization: waits for the browser or takes the code, gets the access token, asks Jira
 * who the user is, and stores both.
 *
 * @param typed the code, or the address that the browser was sent to
 */
export async function completeAuthorization(core: Core, id: string, typed: string | undefined, signal: AbortSignal): Promise<ProviderRecord> {
  const { authorizations, store } = core;
  try {
    const { authorization, verifier } = await authorizations.verifier(id, typed, signal);
    if (verifier === undefined) return await store.get(authorization.provider);
    const record = await exchange(core, authorization, verifier, signal);
    authorizations.complete(id);
    return record;
  } catch (error) {
    // One whose time is over by our own clock stays known for a while, so that a late browser learns it too.
    const ended = error instanceof JiraError && (error.kind === 'authorizationDenied' || error.details.oauthProblem === 'token_expired');
    if (ended) authorizations.end(id, error);
    throw error;
  }
}

/** Forgets the credentials of a provider. The key and the consumer key of OAuth stay. */
export async function signOut(core: Core, id: string, signal: AbortSignal): Promise<ProviderRecord> {
  const { store, connections, authorizations } = core;
  const former = await store.get(id);
  const { authentication, network } = (await untilAborted(store.findSecret(former), signal)) ?? {};
  const kept = authentication?.type === 'oauth1' ? { type: authentication.type, privateKey: authentication.privateKey, identity: authentication.identity } : undefined;
  authorizations.endAll(id, expired());
  const record = await store.replace(id, { authentication: kept, network }, ({ secret: _secret, user: _user, ...provider }) => {
    const { expiresAt: _expiresAt, neverExpires: _neverExpires, ...identity } = provider.authentication;
    return { ...provider, authentication: identity, state: 'needsAuthorization' };
  }, signal);
  await connections.forget(id);
  await forgetIssues(core, id);
  return record;
}

/** The key of the application link may have been changed: then one of the others that are published fits. */
async function requestToken(core: Core, record: ProviderRecord, callback: string, passphrase: string | undefined, signal: AbortSignal): Promise<RequestToken> {
  const ask = async (each: ProviderRecord): Promise<RequestToken> => fetchRequestToken(await core.connections.oauthClient(each, undefined, { oauth_callback: callback }, signal), signal);
  let token: RequestToken | undefined;
  try {
    return await ask(record);
  } catch (error) {
    if (!isWrongSignature(error)) throw error;
    const changed = await core.keyChanges.change(record, async (each) => (token = await ask(each)), passphrase);
    if (changed === undefined) throw error;
    if ('lockedBy' in changed) throw lockedError(changed.lockedBy, passphrase);
    return token ?? (await ask(changed));
  }
}

async function exchange(core: Core, { provider, requestToken }: Authorization, verifier: string, signal: AbortSignal): Promise<ProviderRecord> {
  const { store, connections, clock } = core;
  const record = await store.get(provider);
  const access = await fetchAccessToken(await connections.oauthClient(record, requestToken, { oauth_verifier: verifier }, signal), signal);
  const secret = await store.secretOf(record);
  if (secret.authentication?.type !== 'oauth1') throw new JiraError('unsupported', 'The provider was configured anew without OAuth.');
  const { user, server } = await lookAround(core, record, access, signal);
  const expiresAt = access.expiresIn === undefined ? undefined : new Date(clock.now() + access.expiresIn * 1000).toISOString();
  const authentication = { ...secret.authentication, accessToken: access.token, sessionHandle: access.sessionHandle };
  const replaced = await store.replace(provider, { ...secret, authentication }, ({ secret: _secret, ...former }) => ({
    ...former,
    name: former.name === former.server.title ? server.title : former.name,
    server,
    authentication: { ...former.authentication, expiresAt },
    user,
    state: 'connected',
  }));
  await connections.forget(provider);
  if (user?.name !== record.user?.name) await forgetIssues(core, provider);
  return replaced;
}

/**
 * Who approved, and what the server tells those who are logged in alone, as from Jira 10 on. Access is not thrown away
 * because Jira went out of reach just now: then the user is learnt later.
 */
async function lookAround(core: Core, record: ProviderRecord, access: AccessToken, signal: AbortSignal): Promise<{ user?: User | undefined; server: ServerInfo }> {
  try {
    const client = await core.connections.oauthClient(record, access.token, {}, signal);
    const user = toUser((await client.request({ path: myselfPath, signal })).value);
    return { user, server: await serverInfo(client, record.server, signal) };
  } catch (error) {
    if (error instanceof JiraError && isOutOfReach(error.kind)) return { server: record.server };
    throw error;
  }
}
