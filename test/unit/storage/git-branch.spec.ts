/** The branch that is checked out, by git's own files. */
import { assert } from 'chai';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { currentBranch } from '../../../src/infrastructure/git-branch.ts';
import { TemporaryFolder } from '../../support/temporary-folder.ts';

describe('the current branch', () => {
  const cases: readonly (readonly [name: string, files: Record<string, string>, from: string, expected: string | undefined])[] = [
    ['is found above a folder', { '.git/HEAD': 'ref: refs/heads/a/b\n', '.git/refs/x': '', 'src/deep/x': '' }, 'src/deep', 'a/b'],
    ['is that of git’s own folder', { '.git/HEAD': 'ref: refs/heads/main\n', '.git/refs/x': '' }, '.git', 'main'],
    ['is that of a worktree', { '.git': 'gitdir: ../main/.git/worktrees/x\n' }, '.', undefined],
    ['is the one that is rebased', { '.git/HEAD': `${'0'.repeat(40)}\n`, '.git/rebase-merge/head-name': 'refs/heads/abc-1\n', '.git/refs/x': '' }, '.', 'abc-1'],
    ['is none where none is checked out', { '.git/HEAD': `${'0'.repeat(40)}\n`, '.git/refs/x': '' }, '.', undefined],
    ['is not looked for on another machine', { '.git': 'gitdir: //evil.example.com/share\n' }, '.', undefined],
  ];
  for (const [name, files, from, expected] of cases) {
    it(name, async () => {
      using folder = new TemporaryFolder();
      for (const [file, content] of Object.entries(files)) {
        mkdirSync(dirname(join(folder.path, file)), { recursive: true });
        writeFileSync(join(folder.path, file), content);
      }
      assert.strictEqual(await currentBranch(join(folder.path, from)), expected);
    });
  }

  it('is none where there is no git', async () => {
    using folder = new TemporaryFolder();
    assert.isUndefined(await currentBranch(join(folder.path, 'gone')));
  });
});
