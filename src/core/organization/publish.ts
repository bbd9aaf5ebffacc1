/** Publishes a provider for everybody in the organization. The private key is encrypted before it leaves this machine. */
import type { OrganizationProvider } from '../../../protocol/organization.ts';
import { Network } from '../../../protocol/network.ts';
import type { Authentication, AuthenticationType, ServerInfo } from '../../../protocol/provider.ts';
import type { Core } from '../core.ts';
import { invalidParams, JiraError } from '../errors.ts';
import { keyOf } from '../providers/configure.ts';
import { probeServer } from '../providers/probe.ts';
import { keyOfProvider } from '../shared/key-of-provider.ts';
import { sealKey } from '../shared/seal-key.ts';
import { idOf, type OrganizationContent } from './content.ts';
import { publishedProvider } from './status.ts';

/** What `jira/publishProvider` asks for. */
export interface PublishRequest {
  readonly organization?: string | undefined;
  readonly provider?: string | undefined;
  readonly name?: string | undefined;
  readonly baseUrl?: string | undefined;
  readonly authentication?: Extract<Authentication, { type: 'oauth1' }> | { readonly type: 'token' | 'basic' } | undefined;
  readonly ca?: string | undefined;
}

/** What is to be published; nothing of it is the administrator's own. */
interface Publication {
  readonly name: string;
  readonly baseUrl: string;
  readonly server: ServerInfo;
  readonly type: AuthenticationType;
  readonly consumerKey: string;
  readonly key: { readonly privateKey: string; readonly fingerprint: string } | undefined;
  readonly ca: string | undefined;
}

/** @throws {JiraError} for whatever stands in the way */
export async function publishProvider(core: Core, request: PublishRequest, signal: AbortSignal): Promise<OrganizationProvider> {
  const target = administered(await core.organization.read(), request.organization);
  if (target.recipients.length === 0) throw new JiraError('unsupported', `${target.name} has not said yet who can open its keys. Set it up with a passphrase or with recipients (jira/setUpOrganization).`);
  const { key, ...publication } = await (request.provider === undefined ? fromRequest(core, request, signal) : fromProvider(core, request.provider, request));
  const sealed = key === undefined ? undefined : await sealKey(core.age, key, target);
  signal.throwIfAborted();
  await core.organization.use((session) => session.publish(target.id, publication, sealed));
  return publishedProvider(core, idOf(target, publication)!);
}

/** The organization that is meant. */
export function administered(organizations: readonly OrganizationContent[], name: string | undefined): OrganizationContent {
  const all = organizations.filter((each) => each.administrator && (name === undefined || each.name === name));
  const [only, another] = all;
  if (only === undefined) throw new JiraError('forbidden', name === undefined ? 'This user of the database is administrator of no organization.' : 'This user of the database is not administrator of this organization.');
  if (another !== undefined) throw invalidParams('organization', `This user administers several organizations: say which one. There are ${all.map((each) => each.name).join(', ')}.`);
  return only;
}

async function fromProvider(core: Core, id: string, { name, ca }: PublishRequest): Promise<Publication> {
  const record = await core.store.get(id);
  const { type, consumerKey = '' } = record.authentication;
  const own = (await core.store.secretOf(record)).network?.ca;
  return {
    name: name ?? record.name.slice(0, 100),
    baseUrl: record.baseUrl,
    server: record.server,
    type,
    consumerKey: type === 'oauth1' ? consumerKey : '',
    key: type === 'oauth1' ? await keyOfProvider(core, record) : undefined,
    // The path of a file means nothing on the machines of others.
    ca: ca ?? (own?.includes('-----BEGIN CERTIFICATE-----') ? own : undefined),
  };
}

async function fromRequest(core: Core, { name, baseUrl, authentication, ca }: PublishRequest, signal: AbortSignal): Promise<Publication> {
  const oauth = authentication?.type === 'oauth1' ? authentication : undefined;
  const key = oauth === undefined ? undefined : await keyOf(core, oauth);
  const link = await core.connections.connect(ca === undefined ? undefined : Network.parse({ ca }));
  try {
    const found = await probeServer(baseUrl!, (url) => core.connections.client(link, url), signal);
    if (found.server.deploymentType === 'Cloud') throw new JiraError('unsupported', 'This is Jira Cloud. The agent works with self-hosted Jira (Server and Data Center).');
    return { name: name ?? found.server.title.slice(0, 100), baseUrl: found.baseUrl, server: found.server, type: authentication!.type, consumerKey: oauth?.consumerKey ?? '', key, ca };
  } finally {
    await link.http.close();
  }
}
