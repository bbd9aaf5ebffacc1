/** A store that is damaged, too new, read-only or full: the agent says so, or repairs it, and loses nothing in silence. */
import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { assert } from 'chai';
import { MessageType } from 'vscode-languageserver/node';
import type { DisposableJira } from '../support/jira.ts';
import { type Agent, agentFile, type AgentOptions, expectError, startAgent } from '../support/agent.ts';
import { askingUser, connectByToken, openJira } from '../support/jira.ts';
import { TemporaryFolder } from '../support/temporary-folder.ts';
import { canMount, SmallDisk } from '../unit/storage/support/hostile-disk.ts';

const initializationOptions = { credentialStore: 'file' };
const files = ['providers.json', 'secrets.json'];
const isRoot = process.geteuid?.() === 0;
const nobody = 65_534;

const damages: Record<string, (content: Buffer) => Buffer> = {
  'cut short': (content) => content.subarray(0, content.length / 2),
  emptied: () => Buffer.alloc(0),
  'filled with zeros': (content) => Buffer.alloc(content.length),
  'filled with rubbish': (content) => Buffer.from(content.map((byte, index) => byte ^ (index * 31))),
  'replaced by other JSON': () => Buffer.from('{"version":1,"providers":"none","secrets":{"a":1}}'),
};

describe('a broken storage folder', () => {
  let jira: DisposableJira;

  before(async () => {
    jira = await openJira({ issues: 1 });
  });

  after(() => jira[Symbol.asyncDispose]());

  for (const file of files) {
    for (const [what, damage] of Object.entries(damages)) {
      it(`is repaired when ${file} is ${what}; the damaged file is kept, and the user is told once`, async () => {
        using folder = await usedFolder();
        const damaged = damageFile(folder.path, file, damage);
        await using agent = await start({ storage: folder.path });
        assert.strictEqual(await askingUser(agent, jira), 'alice');
        assert.strictEqual(await askingUser(agent, jira), 'alice');
        assert.deepEqual(keptFiles(folder.path, file), [damaged]);
        assert.lengthOf(warnings(agent), 1);
        assert.match(warnings(agent)[0] ?? '', /damaged.*restored from its backup/);
      });
    }
  }

  it('starts anew when providers.json has no whole backup either, with both kept, and a warning', async () => {
    using folder = await usedFolder();
    const damage = damages['cut short']!;
    const damaged = [damageFile(folder.path, 'providers.json', damage), damageFile(folder.path, 'providers.json.bak', damage)];
    await using agent = await start({ storage: folder.path });
    await agent.request('jira/providers', {}).catch(() => undefined);
    assert.deepEqual(await agent.request('jira/providers', {}), { providers: [] });
    assert.deepEqual(keptFiles(folder.path, 'providers.json'), damaged);
    assert.lengthOf(warnings(agent), 1);
    assert.match(warnings(agent)[0] ?? '', /has no whole backup.*set up again/);
    await connectByToken(agent, jira, 'carol');
    assert.strictEqual(await askingUser(agent, jira), 'carol');
  });

  it('asks nobody in nobody’s name when secrets.json has no whole backup either', async () => {
    using folder = await usedFolder();
    for (const file of ['secrets.json', 'secrets.json.bak']) damageFile(folder.path, file, damages['cut short']!);
    await using agent = await start({ storage: folder.path });
    const before = jira.requests.length;
    for (let time = 0; time < 2; time += 1) await expectError(agent.request('jira/issues', {}), 'storage');
    assert.strictEqual(jira.requests.length, before);
    assert.lengthOf(warnings(agent), 1);
    const [provider] = (await agent.request('jira/providers', {})).providers;
    const authentication = { type: 'token', token: jira.createToken('carol') } as const;
    await agent.request('jira/configure', { provider: provider?.id ?? '', baseUrl: jira.baseUrl, authentication });
    assert.strictEqual(await askingUser(agent, jira), 'carol');
    await agent.request('jira/removeProvider', { provider: provider?.id ?? '' });
  });

  for (const file of files) {
    it(`is not touched where ${file} is of a newer version`, async () => {
      using folder = await usedFolder();
      damageFile(folder.path, file, (content) => Buffer.from(content.toString().replace('"version": 1', '"version": 2')));
      const before = contentOf(folder.path);
      await using agent = await start({ storage: folder.path });
      const authentication = { type: 'token', token: jira.createToken('carol') } as const;
      for (const ask of [() => agent.request('jira/issues', {}), () => agent.request('jira/configure', { baseUrl: jira.baseUrl, authentication })]) {
        await expectError(ask(), 'storage', { message: /newer version.*Update this agent/ });
      }
      assert.deepEqual(contentOf(folder.path).filter(([name]) => name?.startsWith(file)), before.filter(([name]) => name?.startsWith(file)));
    });
  }

  if (canBeOrdinaryUser()) {
    it('is used as it is where it may only be read, and a change is refused in words', async () => {
      using folder = await usedFolder();
      using _user = new OrdinaryOwner(folder.path);
      await using agent = await start({ storage: folder.path, ...asOrdinaryUser() });
      await assertReadOnly(agent, /access was denied \(E/);
    });
  }

  if (canMount()) {
    it('is used as it is on a read-only file system, and a change is refused in words', async () => {
      using disk = new SmallDisk('1m');
      await use(disk.path);
      disk.makeReadOnly();
      await using agent = await start({ storage: disk.path });
      await assertReadOnly(agent, /read-only/);
    });

    it('stays as it was on a full disk, and takes changes again when there is room', async () => {
      using disk = new SmallDisk('400k');
      await use(disk.path);
      await using agent = await start({ storage: disk.path });
      spawnSync('dd', ['if=/dev/zero', `of=${disk.file('filler')}`, 'bs=1k']);
      const before = contentOf(disk.path);
      const authentication = { type: 'token', token: jira.createToken('carol') } as const;
      const [provider] = (await agent.request('jira/providers', {})).providers;
      for (const change of [
        () => agent.request('jira/configure', { baseUrl: jira.baseUrl, authentication }),
        () => agent.request('jira/generateKeyPair', { bits: 1024 }),
        () => agent.request('jira/signOut', { provider: provider?.id ?? '' }),
        () => agent.request('jira/removeProvider', { provider: provider?.id ?? '' }),
      ]) {
        await expectError(change(), 'storage', { message: /disk is full/ });
      }
      assert.deepEqual(contentOf(disk.path), before);
      assert.strictEqual(await askingUser(agent, jira), 'alice');
      rmSync(disk.file('filler'));
      await agent.request('jira/configure', { provider: provider?.id ?? '', baseUrl: jira.baseUrl, authentication });
      assert.strictEqual(await askingUser(agent, jira), 'carol');
    });
  }

  async function usedFolder(): Promise<TemporaryFolder> {
    const folder = new TemporaryFolder();
    await use(folder.path);
    return folder;
  }

  /** Makes it the folder of an agent that is connected as alice. */
  async function use(storage: string): Promise<void> {
    await using agent = await start({ storage });
    await connectByToken(agent, jira);
  }

  async function assertReadOnly(agent: Agent, message: RegExp): Promise<void> {
    assert.strictEqual(await askingUser(agent, jira), 'alice');
    const authentication = { type: 'token', token: jira.createToken('carol') } as const;
    const [provider] = (await agent.request('jira/providers', {})).providers;
    await expectError(agent.request('jira/configure', { baseUrl: jira.baseUrl, authentication }), 'storage', { message });
    await expectError(agent.request('jira/signOut', { provider: provider?.id ?? '' }), 'storage', { message });
    assert.strictEqual(await askingUser(agent, jira), 'alice');
    assert.deepEqual((await agent.request('jira/providers', {})).providers, [provider]);
  }
});

function start(options: AgentOptions): Promise<Agent> {
  return startAgent({ initializationOptions, ...options });
}

function warnings(agent: Agent): string[] {
  return agent.editor.logMessages.filter(({ type }) => type <= MessageType.Warning).map(({ message }) => message);
}

/** @returns the damaged content */
function damageFile(folder: string, file: string, damage: (content: Buffer) => Buffer): string {
  const path = join(folder, file);
  const damaged = damage(readFileSync(path));
  writeFileSync(path, damaged);
  return damaged.toString('latin1');
}

function keptFiles(folder: string, file: string): string[] {
  const kept = readdirSync(folder).filter((name) => name.startsWith(`${file}.damaged-`)).sort();
  return kept.map((name) => readFileSync(join(folder, name), 'latin1'));
}

function contentOf(folder: string): string[][] {
  const entries = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile() && entry.name.includes('.json'));
  return entries.map(({ name }) => [name, readFileSync(join(folder, name), 'latin1')]).sort();
}

/** A folder that its owner may only read. Rights mean nothing to root, so it becomes that of somebody else. */
class OrdinaryOwner implements Disposable {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
    const paths = [folder, ...readdirSync(folder).map((name) => join(folder, name))];
    if (isRoot) for (const path of paths) chownSync(path, nobody, nobody);
    chmodSync(folder, 0o500);
  }

  [Symbol.dispose](): void {
    chmodSync(this.#folder, 0o700);
  }
}

/** Whether an agent that is not root's can be started: others may have no rights to where it was built. */
function canBeOrdinaryUser(): boolean {
  const { node, execArgv } = asOrdinaryUser();
  return node === undefined || spawnSync(node, [...(execArgv ?? []), agentFile, '--version']).status === 0;
}

/** How to start an agent that is not root's. */
function asOrdinaryUser(): Pick<AgentOptions, 'node' | 'execArgv'> {
  if (!isRoot) return {};
  return { node: 'setpriv', execArgv: [`--reuid=${nobody}`, '--clear-groups', process.env['JIRA_TEST_NODE'] ?? process.execPath] };
}
