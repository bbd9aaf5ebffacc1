/** Every promise of SECURITY.md names a test, and every test that it names is there. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { assert } from 'chai';

const root = join(import.meta.dirname, '..', '..');
const text = readFileSync(join(root, 'SECURITY.md'), 'utf8');
const references = [...text.matchAll(/^ {2}`(test\/\S+)` › (.+)$/gm)].map(([, file = '', title = '']) => ({ file, title }));

describe('SECURITY.md', () => {
  it('names a test for each promise', () => {
    const promises = text.slice(text.indexOf('## Against'), text.indexOf('## What is not promised'));
    const items = promises.split(/^- /m).slice(1);
    assert.isAbove(items.length, 25);
    for (const item of items) assert.match(item, /^ {2}`test\/\S+` › ./m, item);
  });

  it('names tests that are there', () => {
    const files = [...new Set(references.map(({ file }) => file))];
    assert.deepEqual(files.filter((file) => !existsSync(join(root, file))), []);
    const mocha = join(root, 'node_modules', 'mocha', 'bin', 'mocha.js');
    const report = execFileSync(process.execPath, [mocha, '--dry-run', '--reporter', 'json', ...files], { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
    const { tests } = JSON.parse(report.slice(report.indexOf('{\n'))) as { tests: { fullTitle: string; file: string }[] };
    const missing = references.filter(({ file, title }) => !tests.some((test) => test.file === join(root, file) && test.fullTitle.startsWith(title)));
    assert.deepEqual(missing, []);
  });
});
