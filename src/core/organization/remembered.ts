/** What is kept of the organization's database, for when it is away. Keys in it are encrypted. */
import * as z from 'zod';
import { OrganizationContent } from './content.ts';

/** What was told to the database of one provider. */
const Told = z.object({ fingerprint: z.string(), label: z.string().optional(), on: z.string() });

/** The document in the storage. */
export const RememberedOrganizations = z.object({
  /** By what tells databases and their users apart. */
  databases: z.record(z.string(), z.object({ readAt: z.string(), organizations: z.array(OrganizationContent) })),
  /** By which reports are told apart: chosen by chance. */
  reporter: z.string().optional(),
  /** By database and row. */
  told: z.record(z.string(), Told).default({}),
});

export type RememberedOrganizations = z.output<typeof RememberedOrganizations>;
