import type { Finding } from '../../../protocol/doctor.ts';
import type { Core } from '../core.ts';
import { organizationStatus } from '../organization/status.ts';
import { failed, ok } from './findings.ts';

const hint = 'Check the setting `organization`, the password, and whether this machine is in the right network or VPN.';

/** `organization`: whether the organization's database is there; nothing where the settings name none. */
export async function checkOrganization(core: Core): Promise<Finding[]> {
  try {
    const { state, database = '', problem = 'The database is away.', checkedAt, organizations } = await organizationStatus(core);
    if (state === 'none') return [];
    const names = organizations.map(({ name, role }) => `${name} (as ${role})`).join(', ');
    const count = organizations.flatMap(({ providers }) => providers).length;
    if (state === 'connected') return [ok('organization', `The database ${database} is there, with ${count} published server(s) of ${names || 'no organization that you belong to'}.`)];
    return [{ check: 'organization', outcome: 'failed', detail: `${problem} ${checkedAt === undefined ? 'Nothing is known of it.' : `What is known is of ${checkedAt}.`}`, hint }];
  } catch (error) {
    return [failed('organization', error, hint)];
  }
}
