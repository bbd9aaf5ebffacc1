/** The doctor: looks at the agent and at its providers, one check after another, and changes nothing. */
import type { Finding } from '../../../protocol/doctor.ts';
import type { Core } from '../core.ts';
import { sha1SignaturesAllowed } from '../oauth/signature.ts';
import { examineProvider } from './examine-provider.ts';

/**
 * Examines the agent, and one provider or all of them.
 *
 * @throws {JiraError} unknownProvider
 */
export async function examine(core: Core, provider: string | undefined, signal: AbortSignal): Promise<Finding[]> {
  const records = provider === undefined ? await core.store.list().catch(() => []) : [await core.store.get(provider)];
  const findings = [await storage(core), await signing()];
  if (records.length === 0) {
    findings.push({ check: 'providers', outcome: 'warning', detail: 'No Jira is configured.', hint: 'Configure one with jira/configure.' });
  }
  for (const record of records) {
    const prefix = records.length === 1 ? '' : `${record.name}: `;
    const seen = await examineProvider(core, record, signal);
    findings.push(...seen.map((finding) => ({ ...finding, detail: prefix + finding.detail })));
  }
  return findings;
}

async function storage(core: Core): Promise<Finding> {
  try {
    const providers = await core.store.probe();
    return { check: 'storage', outcome: 'ok', detail: `${core.folder} can be read and written; it holds ${providers} provider${providers === 1 ? '' : 's'}.` };
  } catch (error) {
    return { check: 'storage', outcome: 'failed', detail: error instanceof Error ? error.message : String(error), hint: `Look at the folder ${core.folder} and its permissions.` };
  }
}

async function signing(): Promise<Finding> {
  return (await sha1SignaturesAllowed())
    ? { check: 'signing', outcome: 'ok', detail: 'OpenSSL makes RSA-SHA1 signatures, as OAuth in Jira needs them.' }
    : {
        check: 'signing',
        outcome: 'warning',
        detail: "This system's crypto policy refuses RSA-SHA1 signatures (RHEL 9, FIPS); the agent makes them itself, more slowly.",
        hint: 'Prefer a personal access token where the server has them.',
      };
}
