import type { Finding } from '../../../protocol/doctor.ts';
import type { ProxyChoice } from '../../infrastructure/http/proxy.ts';
import { ok } from './findings.ts';
import type { Way } from './way.ts';

/**
 * `proxy`: which proxy is used and why, and whether it lets connections to the server through.
 *
 * @throws {HttpFailure | JiraError} when it does not, or a setting names none
 */
export function checkProxy({ choice, obstacle }: Way): Finding {
  if (obstacle?.at === 'proxy') throw obstacle.error;
  return ok('proxy', describe(choice!));
}

/** Host and port alone: the address of a proxy may have a password in it. */
function describe({ proxy, reason, variable }: ProxyChoice): string {
  if (proxy !== undefined) {
    const source = reason === 'setting' ? '`network.proxy` of the provider says so' : `the environment says so (${variable})`;
    return `Connections go through the proxy ${proxy.place}: ${source}.`;
  }
  switch (reason) {
    case 'setting':
      return 'Connections are direct: `network.proxy` of the provider is `direct`.';
    case 'exempt':
      return `Connections are direct: NO_PROXY takes the server out of ${variable}.`;
    default:
      return `Connections are direct: neither \`network.proxy\` of the provider nor ${variable} is set.`;
  }
}
