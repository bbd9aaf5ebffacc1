/** Tells the organization which key this user signs with, and nothing else of the user. */
import type { DatabaseSession } from '../../infrastructure/database/database.ts';
import type { ProviderRecord } from '../providers/records.ts';
import { idOf, type OrganizationContent } from './content.ts';
import type { OrganizationOptions } from './organization-options.ts';

type Told = { readonly fingerprint: string; readonly label?: string | undefined; readonly on: string };

/**
 * A report holds the fingerprint, an identifier that was chosen by chance for this storage, and the name that the user
 * chose, if any; the database adds the day. It is sent when the key changed, and once a week, so that administrators can
 * tell who is still there.
 */
export class KeyReports {
  readonly #options: OrganizationOptions;

  constructor(options: OrganizationOptions) {
    this.#options = options;
  }

  /** Sends what is due. @param database what tells it from others */
  async send(session: DatabaseSession, database: string, organizations: readonly OrganizationContent[]): Promise<void> {
    const { document, clock, label, newId, records } = this.#options;
    const inUse = keysInUse(organizations, await records.list());
    if (inUse.length === 0) return;
    const now = clock.now();
    const { told } = await document.read();
    const due = inUse.filter(({ row, fingerprint }) => isDue(told[`${database} ${row}`], fingerprint, label, now));
    if (due.length === 0) return;
    const reporter = await document.update((state) => (state.reporter ??= newId('user')));
    for (const { row, fingerprint } of due) await session.report({ provider: row, reporter, label, fingerprint });
    const on = new Date(now).toISOString();
    await document.update((state) => {
      for (const { row, fingerprint } of due) state.told[`${database} ${row}`] = { fingerprint, label, on };
    });
  }
}

/** Milliseconds. */
const week = 7 * 86_400_000;

function isDue(told: Told | undefined, fingerprint: string, label: string | undefined, now: number): boolean {
  return told === undefined || told.fingerprint !== fingerprint || told.label !== label || now - Date.parse(told.on) > week;
}

function keysInUse(organizations: readonly OrganizationContent[], records: readonly ProviderRecord[]): { row: string; fingerprint: string }[] {
  const rows = organizations.flatMap((organization) => organization.providers.filter(({ withdrawn }) => !withdrawn).map((provider) => ({ row: provider.id, id: idOf(organization, provider), keys: provider.keys })));
  return rows.flatMap(({ row, id, keys }) => {
    const record = records.find((each) => each.id === id && each.origin === 'organization' && each.state !== 'needsAuthorization');
    const fingerprint = record?.authentication.keyFingerprint;
    return fingerprint === undefined || !keys.some((key) => key.fingerprint === fingerprint) ? [] : [{ row, fingerprint }];
  });
}
