import { chmodSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { expect } from 'chai';
import { createSecretStore } from '../../../src/infrastructure/storage/secret-store.ts';
import type { SecretStore } from '../../../src/infrastructure/storage/storage.ts';
import { TemporaryFolder } from './support/tally.ts';

describe('Secrets in a file', () => {
  it('are kept by name, until they are deleted', async () => {
    using folder = new TemporaryFolder();
    const store = open(folder);
    expect(await store.get('token')).to.equal(undefined);
    await store.set('token', 'one\ntwo “three” 🔑');
    await store.set('__proto__', 'of any name');
    expect(await open(folder).get('token')).to.equal('one\ntwo “three” 🔑');
    expect(await open(folder).get('__proto__')).to.equal('of any name');
    await store.delete('token');
    await store.delete('token');
    expect(await open(folder).get('token')).to.equal(undefined);
    expect(await open(folder).get('__proto__')).to.equal('of any name');
  });

  it('replace one of the same name', async () => {
    using folder = new TemporaryFolder();
    const store = open(folder);
    await store.set('token', 'old');
    await store.set('token', 'new');
    expect(await store.get('token')).to.equal('new');
    expect(await store.list()).to.have.length(1);
    expect(contentOf(folder)).not.to.contain('old');
  });

  it('are listed with the time when they were stored, and without the secret', async () => {
    using folder = new TemporaryFolder();
    const store = open(folder);
    const before = new Date().toISOString();
    await store.set('one', 's3cret');
    await store.set('two', 's3cret');
    const entries = await store.list();
    expect(entries.map(({ name }) => name)).to.deep.equal(['one', 'two']);
    for (const { createdAt } of entries) expect(createdAt >= before && createdAt <= new Date().toISOString()).to.equal(true);
    expect(JSON.stringify(entries)).not.to.contain('s3cret');
  });

  it('are gone from every file of the folder once they are deleted', async () => {
    using folder = new TemporaryFolder();
    const store = open(folder);
    await store.set('token', 's3cret');
    await store.delete('token');
    expect(contentOf(folder)).not.to.contain('s3cret');
  });

  it('are for their owner alone, even where the file was for others too', async () => {
    using folder = new TemporaryFolder();
    const repairs: string[] = [];
    const store = open(folder, repairs);
    await store.set('token', 's3cret');
    for (const name of readdirSync(folder.path)) expect(statSync(folder.file(name)).mode & 0o777, name).to.equal(0o600);
    expect(repairs).to.be.empty;
    chmodSync(folder.file(fileName), 0o644);
    expect(await open(folder, repairs).get('token')).to.equal('s3cret');
    expect(statSync(folder.file(fileName)).mode & 0o777).to.equal(0o600);
    expect(repairs).to.have.length(1);
  });

  it('survive a damaged file', async () => {
    using folder = new TemporaryFolder();
    const repairs: string[] = [];
    await open(folder).set('token', 's3cret');
    writeFileSync(folder.file(fileName), readFileSync(folder.file(fileName)).subarray(0, 30));
    expect(await open(folder, repairs).get('token')).to.equal('s3cret');
    expect(repairs.join()).to.contain(folder.file(fileName)).and.not.to.contain('s3cret');
  });
});

const fileName = 'secrets.json';

function open(folder: TemporaryFolder, repairs: string[] = []): SecretStore {
  return createSecretStore({ file: folder.file(fileName), onRepair: (message) => repairs.push(message) });
}

function contentOf(folder: TemporaryFolder): string {
  return readdirSync(folder.path)
    .map((name) => readFileSync(folder.file(name), 'utf8'))
    .join('\n');
}
