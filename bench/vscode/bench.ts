/** What the extension for VS Code costs: its package, its activation in a real VS Code, and the agent of each window. */
import { existsSync } from 'node:fs';
import { packExtension } from '../../scripts/build/vscode.ts';
import { builtExtension } from '../../test/clients/vscode/support/extension.ts';
import { printTable } from '../measure.ts';
import { benchActivation } from './activation.ts';
import { benchAgents } from './agents.ts';
import { packedFiles } from './packed-files.ts';

/** Prints all of it, or says why it cannot. @param options `runs`: windows of which the activation is measured */
export async function benchVsCode({ runs }: { runs: number }): Promise<void> {
  const chromium = process.env['JIRA_TEST_CHROMIUM'] ?? '/usr/bin/chromium';
  await benchSize();
  if (existsSync(chromium)) {
    await benchActivation(runs);
    await benchAgents();
  } else {
    process.stderr.write(`VS Code is not opened: there is no ${chromium} (JIRA_TEST_CHROMIUM tells of another one).\n`);
  }
}

async function benchSize(): Promise<void> {
  const folder = await builtExtension();
  const files = packedFiles(await packExtension(folder));
  const row = (name: string, prefix: string): string[] => {
    const those = files.filter((file) => file.name.startsWith(prefix));
    const kilobytes = (size: (file: (typeof files)[number]) => number): string => (those.reduce((sum, file) => sum + size(file), 0) / 1000).toFixed(0);
    return [name, kilobytes(({ packed }) => packed), kilobytes(({ unpacked }) => unpacked), String(those.length)];
  };
  printTable('The package for VS Code', ['', 'packed, kB', 'unpacked, kB', 'files'], [row('all of the .vsix', ''), row('of that the agent', 'extension/agent/'), row('of that the extension’s code', 'extension/extension.js')]);
}
