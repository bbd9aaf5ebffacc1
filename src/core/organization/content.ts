/** What the organization's database holds, held against what the agent takes: a database can be wrong, or in wrong hands. */
import * as z from 'zod';
import { AuthenticationType, ServerInfo } from '../../../protocol/provider.ts';
import { AgeRecipient, AgeText, SharedKey } from '../../../protocol/shared-keys.ts';
import { normalisedBaseUrl, type Offer, offerId } from '../shared/offer.ts';
import { plainLine } from '../text/plain-text.ts';

const KeyContent = SharedKey.strip().extend({ addedAt: z.string() });

const ProviderContent = z.object({
  /** The row. */
  id: z.string(),
  name: z.string(),
  baseUrl: z.string(),
  type: AuthenticationType,
  consumerKey: z.string(),
  ca: z.string().optional(),
  server: ServerInfo.optional().catch(undefined),
  withdrawn: z.boolean(),
  keys: z.array(KeyContent),
});

/** An organization, as it is kept too. */
export const OrganizationContent = z.object({
  id: z.string(),
  name: z.string(),
  administrator: z.boolean(),
  recipients: z.array(AgeRecipient),
  identity: AgeText.optional(),
  providers: z.array(z.unknown()).transform((rows) => rows.flatMap((row) => ProviderContent.safeParse(row).data ?? [])),
});

export type ProviderContent = z.output<typeof ProviderContent>;
export type OrganizationContent = z.output<typeof OrganizationContent>;

/** What came from the database; what is not as it should be is left out. */
export function readContent(rows: readonly unknown[]): OrganizationContent[] {
  return rows.flatMap((row) => OrganizationContent.safeParse(row).data ?? []);
}

/** The id of a provider of an organization. @returns `undefined` for an address that is none */
export function idOf({ name }: Pick<OrganizationContent, 'name'>, { baseUrl: given, type, consumerKey }: Pick<ProviderContent, 'baseUrl' | 'type' | 'consumerKey'>): string | undefined {
  const baseUrl = normalisedBaseUrl(given);
  return baseUrl === undefined ? undefined : offerId({ origin: 'organization', baseUrl, type, consumerKey }, name);
}

/** What is offered to everybody in these organizations. */
export function toOffers(organizations: readonly OrganizationContent[]): Offer[] {
  return organizations.flatMap((organization) =>
    organization.providers.flatMap((provider): Offer[] => {
      const id = idOf(organization, provider);
      const { type, consumerKey, keys, ca, server, withdrawn } = provider;
      if (id === undefined || withdrawn || (type === 'oauth1' && keys.length === 0)) return [];
      const baseUrl = normalisedBaseUrl(provider.baseUrl)!;
      const name = plainLine(provider.name, 100) || new URL(baseUrl).host;
      const link = type === 'oauth1' ? { consumerKey } : {};
      return [{ id, origin: 'organization', source: plainLine(organization.name, 100), name, baseUrl, type, ...link, keys, ca, server: server && plainServer(server) }];
    }),
  );
}

/** The ids of what was withdrawn. */
export function withdrawnIds(organizations: readonly OrganizationContent[]): string[] {
  return organizations.flatMap((organization) => organization.providers.filter(({ withdrawn }) => withdrawn).flatMap((provider) => idOf(organization, provider) ?? []));
}

function plainServer(server: ServerInfo): ServerInfo {
  return { ...server, version: plainLine(server.version, 100), title: plainLine(server.title, 200) };
}
