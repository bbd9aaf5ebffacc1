/**
 * How long VS Code takes to load and activate the extension, beside others.
 *
 * Each is in a VS Code of its own: what starts at once in one window counts towards all that wait in it.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { builtExtension } from '../../test/clients/vscode/support/extension.ts';
import { openVsCode, type VsCode } from '../../test/clients/vscode/support/vs-code.ts';
import { inTurns, median, printTable, type Contender } from '../measure.ts';
import { eagerExtension, emptyExtension, type BuiltExtension } from './other-extensions.ts';
import { activationTime, displayNameOf } from './running-extensions.ts';

/** Prints what VS Code itself counts. @param runs windows of each, beside a first one that does not count */
export async function benchActivation(runs: number): Promise<void> {
  const others = await mkdtemp(join(tmpdir(), 'jira-bench-'));
  try {
    const [empty, eager] = [await emptyExtension(others), await eagerExtension(others)];
    const own = await ownExtension();
    await using withEmpty = await openVsCode({ extension: empty.folder });
    await using withOwn = await openVsCode({ extension: own.folder });
    await using withEager = await openVsCode({ extension: eager.folder });
    print(runs, await inTurns([contender(empty, withEmpty), contender(own, withOwn), contender(eager, withEager)], runs));
  } finally {
    await rm(others, { recursive: true, force: true });
  }
}

async function ownExtension(): Promise<BuiltExtension> {
  const folder = await builtExtension();
  return { name: await displayNameOf(folder), folder };
}

function contender({ name }: BuiltExtension, vsCode: VsCode): Contender<number> {
  const measure = async (): Promise<number> => {
    const window = await vsCode.openWindow();
    const milliseconds = await activationTime(window, name);
    await window.page.close();
    return milliseconds;
  };
  return { name, measure };
}

function print(runs: number, samples: Map<string, number[]>): void {
  // VS Code counts whole milliseconds, and an empty extension may take none of them.
  const floor = Math.max(1, median([...samples.values()][0]!));
  const rows = [...samples].map(([name, times]) => [name, (median(times) / floor).toFixed(2), median(times).toFixed(0), String(Math.min(...times)), String(Math.max(...times))]);
  printTable(`Activation in VS Code: code loaded and activate() called (medians of ${runs} windows)`, ['', 'ratio', 'ms', 'least', 'most'], rows);
}
