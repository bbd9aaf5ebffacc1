/** What the doctor looks with, and nobody else needs. */
import type { Network } from '../../../protocol/network.ts';
import type { Inspector } from '../../infrastructure/http/inspector.ts';
import type { SecretPlaces } from '../../infrastructure/storage/secret-store.ts';

/** What the agent runs on. */
export interface Runtime {
  /** The version of Node.js, for instance `20.19.0`. */
  readonly node: string;
  readonly openssl: string;
  /** As Node.js names it, for instance `linux`. */
  readonly platform: string;
}

/** Handed in with the rest of the core's dependencies. */
export interface Instruments {
  readonly runtime: Runtime;
  /** @throws {StorageFailure} when the file of secrets cannot be read */
  readonly secretPlaces: () => Promise<SecretPlaces>;
  /**
   * An inspector of the way to a server.
   *
   * @throws {JiraError} invalidParams when the network settings cannot be used, for instance a CA file that is not there
   */
  readonly inspect: (url: URL, network: Network | undefined) => Promise<Inspector>;
}
