/** Puts together what others name for the user: the files of the workspace, and the organization's database. */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { InitializationOptions } from '../../protocol/initialize.ts';
import { Organization } from '../core/organization/organization.ts';
import { RememberedOrganizations } from '../core/organization/remembered.ts';
import type { OrganizationOptions } from '../core/organization/organization-options.ts';
import { mergeOffers } from '../core/shared/merge-offers.ts';
import type { Offers } from '../core/shared/offer.ts';
import { Approvals, RememberedApprovals } from '../core/workspace/approvals.ts';
import { WorkspaceOffers } from '../core/workspace/workspace-offers.ts';
import { type Age, createAge } from '../infrastructure/age.ts';
import { systemClock } from '../infrastructure/clock.ts';
import type { Database } from '../infrastructure/database/database.ts';
import { readIdentities } from '../infrastructure/identity-files.ts';
import type { Log } from '../infrastructure/log.ts';
import { createJsonDocument } from '../infrastructure/storage/json-document.ts';
import type { SecretStore } from '../infrastructure/storage/storage.ts';
import { readWorkspaceFile, watchWorkspaceFile } from '../infrastructure/workspace-files.ts';

/** What they are made from. */
export interface SharedSourcesOptions extends Pick<OrganizationOptions, 'records' | 'onWithdrawn' | 'newId'> {
  readonly folder: string;
  readonly settings: InitializationOptions;
  readonly secrets: SecretStore;
  readonly log: Log;
  /** Called with words for the user about a file of the workspace that must not be as it is. */
  readonly onLeak: (message: string) => void;
}

/** What others name, and what opens their keys. */
export interface SharedSources {
  readonly age: Age;
  readonly identities: () => Promise<readonly string[]>;
  readonly approvals: Approvals;
  readonly workspace: WorkspaceOffers;
  readonly organization: Organization;
  readonly offers: Offers;
}

/** Nothing is read or connected yet. */
export function createSharedSources(options: SharedSourcesOptions): SharedSources {
  const { folder, settings, log, onLeak } = options;
  const onRepair = (message: string): void => log.warn(message);
  const approvals = new Approvals(
    createJsonDocument<RememberedApprovals>({
      file: join(folder, 'approvals.json'),
      version: 1,
      initial: () => ({ servers: [] }),
      parse: (value) => RememberedApprovals.parse(value),
      onRepair,
    }),
    systemClock,
  );
  const workspace = new WorkspaceOffers({
    approvals,
    pathOf: pathInFolder,
    read: readWorkspaceFile,
    watch: watchWorkspaceFile,
    onFault: (message, leaks) => {
      log.warn(message);
      if (leaks) onLeak(message);
    },
  });
  const organization = createOrganization(options, onRepair);
  const identities = (): Promise<readonly string[]> => readIdentities(settings.ageIdentities ?? [], onRepair);
  return { age: createAge(), identities, approvals, workspace, organization, offers: mergeOffers(organization, workspace) };
}

function createOrganization({ folder, settings, secrets, log, newId, records, onWithdrawn }: SharedSourcesOptions, onRepair: (message: string) => void): Organization {
  const address = settings.organization ?? (process.env['JIRA_ORGANIZATION'] || undefined);
  return new Organization({
    open: address === undefined ? undefined : () => openDatabase(address, secrets),
    keepPassword: (key, password) => secrets.set(passwordName(key), password),
    document: createJsonDocument<RememberedOrganizations>({
      file: join(folder, 'organization.json'),
      version: 1,
      initial: () => ({ databases: {}, told: {} }),
      parse: (value) => RememberedOrganizations.parse(value),
      onRepair,
    }),
    clock: systemClock,
    log,
    random: Math.random,
    newId,
    label: settings.organizationUser,
    records,
    onWithdrawn,
  });
}

/** The database of an address. Its password may be with the user's secrets. */
async function openDatabase(address: string, secrets: SecretStore): Promise<Database> {
  const { createPostgresDatabase } = await import('../infrastructure/database/postgres.ts');
  return createPostgresDatabase(address, (key) => secrets.get(passwordName(key)));
}

/** The name under which the password of a database is kept. @param key what tells the database and its user from others */
function passwordName(key: string): string {
  return `organization-${createHash('sha256').update(key).digest('hex').slice(0, 16)}`;
}

/** @returns `undefined` for a folder that is not on this machine */
function pathInFolder(folderUri: string, name: string): string | undefined {
  try {
    return folderUri.startsWith('file:') ? join(fileURLToPath(folderUri), name) : undefined;
  } catch {
    return undefined;
  }
}
