/** When the agent is started by itself: as soon as anybody has named a server, and anew with settings that it reads at its start. */
import { unwatchFile, watchFile } from 'node:fs';
import { type ExtensionContext, workspace } from 'vscode';
import type { Agent } from './agent.ts';
import { showError } from './errors.ts';

/** Milliseconds between two looks whether there is a server by now. */
const betweenLooks = 2000;

/** Starts it where there is something for it to do, now or later; a window without any Jira has no agent. */
export function startWhenNeeded(context: ExtensionContext, agent: Agent): void {
  const start = (): void => void agent.startIfNeeded();
  const { providersFile, readAtStart } = agent.settings;
  // A server may be added in another window, or in another editor. The folder may not be there yet, so that nothing tells of a file in it.
  const look = (): void => {
    if (agent.state === 'stopped') start();
  };
  watchFile(providersFile.fsPath, { interval: betweenLooks, persistent: false }, look);
  context.subscriptions.push(
    { dispose: () => unwatchFile(providersFile.fsPath, look) },
    workspace.onDidChangeWorkspaceFolders(start),
    workspace.onDidChangeConfiguration((change) => {
      if (!readAtStart.some((name) => change.affectsConfiguration(name))) return;
      if (agent.state === 'stopped') start();
      else void agent.restart().catch(showError);
    }),
  );
  start();
}
