/** When the agent is started by itself: as soon as anybody has named a server, and anew with settings that it reads at its start. */
import { type ExtensionContext, RelativePattern, Uri, workspace } from 'vscode';
import type { Agent } from './agent.ts';
import { showError } from './errors.ts';

/** Starts it where there is something for it to do, now or later; a window without any Jira has no agent. */
export function startWhenNeeded(context: ExtensionContext, agent: Agent): void {
  const start = (): void => void agent.startIfNeeded();
  const { providersFile, readAtStart } = agent.settings;
  // A server may be added in another window, or in another editor.
  const watcher = workspace.createFileSystemWatcher(new RelativePattern(Uri.joinPath(providersFile, '..'), providersFile.path.split('/').at(-1)!), false, true, true);
  context.subscriptions.push(
    watcher,
    watcher.onDidCreate(start),
    workspace.onDidChangeWorkspaceFolders(start),
    workspace.onDidChangeConfiguration((change) => {
      if (!readAtStart.some((name) => change.affectsConfiguration(name))) return;
      if (agent.state === 'stopped') start();
      else void agent.restart().catch(showError);
    }),
  );
  start();
}
