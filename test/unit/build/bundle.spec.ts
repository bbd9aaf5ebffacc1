import { expect } from 'chai';
import { execFileSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { basename, join } from 'node:path';
import { agentFile, startAgent } from '../../support/agent.ts';
import { bundledFiles, bundleFolder, inputs } from '../../support/bundle.ts';
import { TemporaryFolder } from '../../support/temporary-folder.ts';

const listLoadedFiles = ['--require', join(import.meta.dirname, 'support', 'loaded-files.cjs')];
const readList = (file: string): string[] => JSON.parse(readFileSync(file, 'utf8')) as string[];

describe('the bundle', () => {
  it('loads below 500 kB for the answer to initialize, and nothing of what later requests need', async () => {
    using folder = new TemporaryFolder();
    const list = join(folder.path, 'loaded.json');
    const agent = await startAgent({ execArgv: listLoadedFiles, env: { LOADED_FILES: list }, capabilities: {} });
    await agent.shutdown();

    const files = readList(list);
    expect(files).to.include(agentFile);
    expect(files.filter((file) => !file.startsWith(bundleFolder))).to.deep.equal([]);
    expect(files.reduce((sum, file) => sum + statSync(file).size, 0)).to.be.below(500_000);

    const loaded = new Set(files.map((file) => basename(file)));
    const packages = bundledFiles.filter(({ name }) => loaded.has(name)).flatMap(packagesOf);
    expect(packages).to.include('vscode-jsonrpc');
    expect(packages).not.to.include.any.members(['undici', 'zod', 'node-forge', 'lowdb', 'oauth-1.0a', 'open', 'proper-lockfile']);
  });

  it('loads no module of Node.js for the answer to initialize that takes megabytes', async () => {
    using folder = new TemporaryFolder();
    const list = join(folder.path, 'loaded.json');
    const agent = await startAgent({ execArgv: listLoadedFiles, env: { LOADED_BUILTINS: list }, capabilities: {} });
    await agent.shutdown();
    expect(readList(list)).to.include('NativeModule net').and.not.include.any.members(['NativeModule crypto', 'NativeModule http', 'NativeModule child_process']);
  });

  for (const option of ['--version', '--help']) {
    it(`answers ${option} by its first file alone`, () => {
      using folder = new TemporaryFolder();
      const list = join(folder.path, 'loaded.json');
      execFileSync(process.execPath, [...listLoadedFiles, agentFile, option], { env: { ...process.env, LOADED_FILES: list } });
      expect(readList(list)).to.deep.equal([agentFile]);
    });
  }

  it('needs nothing beside it but Node.js', () => {
    const built = new Set(bundledFiles.map(({ name }) => `./${name}`));
    const foreign = bundledFiles.flatMap(({ externals }) => externals).filter((name) => !name.startsWith('node:') && !isBuiltin(name) && !built.has(name));
    expect(foreign).to.deep.equal([]);
  });

  it('holds the product and packages alone', () => {
    const files = Object.keys(inputs).filter((path) => !/^(src|protocol|node_modules|lazy-builtin:.*|one-namespace:.*|left-out:.*)\b|^package\.json$/.test(path));
    expect(files).to.deep.equal([]);
  });

  it('leaves out what nobody calls, such as every language of zod but one', () => {
    const locales = bundledFiles.flatMap((file) => file.inputs).filter((path) => path.includes('/zod/v4/locales/'));
    expect(locales.map((path) => basename(path))).to.deep.equal(['en.js']);
  });

  it('tells the licence of each package in it', () => {
    const notices = readFileSync(join(bundleFolder, 'THIRD-PARTY-NOTICES.txt'), 'utf8');
    const packages = new Set(bundledFiles.flatMap(packagesOf));
    expect(packages.size).to.be.above(10);
    for (const name of packages) expect(notices).to.match(new RegExp(`^-+\n${name} \\d.* \\(.+\\)\n\n.+`, 'm'));
  });
});

function packagesOf(file: { inputs: string[] }): string[] {
  return file.inputs.flatMap((path) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? []);
}
