/** The doctor: looks at the agent and at its providers, one check after another, and changes nothing. */
import type { Finding } from '../../../protocol/doctor.ts';
import type { Core } from '../core.ts';
import type { ListedProvider, ProviderRecord } from '../providers/records.ts';
import { plainLine } from '../text/plain-text.ts';
import { untilAborted } from '../until-aborted.ts';
import { checkCredentialStore } from './credential-store.ts';
import { examineProvider } from './examine-provider.ts';
import { skipped, warning } from './findings.ts';
import { checkNode } from './node.ts';
import { checkOrganization } from './organization.ts';
import { checkSigning } from './signing.ts';
import { checkStorage } from './storage.ts';

/**
 * Examines the agent, and one provider or all of them, all at once. With several, each finding names its provider.
 *
 * @throws {JiraError} unknownProvider
 * @throws the signal's reason, when it is aborted
 */
export async function examine(core: Core, provider: string | undefined, signal: AbortSignal): Promise<Finding[]> {
  const all = await core.store.list().catch(() => undefined);
  const records = await chosen(core, all, provider);
  const [storage, credentialStore, signing, organization, ...examined] = await Promise.all([
    checkStorage(core),
    checkCredentialStore(core, records, signal),
    checkSigning(),
    untilAborted(checkOrganization(core), signal),
    ...records.map(async (record) => named(await examineOne(core, record, signal), record, records)),
  ]);
  signal.throwIfAborted();
  return [storage, credentialStore, checkNode(core.instruments.runtime), signing, ...organization, ...(records.length === 0 ? [noProvider(all)] : examined.flat())];
}

/** Nothing is sent to a server that the workspace names and the user has not approved, by the doctor neither. */
function examineOne(core: Core, record: ListedProvider, signal: AbortSignal): Finding[] | Promise<Finding[]> {
  const { approval, source } = record.offer ?? {};
  if (approval === undefined || approval === 'approved') return examineProvider(core, record, signal);
  const hint = 'Approve it with jira/trustWorkspaceProvider if it is the server of your Jira.';
  return [skipped('approval', `${source} names ${record.baseUrl}, which you have not approved: nothing is sent to it.`, hint)];
}

function chosen(core: Core, all: readonly ListedProvider[] | undefined, provider: string | undefined): readonly ListedProvider[] | Promise<ListedProvider[]> {
  if (all === undefined) return [];
  return provider === undefined ? all : core.store.get(provider).then((record) => [record]);
}

function noProvider(all: readonly ProviderRecord[] | undefined): Finding {
  if (all === undefined) return skipped('providers', 'Not checked, since `storage` failed.', 'See to `storage` first.');
  return warning('providers', 'No Jira is configured.', 'Configure one with jira/configure.');
}

/** Two accounts of one server have the same name: then the id tells them apart. */
function named(findings: readonly Finding[], { id, name }: ProviderRecord, records: readonly ProviderRecord[]): Finding[] {
  if (records.length === 1) return [...findings];
  const isUnique = records.filter((each) => each.name === name).length === 1;
  const label = plainLine(isUnique ? name : `${name} (${id})`, 255);
  return findings.map((finding) => ({ ...finding, detail: `${label}: ${finding.detail}` }));
}
