/** The memory of the agents that the windows of a VS Code have. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { builtExtension } from '../../test/clients/vscode/support/extension.ts';
import { jiraState } from '../../test/clients/vscode/support/places.ts';
import { extensions } from '../../test/clients/vscode/support/server.ts';
import { addServerByToken } from '../../test/clients/vscode/support/servers.ts';
import { openVsCode } from '../../test/clients/vscode/support/vs-code.ts';
import { openJira } from '../../test/support/jira.ts';
import { residentMemory } from '../memory.ts';
import { printTable } from '../measure.ts';
import { activationTime, displayNameOf } from './running-extensions.ts';

/** Prints it before there is a server, with one, and with a second window. */
export async function benchAgents(): Promise<void> {
  await using jira = await openJira();
  await using vsCode = await openVsCode();
  const { home, window } = vsCode;
  const rows: string[][] = [];
  const tell = (when: string): void => {
    const memory = agents(home).map(residentMemory);
    rows.push([when, String(memory.length), memory.length === 0 ? '0' : memory.map((megabytes) => megabytes.toFixed(1)).join(' + ')]);
  };

  await activationTime(window, await displayNameOf(await builtExtension()));
  tell('one window, no server');
  await addServerByToken(window, jira);
  await jiraState(window).filter({ hasText: /Jira$/ }).waitFor();
  tell('one window, just signed in');
  const second = await vsCode.openWindow();
  await jiraState(second).filter({ hasText: /Jira$/ }).waitFor();
  tell('two windows');
  printTable('Agents of VS Code’s windows', ['', 'agents', 'resident, MB'], rows);
}

/** The agents that run below a home, the oldest first. */
function agents(home: string): number[] {
  const below = join(extensions(home), '/');
  const isAgent = (pid: string): boolean => {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').some((word) => word.startsWith(below) && word.endsWith(join('agent', 'main.js')));
    } catch {
      return false;
    }
  };
  return readdirSync('/proc').filter((name) => /^\d+$/.test(name) && isAgent(name)).map(Number).sort((a, b) => a - b);
}
