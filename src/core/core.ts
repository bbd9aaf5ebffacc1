/** The core: the parts that its features work with. */
import type { Clock } from '../infrastructure/clock.ts';
import type { Log } from '../infrastructure/log.ts';
import type { AttachmentFiles } from '../infrastructure/storage/attachment-files.ts';
import type { PageFiles } from '../infrastructure/storage/page-files.ts';
import type { IssueCache } from './cache/issue-cache.ts';
import type { IssueMemory } from './issues/memory.ts';
import type { Refreshes } from './issues/refreshes.ts';
import type { SavedQueries } from './issues/saved-queries.ts';
import type { JqlMemory } from './jql/memory.ts';
import type { Instruments } from './doctor/instruments.ts';
import type { Authorizations } from './oauth/authorizations.ts';
import type { Connections } from './providers/connections.ts';
import type { ProviderStore } from './providers/provider-store.ts';
import type { Age } from '../infrastructure/age.ts';
import type { Organization } from './organization/organization.ts';
import type { SignInQuestion } from './providers/sign-in-question.ts';
import type { NewId } from './providers/secret-changes.ts';
import type { KeyChanges } from './shared/key-changes.ts';
import type { Approvals } from './workspace/approvals.ts';
import type { WorkspaceOffers } from './workspace/workspace-offers.ts';

/** Made once for an agent; see `src/server/agent.ts`. */
export interface Core {
  readonly store: ProviderStore;
  readonly connections: Connections;
  readonly authorizations: Authorizations;
  readonly queries: SavedQueries;
  readonly signInQuestion: SignInQuestion;
  /** Base URLs that the settings propose for signing in. */
  readonly offeredServers: readonly string[];
  readonly attachments: AttachmentFiles;
  readonly pages: PageFiles;
  readonly memory: IssueMemory;
  readonly jql: JqlMemory;
  readonly cache: IssueCache;
  readonly age: Age;
  /** The identities of age in the files that the user named. */
  readonly identities: () => Promise<readonly string[]>;
  readonly keyChanges: KeyChanges;
  readonly workspace: WorkspaceOffers;
  readonly approvals: Approvals;
  readonly organization: Organization;
  readonly refreshes: Refreshes;
  readonly clock: Clock;
  readonly log: Log;
  readonly newId: NewId;
  /** Milliseconds that an authorization waits for the user, where Jira does not say. */
  readonly authorizationTime: number;
  /** The folder of the agent's files, for messages. */
  readonly folder: string;
  /** What the doctor looks with. */
  readonly instruments: Instruments;
}
