/** What the agent is started with: the section `jira` of the settings, and what of VS Code's own concerns it. */
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import envPaths from 'env-paths';
import { type ExtensionContext, Uri, workspace } from 'vscode';
import type { InitializationOptions } from '../../../protocol/initialize.ts';

/** The file in which a repository names servers; see `protocol/workspace.ts`. */
const workspaceFileName = '.jira.json';

/** The file in which the agent keeps the servers of the user. */
const providersFileName = 'providers.json';

/** Settings that the agent reads at its start alone. */
const readAtStart = ['storage', 'credentialStore', 'organization', 'organizationUser', 'ageIdentities', 'authorizationTimeout', 'requestTimeout', 'cache', 'node'].map((name) => `jira.${name}`);

/** What VS Code's settings say of the agent. */
export class AgentSettings {
  readonly #context: ExtensionContext;

  constructor(context: ExtensionContext) {
    this.#context = context;
  }

  /** Settings that take effect with the next start. */
  get readAtStart(): readonly string[] {
    return [...readAtStart, 'http.proxy', 'http.noProxy', 'http.proxySupport'];
  }

  /** The program, a script for Node.js. */
  get program(): string {
    return this.#context.asAbsolutePath(join('agent', 'main.js'));
  }

  /** The Node.js that the user wants it to run on; by default it is VS Code's own. */
  get node(): string | undefined {
    return workspace.getConfiguration('jira').get<string | null>('node') ?? undefined;
  }

  /** Variables of its environment: VS Code's proxy counts where the environment names none. */
  get environment(): Record<string, string> {
    const http = workspace.getConfiguration('http');
    const proxy = http.get<string>('proxy') ?? '';
    const noProxy = http.get<string[]>('noProxy') ?? [];
    const isNamed = ['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy'].some((name) => process.env[name] !== undefined);
    if (proxy === '' || isNamed || http.get<string>('proxySupport') === 'off') return {};
    return { HTTPS_PROXY: proxy, HTTP_PROXY: proxy, ...(noProxy.length === 0 ? {} : { NO_PROXY: noProxy.join(',') }) };
  }

  /** `initializationOptions`. */
  get options(): InitializationOptions {
    return JSON.parse(JSON.stringify(workspace.getConfiguration('jira'))) as InitializationOptions;
  }

  /** The file that is there as soon as the user has a server. */
  get providersFile(): Uri {
    return Uri.file(join(folderOf(this.options.storage), providersFileName));
  }

  /** Whether anybody has named a server: without starting anything, with a look or two at the disk. */
  async isAnythingConfigured(): Promise<boolean> {
    const { organization, servers } = this.options;
    if (typeof organization === 'string' || (servers?.length ?? 0) > 0 || process.env['JIRA_ORGANIZATION'] !== undefined) return true;
    return existsSync(this.providersFile.fsPath) || (await isNamedByWorkspace());
  }
}

/** Where the agent keeps its files: in the place that all editors of this user share, unless another one is set. */
function folderOf(storage: string | null | undefined): string {
  if (storage === null || storage === undefined) return envPaths('jira-language-server', { suffix: '' }).data;
  return storage === '~' || /^~[\\/]/.test(storage) ? join(homedir(), storage.slice(1)) : storage;
}

async function isNamedByWorkspace(): Promise<boolean> {
  const looks = (workspace.workspaceFolders ?? []).map(({ uri }) => workspace.fs.stat(Uri.joinPath(uri, workspaceFileName)).then(() => true, () => false));
  return (await Promise.all(looks)).includes(true);
}
