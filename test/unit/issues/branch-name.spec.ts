/** Names of branches: whatever an issue is called, git takes the name. */
import { execFileSync, spawnSync } from 'node:child_process';
import { assert } from 'chai';
import fc from 'fast-check';
import type { Issue } from '../../../protocol/issues.ts';
import { branchName } from '../../../src/core/issues/branch-name.ts';

const issue = (changes: Partial<Issue> = {}): Issue => ({
  provider: 'p', key: 'ABC-12', id: '1', url: 'https://jira.example.com/browse/ABC-12', summary: 'Search finds related issues',
  type: { name: 'Sub-task', subtask: true }, status: { name: 'To Do', category: 'new' }, priority: { name: 'Very High' }, parent: 'ABC-7',
  project: { key: 'ABC', name: 'Alphabet' }, labels: [], created: '2026-01-01T00:00:00.000Z', updated: '2026-01-01T00:00:00.000Z', ...changes,
});

const gitTakes = (name: string) => spawnSync('git', ['check-ref-format', '--branch', name]).status === 0;

describe('the name of a branch', () => {
  it('has what the template names', () => {
    const template = '{user}/{type}/{project}/{number}/{key}/{parent}/{priority}/{summary}';
    assert.strictEqual(branchName(template, issue(), 'jürgen.müller'), 'juergen-mueller/sub-task/ABC/12/ABC-12/ABC-7/very-high/search-finds-related-issues');
  });

  for (const [summary, expected] of [
    ['Crash: “Größe” ist < 0!', 'ABC-12-crash-groesse-ist-0'],
    ['Ошибка в поиске', 'ABC-12-oshibka-v-poiske'],
    ['検索', 'ABC-12'],
    ['😀', 'ABC-12'],
    ['', 'ABC-12'],
    ['a/b\\c..d~e^f:g?h*i[j@{k', 'ABC-12-a-b-c-d-ef-g-h-i-j-k'],
    ['Index.lock', 'ABC-12-index-lock'],
    [`${'word '.repeat(40)}`, `ABC-12-${Array.from({ length: 12 }, () => 'word').join('-')}`],
    ['x'.repeat(300), `ABC-12-${'x'.repeat(60)}`],
  ] as const) {
    it(`for “${summary.slice(0, 40)}” is ${expected.slice(0, 60)}`, () => {
      assert.strictEqual(branchName('{key}-{summary}', issue({ summary }), 'mia'), expected);
    });
  }

  it('leaves out parts of the template that are empty', () => {
    const { parent: _parent, priority: _priority, ...without } = issue();
    assert.strictEqual(branchName('{parent}/{priority}//{key}/', without, 'mia'), 'ABC-12');
    assert.strictEqual(branchName('.feature/-{key}.lock.LOCK.', issue(), 'mia'), 'feature/ABC-12');
  });

  it('is refused where the template names what there is not, or leaves nothing', () => {
    for (const template of ['{nope}', '{constructor}', '{ key }', '..', '/', '@', 'HEAD', '~^:']) {
      assert.throws(() => branchName(template, issue(), 'mia'), /branch/, template);
    }
  });

  it('is one that git takes, for any template and any issue', function () {
    execFileSync('git', ['--version']);
    const text = fc.string({ unit: fc.constantFrom(...'aZ9-_./\\ ~^:?*[]@{}é漢😀\u0000\u007f\u202e\ud800', 'HEAD', '.lock', '..', '@{', '//', '{key}', '{summary}') });
    const names = fc.sample(fc.record({ template: text, summary: fc.oneof(text, fc.string()), type: text }), { numRuns: 400, seed: 42 }).flatMap(({ template, summary, type }) => {
      try {
        return [branchName(template, issue({ summary, type: { name: type, subtask: false } }), 'mia')];
      } catch (error) {
        assert.match((error as Error).message, /branch/);
        return [];
      }
    });
    assert.isAbove(names.length, 100);
    assert.deepEqual([...new Set(names)].filter((name) => !gitTakes(name)), []);
  }).timeout(60_000);
});
