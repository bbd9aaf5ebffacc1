/** The extension: puts its parts together, and starts the agent where there is something for it to do. */
import type { ExtensionContext } from 'vscode';
import { Agent } from './agent.ts';
import { IssueWork } from './issues/issue-work.ts';
import { registerIssues } from './issues/register.ts';
import { registerServers } from './servers/register.ts';
import { startWhenNeeded } from './starting.ts';
import { registerState } from './state/register.ts';
import { registerWork } from './work/register.ts';

/** Each adds what it has of commands, views and listeners; none of them starts the agent. What one changes of an issue, the others hear of. */
const parts: readonly ((context: ExtensionContext, agent: Agent, work: IssueWork) => void)[] = [registerServers, registerIssues, registerWork, registerState];

let agent: Agent | undefined;

/** Called by VS Code once its window is up, or when a command or a view of the extension is used. */
export function activate(context: ExtensionContext): void {
  agent = new Agent(context);
  const work = new IssueWork(agent);
  context.subscriptions.push(work);
  for (const register of parts) register(context, agent, work);
  startWhenNeeded(context, agent);
}

/** Called by VS Code at the end; it waits for a second or two. */
export async function deactivate(): Promise<void> {
  await agent?.stop();
}
