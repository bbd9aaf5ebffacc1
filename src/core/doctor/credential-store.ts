import type { Finding } from '../../../protocol/doctor.ts';
import type { Core } from '../core.ts';
import type { ProviderRecord } from '../providers/records.ts';
import { noSecret } from '../shared/with-offers.ts';
import { untilAborted } from '../until-aborted.ts';
import { failed, ok } from './findings.ts';

const hint = 'Unlock the system keyring, or set `credentialStore` to "file" and configure the providers again.';

/** `credentialStore`: where secrets are kept, and whether those of the providers can be read. */
export async function checkCredentialStore({ instruments, store }: Core, records: readonly ProviderRecord[], signal: AbortSignal): Promise<Finding> {
  try {
    const { place, problem, fallback, used } = await untilAborted(instruments.secretPlaces(), signal);
    for (const record of records) if (record.secret !== noSecret) await untilAborted(store.secretOf(record), signal);
    const kept = `Secrets are kept in ${used.length > 0 ? used.join(' and ') : (fallback ?? place)}, where their owner alone can read them.`;
    if (problem === undefined) return ok('credentialStore', kept);
    if (fallback !== undefined) return ok('credentialStore', `${kept} ${problem}`);
    return { check: 'credentialStore', outcome: 'failed', detail: `${problem} ${kept}`, hint };
  } catch (error) {
    signal.throwIfAborted();
    return failed('credentialStore', error, hint);
  }
}
