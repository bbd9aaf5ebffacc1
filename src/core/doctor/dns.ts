import type { Finding } from '../../../protocol/doctor.ts';
import type { Inspector } from '../../infrastructure/http/inspector.ts';
import { ok, skipped } from './findings.ts';
import type { Way } from './way.ts';

/** As many addresses as are shown. */
const most = 6;

/**
 * `dns`: the addresses of the server. With a proxy in between it is the proxy that looks the name up, and this machine
 * often cannot.
 *
 * @throws {HttpFailure} when there are none
 */
export async function checkDns(inspector: Inspector, way: Way, signal: AbortSignal): Promise<Finding> {
  const { host, isAddress } = inspector;
  if (isAddress) return skipped('dns', `${host} is an address: there is no name to look up.`, 'Nothing is to be done.');
  const proxy = way.choice?.proxy;
  if (proxy !== undefined) return skipped('dns', `The proxy ${proxy.place} looks up the name ${host}.`, 'Nothing is to be done.');
  const addresses = await inspector.addresses(signal);
  const shown = addresses.slice(0, most).join(', ');
  return ok('dns', `${host} is ${shown}${addresses.length > most ? ` and ${addresses.length - most} more` : ''}.`);
}
