import type { Clock } from '../../infrastructure/clock.ts';
import type { Database } from '../../infrastructure/database/database.ts';
import type { Log } from '../../infrastructure/log.ts';
import type { Document } from '../../infrastructure/storage/storage.ts';
import type { ProviderRecord } from '../providers/records.ts';
import type { RememberedOrganizations } from './remembered.ts';

/** What the organization is made with. */
export interface OrganizationOptions {
  /** Opens the database that the settings name; absent where they name none. It loads what that takes. */
  readonly open: (() => Promise<Database>) | undefined;
  /** Keeps the password of a database with the user's secrets. @param key what tells the database and its user from others */
  readonly keepPassword: (key: string, password: string) => Promise<void>;
  readonly document: Document<RememberedOrganizations>;
  readonly clock: Clock;
  readonly log: Log;
  /** From 0 to 1: many agents shall not do the same at the same moment. */
  readonly random: () => number;
  readonly newId: (prefix: string) => string;
  /** The name by which administrators see who is on which key, where the user chose one. */
  readonly label: string | undefined;
  /** The providers as they are now, and a way to learn that they changed. */
  readonly records: { list(): Promise<readonly ProviderRecord[]>; watch(listener: () => void): () => void };
  /** Called with the ids of providers that were withdrawn. */
  readonly onWithdrawn: (ids: readonly string[]) => Promise<void>;
}
