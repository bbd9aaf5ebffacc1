import { expect } from 'chai';
import { chmodSync, chownSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CodeCache, startFiles } from '../support/code-cache.ts';

describe('the code cache', () => {
  let cache: CodeCache;
  beforeEach(() => (cache = new CodeCache()));
  afterEach(() => cache[Symbol.dispose]());

  it('is written once for each file that is loaded, and belongs to its user alone', async () => {
    await cache.fill();
    expect(readdirSync(cache.folder)).to.have.members(startFiles());
    for (const name of startFiles()) expect(statSync(cache.path(name)).mode & 0o777).to.equal(0o600);

    // What V8 refuses would be written again, together with what is new.
    const start = cache.inodes();
    {
      await using agent = await cache.start();
      expect(await agent.request('jira/providers', {})).to.deep.equal({ providers: [] });
      await cache.until(cache.folder, (names) => names.some((name) => /^dispatch-\w+\.js$/.test(name)));
    }
    const core = cache.inodes();
    expect(core).to.include(start);
    {
      await using agent = await cache.start();
      await agent.request('jira/generateKeyPair', { bits: 1024 });
      await cache.until(cache.folder, (names) => names.some((name) => /^make-key-pair-\w+\.js$/.test(name)));
    }
    expect(cache.inodes()).to.include(core);
  });

  it('is what runs', async () => {
    await cache.fill();
    cache.poison();
    const error = await cache.start().then(() => undefined, (reason: unknown) => reason);
    expect(String(error)).to.match(/start is not a function/);
  });

  const paths = (): string[] => startFiles().map((name) => cache.path(name));
  const distrusted: [string, () => void, Record<string, string>?][] = [
    ['where others may write its files', () => paths().forEach((path) => chmodSync(path, 0o620))],
    ['where others may read its files', () => paths().forEach((path) => chmodSync(path, 0o604))],
    ['where others may write the folder', () => chmodSync(cache.folder, 0o770)],
    ['where it is switched off, as Node.js has it', () => {}, { NODE_DISABLE_COMPILE_CACHE: '1' }],
  ];
  if (process.getuid?.() === 0) { // Only root can give something away.
    distrusted.push(['where its files are another user’s', () => paths().forEach((path) => chownSync(path, 65_534, 65_534))]);
    distrusted.push(['where the folder is another user’s', () => chownSync(cache.folder, 65_534, 65_534)]);
  }
  for (const [when, change, env] of distrusted) {
    it(`is not believed ${when}`, async () => {
      await cache.fill();
      cache.poison();
      change();
      await using agent = await cache.start(env);
      expect(agent.stderr).to.equal('');
    });
  }

  it('is made again where a file of it is damaged', async () => {
    await cache.fill();
    for (const name of startFiles()) writeFileSync(cache.path(name), 'damaged');
    await using _agent = await cache.start();
    const repaired = (name: string): boolean => existsSync(cache.path(name)) && readFileSync(cache.path(name), 'latin1') !== 'damaged';
    await cache.until(cache.folder, () => startFiles().every(repaired));
  });

  it('is done without where it cannot be written', async () => {
    mkdirSync(join(cache.versions, '..'), { recursive: true });
    writeFileSync(cache.versions, 'a file in its place');
    await using agent = await cache.start();
    expect(agent.stderr).to.equal('');
  });

  it('of a version that nobody started for a month goes, when a new one is written', async () => {
    for (const [name, days] of [['old', 31], ['young', 1]] as const) {
      mkdirSync(join(cache.versions, name), { recursive: true });
      const time = Date.now() / 1000 - days * 24 * 60 * 60;
      utimesSync(join(cache.versions, name), time, time);
    }
    await using _agent = await cache.start();
    await cache.until(cache.versions, (names) => !names.includes('old'));
    expect(readdirSync(cache.versions)).to.include('young');
    expect(statSync(cache.folder).mode & 0o777).to.equal(0o700);
  });

  it('comes out whole where several agents write it at once', async () => {
    mkdirSync(cache.folder, { recursive: true, mode: 0o700 });
    const agents = await Promise.all([1, 2, 3, 4].map(() => cache.start()));
    await cache.hold(...startFiles());
    await Promise.all(agents.map((agent) => agent.shutdown()));

    const written = cache.inodes();
    await using agent = await cache.start();
    await agent.request('jira/providers', {});
    await cache.until(cache.folder, (names) => names.some((name) => /^dispatch-\w+\.js$/.test(name)));
    expect(cache.inodes()).to.include(written);
  });
});
