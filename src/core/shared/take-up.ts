/** Takes up what others offer: from then on it is a provider of the user, with the user's own access. */
import type { ServerInfo } from '../../../protocol/provider.ts';
import type { Core } from '../core.ts';
import { JiraError } from '../errors.ts';
import { probeServer } from '../providers/probe.ts';
import type { ListedProvider, ProviderRecord } from '../providers/records.ts';
import type { Offer } from './offer.ts';
import { assertApproved } from './offer.ts';
import { lockedError, openKey, type OpenedKey } from './open-key.ts';

/**
 * Makes a provider ready for an authorization: opens the key of its application link and keeps it with the secrets of
 * the user, so that it opens without the passphrase from then on. A provider of the user is left as it is.
 *
 * @param passphrase of the team
 * @throws {JiraError} `notAuthorized` for a server that is not approved; invalidParams for `passphrase`; what keeps the server from being asked who it is
 */
export async function takeUp(core: Core, id: string, passphrase: string | undefined, signal: AbortSignal): Promise<ProviderRecord> {
  const { store } = core;
  const record = await store.get(id);
  const { offer } = record;
  assertApproved(offer);
  if (offer?.type !== 'oauth1' || record.authentication.type !== 'oauth1') return record;
  const secret = await store.findSecret(record);
  const present = secret?.authentication?.type === 'oauth1' ? secret.authentication : undefined;
  const isPublished = offer.keys.some(({ fingerprint }) => fingerprint === record.authentication.keyFingerprint);
  if (present !== undefined && (isPublished || passphrase === undefined)) return record;
  const opened = await openAny(core, offer, passphrase, present?.identity);
  if (opened === undefined) throw lockedError(offer.source, passphrase);
  const server = await whoItIs(core, record, signal);
  const { privateKey, identity = present?.identity } = opened;
  return store.replace(id, { ...secret, authentication: { ...present, type: 'oauth1', privateKey, identity } }, ({ secret: _secret, ...former }) => ({
    ...former,
    server,
    authentication: { ...former.authentication, consumerKey: offer.consumerKey, keyFingerprint: opened.fingerprint },
  }));
}

/** The oldest key that opens: while it is being rotated, the link may not have the new one yet. */
async function openAny({ age, identities }: Core, offer: Offer, passphrase: string | undefined, kept: string | undefined): Promise<OpenedKey | undefined> {
  const known = [...(kept === undefined ? [] : [kept]), ...(await identities())];
  for (const key of offer.keys) {
    const opened = await openKey(age, key, { passphrase, identities: known }, offer.source);
    if (opened !== undefined) return opened;
  }
  return undefined;
}

/** Nobody asked the server before. */
async function whoItIs({ store, connections }: Core, record: ListedProvider, signal: AbortSignal): Promise<ServerInfo> {
  if (record.server.versionNumbers.length > 0) return record.server;
  const link = await connections.connect((await store.findSecret(record))?.network);
  try {
    const { server } = await probeServer(record.baseUrl, (baseUrl) => connections.client(link, baseUrl), signal);
    if (server.deploymentType === 'Cloud') throw new JiraError('unsupported', 'This is Jira Cloud. The agent works with self-hosted Jira (Server and Data Center).');
    return server;
  } finally {
    await link.http.close();
  }
}
