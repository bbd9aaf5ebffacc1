/** Names of files: one segment of a path everywhere, with the extension that they had. */
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { assert } from 'chai';
import fc from 'fast-check';
import { createAttachmentFiles, safeFileName } from '../../../src/infrastructure/storage/attachment-files.ts';

describe('a safe name of a file', () => {
  for (const [name, expected] of [
    ['screenshot.png', 'screenshot.png'],
    ['Größe 1 (neu).pdf', 'Größe 1 (neu).pdf'],
    ['a/b\\c:d*e?.txt', 'a_b_c_d_e_.txt'],
    ['../../x', '___._x'],
    ['..', '__'],
    ['.ssh', '_ssh'],
    ['CON.txt', '_CON.txt'],
    ['con', '_con'],
    ['console.log', 'console.log'],
    ['name. . ', 'name'],
    ['', 'attachment'],
    ['   ', 'attachment'],
    ['exe\u202etxt.gpj', 'exe_txt.gpj'],
  ] as const) {
    it(`of “${name}” is ${expected}`, () => assert.strictEqual(safeFileName(name), expected));
  }

  it('is short and keeps the extension', () => {
    const name = safeFileName(`${'漢'.repeat(400)}.tar.gz`);
    assert.isAtMost(Buffer.byteLength(name), 150);
    assert.isTrue(name.endsWith('漢.gz') || name.endsWith('.gz'));
  });

  it('is one that a folder can hold, whatever it was', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'jira-names-'));
    try {
      await fc.assert(
        fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 300 }), async (text) => {
          const name = safeFileName(text);
          assert.match(name, /^[^\\/:*?"<>|\p{C}]+$/u);
          assert.notMatch(name, /^\.|[. ]$/);
          assert.strictEqual(safeFileName(name), name);
          await writeFile(join(folder, name), '');
        }),
        { numRuns: 200 },
      );
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});

describe('downloaded files', () => {
  it('are found again by their size, and forgotten with their provider', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'jira-files-'));
    const files = createAttachmentFiles(join(folder, 'attachments'), assert.fail);
    const place = { provider: 'p-1', id: '10', name: 'a.txt' };
    try {
      assert.isUndefined(await files.find(place, 1));
      const uri = await files.save(place, Buffer.from('x'));
      assert.deepEqual([await files.find(place, 1), await files.find(place, 2)], [uri, undefined]);
      assert.strictEqual(fileURLToPath(uri), join(folder, 'attachments', 'p-1', '10', 'a.txt'));
      await files.save({ ...place, provider: 'p-2' }, Buffer.from('x'));
      await files.forget('p-1');
      await files.forget('never-there');
      assert.deepEqual(await readdir(join(folder, 'attachments')), ['p-2']);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
