/** From spawn to the answer of `initialize`, and memory at rest, on each version of Node.js. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { otherNodes } from '../../scripts/test/node-versions.ts';
import { inTurns, median, printTable, type Contender } from '../measure.ts';
import { otherLanguageServers } from './language-servers.ts';
import { bareStart, languageServerStart, type Start } from './session.ts';

const agent = join(process.env['JIRA_DIST'] ?? join(import.meta.dirname, '..', '..', 'dist'), 'main.js');
const bare = 'bare node (node -e 0)';
/** Milliseconds in which an agent has written its code cache. */
const cacheTime = 3000;

/** @param options `runs` of each; `peers`: whether other language servers take part */
export async function benchStart({ runs, peers }: { runs: number; peers: boolean }): Promise<void> {
  const cache = mkdtempSync(join(tmpdir(), 'jira-bench-'));
  try {
    const running = { major: Number.parseInt(process.versions.node, 10), path: process.execPath };
    for (const { major, path } of [running, ...otherNodes()]) {
      await fillCodeCache(path, cache);
      const samples = await inTurns(contenders(path, cache, peers), runs);
      print(`Start on Node.js ${major}: spawn to the answer of initialize, and memory at rest (medians of ${runs})`, samples);
    }
  } finally {
    rmSync(cache, { recursive: true, force: true });
  }
}

function contenders(node: string, cache: string, peers: boolean): Contender<Start>[] {
  return [
    { name: bare, measure: () => bareStart(node) },
    { name: 'jira-language-server', measure: () => languageServerStart(node, [agent, '--stdio'], { XDG_CACHE_HOME: cache }) },
    {
      name: 'jira-language-server, without its code cache',
      measure: () => languageServerStart(node, [agent, '--stdio'], { NODE_DISABLE_COMPILE_CACHE: '1' }),
    },
    ...(peers ? otherLanguageServers() : []).map(({ name, file, args }) => ({
      name,
      measure: () => languageServerStart(node, [file, ...args]),
    })),
  ];
}

async function fillCodeCache(node: string, cache: string): Promise<void> {
  await languageServerStart(node, [agent, '--stdio'], { XDG_CACHE_HOME: cache }, cacheTime);
}

function print(title: string, samples: Map<string, Start[]>): void {
  const of = (name: string, value: (start: Start) => number): number => median(samples.get(name)!.map(value));
  const rows = [...samples.keys()].map((name) => {
    const milliseconds = of(name, (start) => start.milliseconds);
    return [
      name,
      (milliseconds / of(bare, (start) => start.milliseconds)).toFixed(2),
      milliseconds.toFixed(0),
      of(name, (start) => start.memory).toFixed(1),
      of(name, (start) => start.memoryOfTree).toFixed(1),
    ];
  });
  printTable(title, ['', 'ratio', 'ms', 'MB', 'MB with children'], rows);
}
