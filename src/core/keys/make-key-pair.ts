/** Makes a key pair, keeps it, and says what the administrator does with it. */
import type { KeyPair } from '../../../protocol/keys.ts';
import type { Core } from '../core.ts';
import { JiraError } from '../errors.ts';
import { probeServer, type FoundServer } from '../providers/probe.ts';
import { untilAborted } from '../until-aborted.ts';
import { applicationLink, consumerKeyFor } from './application-link.ts';
import { generateRsaKeyPair } from './generate.ts';

/** What `jira/generateKeyPair` asks for. */
export interface KeyPairRequest {
  readonly bits: 1024 | 2048 | 3072 | 4096;
  readonly validDays: number;
  readonly commonName?: string | undefined;
  readonly baseUrl?: string | undefined;
  readonly exportPrivateKey: boolean;
}

const weakKey =
  'A key of 1024 bits is weak by today’s measure. Jira’s own guide uses it and every Jira takes it, but every Jira takes 2048 bits too.';

/**
 * Makes an RSA key pair. The private key is kept with the agent and given out only when that was asked for.
 * A server that cannot be reached just now is no obstacle: the steps then cover every version.
 *
 * @throws {JiraError} invalidParams for a `baseUrl` that is no address, or `storage`
 */
export async function makeKeyPair(core: Core, request: KeyPairRequest, signal: AbortSignal): Promise<KeyPair> {
  const [{ privateKey, ...made }, found] = await Promise.all([
    untilAborted(
      generateRsaKeyPair({
        bits: request.bits,
        validDays: request.validDays,
        commonName: request.commonName ?? 'Jira Language Server',
        now: core.clock.now(),
      }),
      signal,
    ),
    request.baseUrl === undefined ? undefined : findServer(core, request.baseUrl, signal),
  ]);
  const id = core.newId('key');
  await core.store.addKeyPair({ id, ...made }, privateKey, signal);
  const warnings = [...(request.bits < 2048 ? [weakKey] : []), ...(found instanceof JiraError ? [`The steps are for every version of Jira: ${found.message}`] : [])];
  for (const warning of warnings) core.log.warn(warning);
  const server = found instanceof JiraError ? undefined : found;
  return {
    id,
    ...made,
    ...(request.exportPrivateKey ? { privateKey } : {}),
    applicationLink: applicationLink({
      publicKey: made.publicKey,
      consumerKey: consumerKeyFor(made.fingerprint),
      baseUrl: server?.baseUrl,
      versionNumbers: server?.server.versionNumbers,
    }),
    warnings,
  };
}

async function findServer(core: Core, baseUrl: string, signal: AbortSignal): Promise<FoundServer | JiraError> {
  const link = await core.connections.connect(undefined);
  try {
    return await probeServer(baseUrl, (url) => core.connections.client(link, url), signal);
  } catch (error) {
    if (signal.aborted || !(error instanceof JiraError) || error.kind === 'invalidParams') throw error;
    return error;
  } finally {
    await link.http.close();
  }
}
