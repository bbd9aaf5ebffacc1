/** Changes the key of a published provider: the new one beside the old one, until the application link has it. */
import type { ApplicationLink } from '../../../protocol/keys.ts';
import type { OrganizationProvider } from '../../../protocol/organization.ts';
import type { Core } from '../core.ts';
import { JiraError } from '../errors.ts';
import { applicationLink } from '../keys/application-link.ts';
import { generateRsaKeyPair } from '../keys/generate.ts';
import { sealKey } from '../shared/seal-key.ts';
import { idOf, type OrganizationContent, type ProviderContent } from './content.ts';
import { notPublished, publishedProvider } from './status.ts';

/** What came of it, and what the administrator does next. */
export interface Rotation {
  readonly provider: OrganizationProvider;
  readonly fingerprint: string;
  readonly applicationLink: ApplicationLink;
}

/**
 * Makes a key pair and publishes it beside the one that there is. It is kept here, too: so a provider of the
 * administrator's own with the same link finds the new key as well.
 *
 * @throws {JiraError} `conflict` where a rotation is under way already
 */
export async function rotateKey(core: Core, id: string, bits: number, signal: AbortSignal): Promise<Rotation> {
  const { organization, provider } = await findPublished(core, id);
  if (provider.type !== 'oauth1') throw new JiraError('unsupported', `${provider.name} is not published with OAuth: there is no key to rotate.`);
  const { privateKey, ...made } = await generateRsaKeyPair({ bits, validDays: 365, commonName: 'Jira Language Server', now: core.clock.now() });
  signal.throwIfAborted();
  const sealed = await sealKey(core.age, { privateKey, fingerprint: made.fingerprint }, organization);
  await core.organization.use((session) => session.addKey(organization.id, provider.id, sealed));
  await core.store.addKeyPair({ id: core.newId('key'), ...made }, privateKey, signal);
  const link = applicationLink({ publicKey: made.publicKey, consumerKey: provider.consumerKey, baseUrl: provider.baseUrl, versionNumbers: provider.server?.versionNumbers });
  return { provider: await publishedProvider(core, id), fingerprint: made.fingerprint, applicationLink: { ...link, steps: steps(link, provider.consumerKey) } };
}

/** @throws {JiraError} `notFound` for a key that the provider does not have; `conflict` for its last one */
export async function retireKey(core: Core, id: string, fingerprint: string): Promise<OrganizationProvider> {
  const { provider } = await findPublished(core, id);
  if (!provider.keys.some((key) => key.fingerprint === fingerprint)) throw new JiraError('notFound', `${provider.name} has no key of this fingerprint. Its keys are in jira/organization.`);
  await core.organization.use((session) => session.removeKey(provider.id, fingerprint));
  return publishedProvider(core, id);
}

/** @throws {JiraError} unknownProvider */
export async function withdrawProvider(core: Core, id: string): Promise<void> {
  const { provider } = await findPublished(core, id);
  await core.organization.use((session) => session.withdraw(provider.id));
  await core.organization.read();
}

async function findPublished({ organization }: Core, id: string): Promise<{ organization: OrganizationContent; provider: ProviderContent }> {
  const all = (await organization.read()).flatMap((each) => each.providers.map((provider) => ({ organization: each, provider })));
  const found = all.find((each) => idOf(each.organization, each.provider) === id && !each.provider.withdrawn);
  if (found === undefined) throw notPublished();
  return found;
}

function steps({ url }: ApplicationLink, consumerKey: string): string[] {
  return [
    `As a Jira administrator, open ${url ?? 'the page of application links'}, and edit the link whose consumer key is ${consumerKey}.`,
    'Open “Incoming Authentication” (Jira 8.22 and newer: the incoming link), and put the new public key in the place of the old one.',
    `Where your Jira does not let you change it, delete the incoming link and enter it again, with the same consumer key ${consumerKey} and the new public key. People then approve the access once more.`,
    'Agents sign with the old key until Jira refuses it, and then with the new one, by themselves. Whoever is on which key is in jira/organization.',
    'Once nobody is on the old key, take it back (jira/retireKey).',
  ];
}
