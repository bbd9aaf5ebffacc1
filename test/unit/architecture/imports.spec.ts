/** Which folder may import which; the rules are in `.dependency-cruiser.cjs`. */
import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect } from 'chai';
import { cruise, type ICruiseOptions, type ICruiseResult } from 'dependency-cruiser';
import extractTypeScriptConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import { codeFolders, root } from './source-files.ts';

const { forbidden, options } = createRequire(import.meta.url)(join(root, '.dependency-cruiser.cjs')) as {
  forbidden: { name: string }[];
  options: ICruiseOptions;
};

describe('imports', () => {
  it('go the way that the architecture says', async () => {
    const { summary } = await examine(root, codeFolders);
    expect(violationsOf(summary)).to.deep.equal([]);
    expect(summary.totalCruised).to.be.greaterThan(100);
  });

  it('reach every file of the agent, so that none is forgotten', async () => {
    const { modules } = await examine(root, codeFolders);
    const imported = new Set(modules.flatMap(({ dependencies }) => dependencies.map(({ resolved }) => resolved)));
    const forgotten = modules.map(({ source }) => source).filter((file) => /^src\/.*(?<!\.d)\.ts$/.test(file) && !imported.has(file));
    expect(forgotten).to.deep.equal(['src/main.ts']);
  });

  it('that break a rule are found, whichever rule it is', async () => {
    const folder = await realpath(await mkdtemp(join(tmpdir(), 'jira-imports-')));
    try {
      await write(folder, packages);
      await write(folder, offenders);
      const { summary } = await examine(folder, codeFolders.filter((each) => Object.keys(offenders).some((file) => file.startsWith(`${each}/`))));
      const broken = new Set(summary.violations.map(({ rule }) => rule.name));
      expect([...broken]).to.have.members(forbidden.map(({ name }) => name));
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});

/** The packages that the offenders import. */
const packages = {
  'package.json': '{ "type": "module" }',
  'tsconfig.json': '{ "compilerOptions": { "module": "ESNext", "moduleResolution": "bundler", "allowImportingTsExtensions": true, "noEmit": true } }',
  ...Object.fromEntries(
    ['undici', 'vscode-jsonrpc', 'oauth-1.0a', 'chai', 'vscode-languageclient'].flatMap((name) => [
      [`node_modules/${name}/package.json`, `{ "name": "${name}", "main": "index.js" }`],
      [`node_modules/${name}/index.js`, 'export default 1;'],
    ]),
  ),
};

/** Each breaks one rule at least. */
const offenders: Record<string, string> = {
  'protocol/methods.ts': "import { area } from './area.ts'; export const methods = area;",
  'protocol/area.ts': "import chai from 'chai'; export const area = chai;",
  'src/infrastructure/file.ts': "import { area } from '../../protocol/area.ts'; export const file = area;",
  'src/core/one.ts': "import { file } from '../infrastructure/file.ts'; import { two } from './two.ts'; export const one = [file, two];",
  'src/core/two.ts': "import { one } from './one.ts'; import { readFile } from 'node:fs/promises'; export const two = [one, readFile];",
  'src/core/three.ts': "import type { Four } from './four.ts'; export interface Three { four: Four }",
  'src/core/four.ts': "import type { Three } from './three.ts'; export interface Four { three: Three }",
  'src/core/five.ts': "import undici from 'undici'; import jsonrpc from 'vscode-jsonrpc'; export const five = [undici, jsonrpc];",
  'src/core/six.ts': "import { start } from '../server/start.ts'; export const six = start;",
  'src/server/start.ts': "import { helper } from '../../test/helper.ts'; export const start = helper;",
  'src/server/agent.ts': "import { command } from '../cli/command.ts'; export const agent = command;",
  'src/cli/command.ts': "import { start } from '../server/start.ts'; export const command = start;",
  'test/helper.ts': "import { gone } from './gone.ts'; export const helper = gone;",
  'test/jira/server.ts': "import oauth from 'oauth-1.0a'; export const server = oauth;",
  'clients/vscode/src/agent.ts': "import { methods } from '../../../protocol/area.ts'; import undici from 'undici'; import client from 'vscode-languageclient'; export const agent = [methods, undici, client];",
  'clients/terminal/main.ts': "import { start } from '../../src/server/start.ts'; import vscode from 'vscode'; export const main = [start, vscode];",
};

async function examine(folder: string, folders: readonly string[]): Promise<ICruiseResult> {
  const tsConfig = extractTypeScriptConfig(join(folder, 'tsconfig.json'));
  const { output } = await cruise([...folders], { ...options, baseDir: folder, ruleSet: { forbidden }, validate: true } as ICruiseOptions, undefined, { tsConfig });
  return output as ICruiseResult;
}

function violationsOf({ violations }: ICruiseResult['summary']): string[] {
  return violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`);
}

async function write(folder: string, files: Record<string, string>): Promise<void> {
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
}
