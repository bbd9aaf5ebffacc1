import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { expect } from 'chai';
import { createSecretStore, type MovableSecretStore, type SecretStoreOptions } from '../../../src/infrastructure/storage/secret-store.ts';
import type { SecretVault } from '../../../src/infrastructure/storage/storage.ts';
import { failureOf } from './support/failure-of.ts';
import { closed, MemoryVault, type Trouble } from './support/memory-vault.ts';
import { TemporaryFolder } from './support/tally.ts';

describe('Secrets in a vault', () => {
  it('are not in the file, and there for every agent that has the vault', async () => {
    using folder = new TemporaryFolder();
    const vault = new MemoryVault();
    await open(folder, inVault(vault)).set('token', 's3cret');
    expect(await open(folder, inVault(vault)).get('token')).to.equal('s3cret');
    expect((await open(folder, inVault(vault)).list()).map(({ name }) => name)).to.deep.equal(['token']);
    expect([...vault.items.values()]).to.deep.equal(['s3cret']);
    expect(contentOf(folder)).not.to.contain('s3cret');
  });

  it('leave nothing behind when they are replaced or deleted', async () => {
    using folder = new TemporaryFolder();
    const vault = new MemoryVault();
    const store = open(folder, inVault(vault));
    await store.set('token', 'old');
    await store.set('token', 'new');
    expect([...vault.items.values()]).to.deep.equal(['new']);
    await store.delete('token');
    expect(vault.items.size).to.equal(0);
    expect(await store.get('token')).to.equal(undefined);
    expect(JSON.parse(contentOf(folder, 'secrets.json'))).to.deep.equal({ version: 1, secrets: [] });
  });

  it('are not said to be missing while the vault cannot be used', async () => {
    using folder = new TemporaryFolder();
    const vault = new MemoryVault();
    await open(folder, inVault(vault)).set('token', 's3cret');
    expect((await failureOf(open(folder, inVault(vault, closed)).get('token'))).message).to.contain('The vault is closed.');
    expect((await failureOf(open(folder, {}).get('token'))).message).to.contain('keyring');
  });

  it('are refused, and leave no trace, when the vault cannot be used and there is no other place', async () => {
    using folder = new TemporaryFolder();
    await failureOf(open(folder, inVault(new MemoryVault(), closed)).set('token', 's3cret'));
    expect(readdirSync(folder.path)).to.be.empty;
  });

  it('go to the file, with one word about it, when the vault cannot be used and that is allowed', async () => {
    using folder = new TemporaryFolder();
    const messages: string[] = [];
    const onUse = (message: string): void => void messages.push(message);
    const store = open(folder, { ...inVault(new MemoryVault(), closed), fallback: { onUse } });
    await store.set('one', '1');
    await store.set('two', '2');
    await store.moveAll();
    expect([await store.get('one'), await store.get('two')]).to.deep.equal(['1', '2']);
    expect(messages).to.have.length(1);
    expect(messages[0]).to.contain('The vault is closed.').and.to.contain(folder.file('secrets.json'));
  });

  it('go to the next vault that can be used, where there is one, and what is in the file stays there', async () => {
    using folder = new TemporaryFolder();
    await open(folder, {}).set('old', '0');
    const [locked, next] = [inVault(new MemoryVault(), closed), new MemoryVault()];
    const messages: string[] = [];
    const onUse = (message: string): void => void messages.push(message);
    const options = { ...locked, vaults: { ...locked.vaults, next: { ...next.open(), name: 'the next vault' } }, fallback: { place: 'next', onUse } };
    const store = open(folder, options);
    expect(await store.places()).to.deep.include({ fallback: 'the next vault' });
    await store.set('one', '1');
    await store.set('two', '2');
    await store.moveAll();
    await store.delete('one');
    expect([await store.get('old'), await store.get('two')]).to.deep.equal(['0', '2']);
    expect([...next.items.values()]).to.deep.equal(['2']);
    expect(messages).to.have.length(1);
    expect(messages[0]).to.contain('The vault is closed.').and.to.contain('the next vault');
  });

  it('are refused when the vault does not keep them as they were', async () => {
    using folder = new TemporaryFolder();
    const vault = new MemoryVault();
    const cut: Trouble = (call) => call === 'get' && vault.items.forEach((secret, item) => vault.items.set(item, secret.slice(0, 3)));
    const store = open(folder, inVault(vault, cut));
    await failureOf(store.set('token', 's3cret'));
    expect(await store.get('token')).to.equal(undefined);
    expect(vault.items.size).to.equal(0);
  });

  it('are deleted from the vault later, when it cannot be used at the moment', async () => {
    using folder = new TemporaryFolder();
    const vault = new MemoryVault();
    await open(folder, inVault(vault)).set('token', 's3cret');
    await open(folder, inVault(vault, closed)).delete('token');
    expect(await open(folder, inVault(vault)).get('token')).to.equal(undefined);
    expect(vault.items.size).to.equal(1);
    await anHourLater(folder, inVault(vault));
    expect(vault.items.size).to.equal(0);
  });
});

describe('Moving secrets', () => {
  it('brings all of them to the new place, leaves nothing at the old one, and keeps their age', async () => {
    using folder = new TemporaryFolder();
    const vault = new MemoryVault();
    const inFile = open(folder, { vaults: { keyring: vault.open() } });
    await inFile.set('one', 's3cret 1');
    await inFile.set('two', 's3cret 2');
    const entries = await inFile.list();

    await open(folder, inVault(vault)).moveAll();
    expect(contentOf(folder)).not.to.contain('s3cret');
    expect([...vault.items.values()].sort()).to.deep.equal(['s3cret 1', 's3cret 2']);
    expect(await inFile.list()).to.have.deep.members(entries);

    await inFile.moveAll();
    expect(vault.items.size).to.equal(0);
    expect([await inFile.get('one'), await inFile.get('two')]).to.deep.equal(['s3cret 1', 's3cret 2']);
    expect(await inFile.list()).to.have.deep.members(entries);
  });

  it('brings them from one vault to another', async () => {
    using folder = new TemporaryFolder();
    const [keyring, editor] = [new MemoryVault(), new MemoryVault()];
    const vaults = { keyring: keyring.open(), client: editor.open() };
    await open(folder, { vaults, place: 'keyring' }).set('token', 's3cret');
    const store = open(folder, { vaults, place: 'client' });
    await store.moveAll();
    expect([keyring.items.size, [...editor.items.values()]]).to.deep.equal([0, ['s3cret']]);
    expect(await store.get('token')).to.equal('s3cret');
  });

  it('brings the others when one cannot be had', async () => {
    using folder = new TemporaryFolder();
    const [keyring, editor] = [new MemoryVault(), new MemoryVault()];
    await open(folder, { vaults: { client: editor.open() }, place: 'client' }).set('one', '1');
    await open(folder, {}).set('two', '2');
    await failureOf(open(folder, { vaults: { keyring: keyring.open(), client: editor.open(closed) }, place: 'keyring' }).moveAll());
    expect([[...editor.items.values()], [...keyring.items.values()]]).to.deep.equal([['1'], ['2']]);
  });

  it('leaves them where they are when the new place cannot be used', async () => {
    using folder = new TemporaryFolder();
    await open(folder, {}).set('token', 's3cret');
    await failureOf(open(folder, inVault(new MemoryVault(), closed)).moveAll());
    expect(await open(folder, {}).get('token')).to.equal('s3cret');
  });

  it('loses nothing, and leaves nothing behind, wherever the agent dies', async () => {
    for (const direction of ['to the vault', 'from the vault']) {
      let finished = false;
      for (let deadly = 1; !finished; deadly++) {
        using folder = new TemporaryFolder();
        const vault = new MemoryVault();
        const target = (trouble?: Trouble): Partial<SecretStoreOptions> =>
          direction === 'to the vault' ? inVault(vault, trouble) : { vaults: { keyring: vault.open(trouble) } };
        const source = direction === 'to the vault' ? {} : inVault(vault);
        for (const name of ['one', 'two']) await open(folder, source).set(name, `s3cret ${name}`);

        finished = await open(folder, target(dyingAt(deadly))).moveAll().then(() => true, onlyDeath);

        for (const name of ['one', 'two']) {
          expect(await open(folder, target()).get(name), `${direction}, ${deadly}`).to.equal(`s3cret ${name}`);
        }
        await anHourLater(folder, target());
        expect(vault.items.size, `${direction}, ${deadly}`).to.equal(direction === 'to the vault' ? 2 : 0);
        expect(contentOf(folder).includes('s3cret')).to.equal(direction !== 'to the vault');
      }
    }
  });

  it('loses nothing when agents move them to and fro at the same time', async () => {
    using folder = new TemporaryFolder();
    const vault = new MemoryVault();
    const names = ['one', 'two', 'three'];
    for (const name of names) await open(folder, inVault(vault)).set(name, `s3cret ${name}`);
    const movers = [inVault(vault), { vaults: { keyring: vault.open() } }, inVault(vault), { vaults: { keyring: vault.open() } }];
    await Promise.all(
      movers.map(async (options) => {
        for (let round = 0; round < 10; round++) {
          const store = open(folder, options);
          await store.moveAll();
          for (const name of names) expect(await store.get(name)).to.equal(`s3cret ${name}`);
        }
      }),
    );
    await open(folder, inVault(vault)).moveAll();
    expect([...vault.items.values()].sort()).to.deep.equal(names.map((name) => `s3cret ${name}`).sort());
  });
});

function open(folder: TemporaryFolder, options: Partial<SecretStoreOptions>): MovableSecretStore {
  const onRepair = (message: string): never => {
    throw new Error(message);
  };
  return createSecretStore({ file: folder.file('secrets.json'), onRepair, ...options });
}

function inVault(vault: MemoryVault, trouble?: Trouble): { vaults: Record<string, SecretVault>; place: string } {
  return { vaults: { keyring: vault.open(trouble) }, place: 'keyring' };
}

/** As the next agent finds it: what was left behind long ago is cleared up. */
async function anHourLater(folder: TemporaryFolder, options: Partial<SecretStoreOptions>): Promise<void> {
  const content = contentOf(folder, 'secrets.json');
  writeFileSync(folder.file('secrets.json'), content.replace(/("since": )"[^"]*"/g, '$1"2026-01-01T00:00:00.000Z"'));
  await open(folder, options).moveAll();
}

class Death extends Error {}

/** The trouble of an agent that dies at its n-th call, and does nothing after that. */
function dyingAt(count: number): Trouble {
  let left = count;
  return () => {
    if (--left <= 0) throw new Death();
  };
}

function onlyDeath(error: unknown): false {
  if (error instanceof Death) return false;
  throw error;
}

function contentOf(folder: TemporaryFolder, name?: string): string {
  const names = name === undefined ? readdirSync(folder.path) : [name];
  return names.map((each) => readFileSync(folder.file(each), 'utf8')).join('\n');
}
