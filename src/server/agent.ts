/** Puts the agent together: the one place where the core gets its files, its network and its clock. */
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { IssuesChanged } from '../../protocol/issues-changed.ts';
import type { Network } from '../../protocol/network.ts';
import { IssueCache } from '../core/cache/issue-cache.ts';
import type { Core } from '../core/core.ts';
import { OfferedTransitions, ProjectOwners } from '../core/issues/memory.ts';
import { Refreshes } from '../core/issues/refreshes.ts';
import { SavedQueries } from '../core/issues/saved-queries.ts';
import { JqlMemory } from '../core/jql/memory.ts';
import { resolveNetwork } from '../core/network/resolve.ts';
import { forgetWithdrawn } from '../core/organization/forget-withdrawn.ts';
import { Authorizations } from '../core/oauth/authorizations.ts';
import { createRsaSha1Signer } from '../core/oauth/signature.ts';
import { Connections } from '../core/providers/connections.ts';
import { ProviderStore } from '../core/providers/provider-store.ts';
import { Configuration } from '../core/providers/records.ts';
import type { RefusedState } from '../core/providers/refused-state.ts';
import { RememberedAnswers, SignInQuestion } from '../core/providers/sign-in-question.ts';
import { KeyChanges } from '../core/shared/key-changes.ts';
import { systemClock } from '../infrastructure/clock.ts';
import { connectHttp } from '../infrastructure/http/undici-client.ts';
import type { Log } from '../infrastructure/log.ts';
import { listenOnLoopback } from '../infrastructure/loopback.ts';
import { keepHeapSmall } from '../infrastructure/small-heap.ts';
import { createAttachmentFiles } from '../infrastructure/storage/attachment-files.ts';
import { createCacheFiles } from '../infrastructure/storage/cache-files.ts';
import { dataFolder } from '../infrastructure/storage/folder.ts';
import { createPageFiles } from '../infrastructure/storage/page-files.ts';
import { createJsonDocument } from '../infrastructure/storage/json-document.ts';
import type { SecretVault } from '../infrastructure/storage/storage.ts';
import { version } from '../version.ts';
import { openSecrets } from './secrets.ts';
import { createSharedSources } from './shared-sources.ts';
import { readSettings } from './settings.ts';

/** Where the agent's settings come from. */
export interface AgentOptions {
  /** `--storage`: it goes before the client's. */
  readonly storage: string | undefined;
  /** As the client sent them; wrong ones are told and left out. */
  readonly initializationOptions: unknown;
  readonly log: Log;
  /** The editor's own place for secrets; each call fails where it has none. */
  readonly vault: SecretVault;
  /** Whether stored secrets are left where they are; absent: they are brought to where the settings say. */
  readonly leavesSecrets?: boolean | undefined;
  /** Called when a provider is found reachable or unreachable, or asks to slow down, after it was otherwise. */
  readonly onAvailabilityChange: () => void;
  /** Called with words for the user when Jira has refused the credentials of a provider; once for all agents of the storage. */
  readonly onRefusal: (message: string, provider: string, state: RefusedState) => void;
  /** Called with words for the user when a file of the workspace holds what must stay secret. */
  readonly onLeak: (message: string) => void;
  /** Called with words for the user when the organization has withdrawn a provider that the user had. */
  readonly onWithdrawal: (message: string) => void;
  /** Told what is different from what was answered from the cache; absent where nobody listens. */
  readonly onIssuesChange?: ((changed: IssuesChanged) => void) | undefined;
}

/** How long one exchange with Jira may take, where the client does not say. */
const requestSeconds = 60;

/** How long an authorization waits, where neither Jira nor the client says: Jira's request tokens live ten minutes. */
const authorizationSeconds = 600;

/** What the cache may take of the disk, and how long it keeps what nobody looks at, where the client does not say. */
const cacheMegabytes = 100;
const cacheDays = 30;

/**
 * Makes the core on this machine's own files, network and clock. Nothing is read or connected yet.
 *
 * @throws {StorageFailure} for a storage folder that cannot be one
 */
export function createCore({ storage, initializationOptions, log, vault, leavesSecrets = false, onAvailabilityChange, onRefusal, onLeak, onWithdrawal, onIssuesChange }: AgentOptions): Core {
  keepHeapSmall();
  const settings = readSettings(initializationOptions, log);
  const folder = storage === undefined ? dataFolder(settings.storage) : dataFolder(storage, process.cwd());
  const requestTimeout = (settings.requestTimeout ?? requestSeconds) * 1000;
  const onRepair = (message: string) => log.warn(message);
  const configuration = createJsonDocument<Configuration>({
    file: join(folder, 'providers.json'),
    version: 1,
    initial: () => ({ providers: [], keyPairs: [], unusedSecrets: [], queries: [] }),
    parse: (value) => Configuration.parse(value),
    onRepair,
  });
  const answers = createJsonDocument<RememberedAnswers>({
    file: join(folder, 'answers.json'),
    version: 1,
    initial: () => ({}),
    parse: (value) => RememberedAnswers.parse(value),
    onRepair,
  });
  const secrets = openSecrets(settings.credentialStore ?? 'auto', join(folder, 'secrets.json'), log, vault, !leavesSecrets);
  const newId = (prefix: string) => `${prefix}-${randomBytes(6).toString('hex')}`;
  const { offers, ...shared } = createSharedSources({
    folder,
    settings,
    secrets,
    log,
    newId,
    onLeak,
    records: { list: () => core.store.list(), watch: (listener) => core.store.watch(listener) },
    onWithdrawn: (ids) => forgetWithdrawn(core, ids, onWithdrawal),
  });
  const store = new ProviderStore(configuration, secrets, newId, systemClock, offers);
  const keyChanges = new KeyChanges({ ...shared, store, clock: systemClock, refresh: () => shared.organization.read() });
  const cache = new IssueCache({
    clock: systemClock,
    store,
    agent: randomBytes(6).toString('hex'),
    files: createCacheFiles({
      folder: join(folder, 'cache'),
      maxSize: (settings.cache?.maxSize ?? cacheMegabytes) * 1_000_000,
      maxAge: (settings.cache?.maxAge ?? cacheDays) * 86_400_000,
      now: () => systemClock.now(),
      onRepair,
      onFailure: (message) => log.warn(message),
    }),
  });
  const connections = new Connections({
    store,
    clock: systemClock,
    userAgent: `jira-language-server/${version}`,
    connect: async (network: Network | undefined) => {
      const resolved = await resolveNetwork(network, (path) => readFile(path));
      return { http: connectHttp(resolved.network, { limits: { headersTimeout: 2 * requestTimeout } }), headers: resolved.headers };
    },
    signer: createRsaSha1Signer,
    nonce: () => randomBytes(16).toString('hex'),
    keyChanges,
    requestTimeout,
    onAvailabilityChange,
    onRefusal,
  });
  const core: Core = {
    ...shared,
    store,
    keyChanges,
    connections,
    authorizations: new Authorizations(systemClock, listenOnLoopback),
    queries: new SavedQueries(configuration, newId),
    signInQuestion: new SignInQuestion(answers, systemClock),
    offeredServers: settings.servers ?? [],
    attachments: createAttachmentFiles(join(folder, 'attachments'), onRepair),
    pages: createPageFiles(join(folder, 'pages'), () => systemClock.now(), onRepair),
    cache,
    refreshes: new Refreshes({ connections, cache, clock: systemClock, log, newId, onChange: onIssuesChange }),
    memory: { projects: new ProjectOwners(), transitions: new OfferedTransitions() },
    jql: new JqlMemory(systemClock),
    clock: systemClock,
    log,
    newId,
    authorizationTime: (settings.authorizationTimeout ?? authorizationSeconds) * 1000,
    folder,
    instruments: {
      runtime: { node: process.versions.node, openssl: process.versions.openssl, platform: process.platform },
      secretPlaces: () => secrets.places(),
      inspect: async (url, network) => {
        const { createInspector } = await import('../infrastructure/http/inspector.ts');
        return createInspector(url, (await resolveNetwork(network, (path) => readFile(path))).network);
      },
    },
  };
  return core;
}
