import { chmodSync, mkdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { expect } from 'chai';
import sinon from 'sinon';
import { dataFolder, ensureFolder } from '../../../src/infrastructure/storage/folder.ts';
import { StorageFailure } from '../../../src/infrastructure/storage/storage.ts';
import { failureOf } from './support/failure-of.ts';
import { OrdinaryUsersFolder } from './support/hostile-disk.ts';
import { TemporaryFolder } from './support/tally.ts';

describe('The path of the storage folder', () => {
  it('is the platform’s unless the user names one', () => {
    for (const nothing of [undefined, '', '  ']) {
      expect(isAbsolute(dataFolder(nothing))).to.equal(true);
      expect(dataFolder(nothing)).to.contain('jira-language-server').and.not.to.contain('nodejs');
    }
  });

  it('is the one that the user names, with the home folder for a tilde', () => {
    expect(dataFolder('/srv/../srv/jira/')).to.equal('/srv/jira');
    expect(dataFolder('~')).to.equal(homedir());
    expect(dataFolder('~/jira')).to.equal(join(homedir(), 'jira'));
    expect(dataFolder('/srv/~jira')).to.equal('/srv/~jira');
  });

  it('is relative to the working directory on the command line alone', () => {
    expect(dataFolder('jira', '/work')).to.equal('/work/jira');
    for (const relative of ['jira', './jira', '~somebody/jira']) {
      expect(() => dataFolder(relative)).to.throw(StorageFailure, relative);
    }
  });
});

describe('The storage folder', () => {
  it('is made for its owner alone', async () => {
    using folder = new TemporaryFolder();
    await ensureFolder(folder.file('a/b'), fail);
    expect(modeOf(folder.file('a/b'))).to.equal('700');
    expect(modeOf(folder.file('a'))).to.equal('700');
  });

  it('keeps the rights that it has, and those to write for its owner alone', async () => {
    using folder = new TemporaryFolder();
    chmodSync(folder.path, 0o755);
    await ensureFolder(folder.path, fail);
    expect(modeOf(folder.path)).to.equal('755');
    chmodSync(folder.path, 0o777);
    const repairs: string[] = [];
    await ensureFolder(folder.path, (message) => repairs.push(message));
    expect(modeOf(folder.path)).to.equal('755');
    expect(repairs.join()).to.contain(folder.path);
  });

  it('may be everybody’s where everybody can only touch his own files', async () => {
    using folder = new TemporaryFolder();
    chmodSync(folder.path, 0o1777);
    await ensureFolder(folder.path, fail);
    expect(modeOf(folder.path)).to.equal('1777');
  });

  it('may be a link to a folder', async () => {
    using folder = new TemporaryFolder();
    mkdirSync(folder.file('real'), { mode: 0o700 });
    symlinkSync(folder.file('real'), folder.file('link'));
    await ensureFolder(folder.file('link'), fail);
  });

  it('may not be another user’s', async () => {
    using folder = new OrdinaryUsersFolder();
    const { uid } = statSync(folder.path);
    const user = sinon.stub(process as { geteuid: () => number }, 'geteuid').returns(uid + 1);
    const failure = await failureOf(ensureFolder(folder.path, fail)).finally(() => user.restore());
    expect(failure.message).to.contain(folder.path).and.to.contain('belongs to another user');
  });

  it('may not be a file', async () => {
    using folder = new TemporaryFolder();
    writeFileSync(folder.file('file'), '');
    for (const path of ['file', 'file/below']) {
      const failure = await failureOf(ensureFolder(folder.file(path), fail));
      expect(failure.message).to.contain(folder.file(path)).and.to.contain('Move it away');
    }
  });
});

function fail(message: string): void {
  throw new Error(message);
}

function modeOf(path: string): string {
  return (statSync(path).mode & 0o7777).toString(8);
}
