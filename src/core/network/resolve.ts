/** From the network settings of the protocol to those of the connections. */
import type { Network } from '../../../protocol/network.ts';
import type { HttpNetwork } from '../../infrastructure/http/http.ts';

/** Resolved settings. */
export interface ResolvedNetwork {
  readonly network: HttpNetwork;
  readonly headers: Readonly<Record<string, string>>;
}

/** Resolves network settings. */
export async function resolveNetwork(network: Network | undefined): Promise<ResolvedNetwork> {
  return { network: { ca: network?.ca, proxy: network?.proxy, clientCertificate: network?.clientCertificate }, headers: network?.headers ?? {} };
}
