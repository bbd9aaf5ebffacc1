/** How the organization's database is doing, and what it holds, for people. */
import type { Organization, OrganizationProvider, OrganizationStatus } from '../../../protocol/organization.ts';
import type { KeyReport } from '../../infrastructure/database/database.ts';
import type { Core } from '../core.ts';
import { JiraError } from '../errors.ts';
import { plainLine } from '../text/plain-text.ts';
import { idOf, type OrganizationContent, type ProviderContent } from './content.ts';

/** Asks the database; where it is away, tells what was last known. */
export async function organizationStatus({ organization }: Core): Promise<OrganizationStatus> {
  const known = await organization.state();
  if (known.database === undefined && known.problem === undefined) return { state: 'none', organizations: [] };
  try {
    const organizations = await readWithReports({ organization });
    const { database, checkedAt } = await organization.state();
    return { state: 'connected', database, checkedAt, organizations };
  } catch (error) {
    if (!(error instanceof JiraError)) throw error;
    const { database, checkedAt, organizations } = await organization.state();
    return { state: 'away', database, checkedAt, problem: error.message, organizations: organizations.map((each) => toOrganization(each, undefined)) };
  }
}

/** A published provider, as the database has it now. @throws {JiraError} */
export async function publishedProvider(core: Pick<Core, 'organization'>, id: string): Promise<OrganizationProvider> {
  const found = (await readWithReports(core)).flatMap(({ providers }) => providers).find(({ provider }) => provider === id);
  if (found === undefined) throw notPublished();
  return found;
}

/** An organization as it goes over the wire. @param reports for administrators */
export function toOrganization(content: OrganizationContent, reports: readonly KeyReport[] | undefined): Organization {
  const { name, administrator, recipients, identity, providers } = content;
  return {
    name,
    role: administrator ? 'administrator' : 'member',
    recipients,
    passphrase: identity !== undefined,
    providers: providers.filter(({ withdrawn }) => !withdrawn).flatMap((provider) => toPublished(content, provider, reports?.filter((report) => report.provider === provider.id))),
  };
}

/** The error for an id that stands for nothing published. */
export function notPublished(): JiraError {
  return new JiraError('unknownProvider', 'The organization has not published this provider. What it has is in jira/organization.');
}

async function readWithReports({ organization }: Pick<Core, 'organization'>): Promise<Organization[]> {
  const contents = await organization.read();
  return organization.use((session) =>
    Promise.all(contents.map(async (content) => toOrganization(content, content.administrator ? await session.reports(content.id) : undefined))),
  );
}

function toPublished(organization: OrganizationContent, provider: ProviderContent, reports: readonly KeyReport[] | undefined): OrganizationProvider[] {
  const id = idOf(organization, provider);
  if (id === undefined) return [];
  const { name, baseUrl, type, consumerKey, keys } = provider;
  const users = reports?.map(({ label, reporter, fingerprint, seenOn }) => ({ user: plainLine(label ?? reporter, 100), fingerprint, seenOn }));
  return [
    {
      provider: id,
      name: plainLine(name, 100),
      baseUrl,
      authentication: { type, ...(type === 'oauth1' ? { consumerKey } : {}) },
      keys: keys.map(({ fingerprint, addedAt }) => ({ fingerprint, addedAt, ...(users === undefined ? {} : { users: users.filter((user) => user.fingerprint === fingerprint).length }) })),
      ...(users === undefined ? {} : { users }),
    },
  ];
}
