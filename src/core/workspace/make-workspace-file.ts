/** Writes the text of a workspace's file from providers of the user. Nothing of the user goes into it. */
import type { SharedKey } from '../../../protocol/shared-keys.ts';
import { WorkspaceFile, workspaceFileName, type WorkspaceServer } from '../../../protocol/workspace.ts';
import type { Core } from '../core.ts';
import { invalidParams, JiraError } from '../errors.ts';
import { keyOfProvider } from '../shared/key-of-provider.ts';
import { prepareSealing, sealKey, type Sealing } from '../shared/seal-key.ts';

/** What `jira/workspaceFile` asks for. */
export interface WorkspaceFileRequest {
  readonly providers: readonly string[];
  readonly passphrase?: string | undefined;
  readonly recipients: readonly string[];
  readonly former?: string | undefined;
  readonly schema?: string | undefined;
}

/**
 * Makes the text. The private keys of application links are encrypted.
 *
 * @throws {JiraError} unknownProvider, invalidParams where nobody could open the keys
 */
export async function makeWorkspaceFile(core: Core, { providers, passphrase, recipients, former, schema }: WorkspaceFileRequest): Promise<{ fileName: string; text: string }> {
  const records = await Promise.all(providers.map((id) => core.store.get(id)));
  const needsKeys = records.some(({ authentication }) => authentication.type === 'oauth1');
  const sealing = needsKeys ? await prepareSealing(core.age, passphrase, recipients) : { recipients };
  const formerServers = former === undefined ? [] : readFormer(former);
  const servers = await Promise.all(records.map(async (record) => withFormerKey(await toServer(core, record.id, sealing), formerServers)));
  const file = WorkspaceFile.safeParse({ ...(schema === undefined ? {} : { $schema: schema }), version: 1, servers });
  if (!file.success) throw new JiraError('unsupported', `One of these providers cannot be in the file: ${file.error.issues.map(({ path }) => path.join('.')).join(', ')}.`);
  return { fileName: workspaceFileName, text: `${JSON.stringify(file.data, undefined, 2)}\n` };
}

async function toServer(core: Core, id: string, sealing: Sealing): Promise<WorkspaceServer> {
  const record = await core.store.get(id);
  const { name, baseUrl, authentication } = record;
  if (authentication.type !== 'oauth1') return { name, baseUrl, authentication: { type: authentication.type } };
  const key = await sealKey(core.age, await keyOfProvider(core, record), sealing);
  return { name, baseUrl, authentication: { type: 'oauth1', consumerKey: authentication.consumerKey ?? '', keys: [key] } };
}

function readFormer(text: string): readonly WorkspaceServer[] {
  try {
    return WorkspaceFile.parse(JSON.parse(text)).servers;
  } catch {
    throw invalidParams('former', 'The text is not that of a file which this agent could read.');
  }
}

/** The newest of the other keys of the same application link stays: the link may still have it. */
function withFormerKey(server: WorkspaceServer, former: readonly WorkspaceServer[]): WorkspaceServer {
  const { authentication } = server;
  if (authentication.type !== 'oauth1') return server;
  const keysOf = ({ baseUrl, authentication: way }: WorkspaceServer): readonly SharedKey[] =>
    baseUrl === server.baseUrl && way.type === 'oauth1' && way.consumerKey === authentication.consumerKey ? way.keys : [];
  const [key] = authentication.keys;
  const others = former.flatMap(keysOf).filter(({ fingerprint }) => fingerprint !== key?.fingerprint);
  return { ...server, authentication: { ...authentication, keys: [...others.slice(-1), ...authentication.keys] } };
}
