import type { Finding } from '../../../protocol/doctor.ts';
import type { Core } from '../core.ts';
import { failed, ok } from './findings.ts';

/** `storage`: whether the configuration can be read, locked and written. */
export async function checkStorage({ store, folder }: Core): Promise<Finding> {
  try {
    const providers = await store.probe();
    return ok('storage', `${folder} can be read and written; it holds ${providers} provider${providers === 1 ? '' : 's'}.`);
  } catch (error) {
    return failed('storage', error, `Look at the folder ${folder}, its permissions and its disk, or choose another one by \`storage\`. Until then nothing can be configured.`);
  }
}
