/** The extension: puts its parts together, and starts the agent where there is something for it to do. */
import type { ExtensionContext } from 'vscode';
import { Agent } from './agent.ts';
import { registerIssues } from './issues/register.ts';
import { registerServers } from './servers/register.ts';
import { registerState } from './state/register.ts';
import { registerWork } from './work/register.ts';

/** Each adds what it has of commands, views and listeners; none of them starts the agent. */
const parts: readonly ((context: ExtensionContext, agent: Agent) => void)[] = [registerServers, registerIssues, registerWork, registerState];

let agent: Agent | undefined;

/** Called by VS Code once its window is up, or when a command or a view of the extension is used. */
export function activate(context: ExtensionContext): void {
  agent = new Agent(context);
  for (const register of parts) register(context, agent);
  void agent.startIfNeeded();
}

/** Called by VS Code at the end; it waits for a second or two. */
export async function deactivate(): Promise<void> {
  await agent?.stop();
}
