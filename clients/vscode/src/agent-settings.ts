/** What the agent is started with: the section `jira` of the settings, its folder, and where secrets go. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type ExtensionContext, Uri, workspace } from 'vscode';
import type { InitializationOptions } from '../../../protocol/initialize.ts';

/** The file in which a repository names servers; see `protocol/workspace.ts`. */
const workspaceFileName = '.jira.json';

/** What VS Code's settings say of the agent. */
export class AgentSettings {
  readonly #context: ExtensionContext;

  constructor(context: ExtensionContext) {
    this.#context = context;
  }

  /** The program, a script for Node.js. */
  get program(): string {
    return this.#context.asAbsolutePath(join('agent', 'main.js'));
  }

  /** The Node.js that the user wants it to run on; by default it is VS Code's own. */
  get node(): string | undefined {
    return workspace.getConfiguration('jira').get<string | null>('node') ?? undefined;
  }

  /**
   * The folder of the agent's files; `undefined` is the one that all editors of this machine share.
   * Secrets that only this VS Code can read are of no use to another editor: their servers are kept apart from its own.
   */
  get storage(): string | undefined {
    const { storage, credentialStore } = this.options;
    return storage ?? (credentialStore === 'client' ? Uri.joinPath(this.#context.globalStorageUri, 'agent').fsPath : undefined);
  }

  /** `initializationOptions`. */
  get options(): InitializationOptions {
    return JSON.parse(JSON.stringify(workspace.getConfiguration('jira'))) as InitializationOptions;
  }

  /** Whether anybody has named a server: without starting anything, and with one look at the disk. */
  async isAnythingConfigured(): Promise<boolean> {
    const { organization, servers } = this.options;
    if (typeof organization === 'string' || (servers?.length ?? 0) > 0) return true;
    return this.#hasProviders() || (await this.#isNamedByWorkspace());
  }

  #hasProviders(): boolean {
    return this.storage === undefined || existsSync(join(this.storage, 'providers.json'));
  }

  async #isNamedByWorkspace(): Promise<boolean> {
    const looks = (workspace.workspaceFolders ?? []).map(({ uri }) => workspace.fs.stat(Uri.joinPath(uri, workspaceFileName)).then(() => true, () => false));
    return (await Promise.all(looks)).includes(true);
  }
}
