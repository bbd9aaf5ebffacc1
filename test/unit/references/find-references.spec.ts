/** Which parts of a line refer to issues. */
import { assert } from 'chai';
import fc from 'fast-check';
import { findKeysInBranch, findReferences } from '../../../src/core/references/find-references.ts';
import { type Server, Servers } from '../../../src/core/references/servers.ts';

const one: Server = { provider: 'p-1', name: 'One', baseUrl: 'https://jira.example.com/jira', projects: new Set(['ABC', 'A1_B', 'LOG4J', 'X']) };
const two: Server = { provider: 'p-2', name: 'Two', baseUrl: 'https://two.example.com', projects: new Set(['ABC', 'TWO']) };
const servers = new Servers([one, two]);

const found = (line: string): string[] => findReferences(line, servers).map(({ key, servers: having }) => `${key}@${having.map(({ provider }) => provider).join('+')}`);
const keys = (line: string): string[] => findReferences(line, servers).map(({ key }) => key);

describe('a key in a text', () => {
  it('is one where there is such a project, and nothing else is', () => {
    assert.deepEqual(found('TWO-7 needs A1_B-12, but UTF-8, SHA-256, 2026-08, ISO-8859 and abc-1 do not'), ['TWO-7@p-2', 'A1_B-12@p-1']);
  });

  it('belongs to every server that has its project', () => {
    assert.deepEqual(found('ABC-1'), ['ABC-1@p-1+p-2']);
  });

  it('has a number that no zero begins', () => {
    assert.deepEqual(keys('ABC-0 ABC-01 ABC--1 ABC- ABC-x ABC-10'), ['ABC-10']);
  });

  for (const line of ['ABC-1', '(ABC-1)', '“ABC-1”', 'ABC-1: fix', 'ABC-1.', 'ABC-1, ABC', 'ABC-1-fix', 'feature-ABC-1', 'feature/ABC-1-fix', '[ABC-1]', '#ABC-1', '🚀ABC-1🚀', 'siehe—ABC-1', '*ABC-1*', 'a.ABC-1', 'ABC-1.txt', "'ABC-1'", 'ABC-1/2']) {
    it(`stands for itself in ${line}`, () => assert.deepEqual(keys(line), ['ABC-1']));
  }

  for (const line of ['XABC-1', 'xABC-1', 'äABC-1', 'ABC-1x', 'ABC-1ü', 'ABC-1_2', '_ABC-1', '1ABC-1', '𝒜ABC-1', 'ABC-1𝒜', 'XYZ-ABC-1', 'ABC-1-2', 'ABC-1.5', 'ABC-1é', 'ABC_-1', 'ABC-1234567890123456789']) {
    it(`is a part of something else in ${line}`, () => assert.deepEqual(keys(line), []));
  }

  it('has the places of its characters in UTF-16', () => {
    const [reference] = findReferences('🚀 ABC-1', servers);
    assert.deepInclude(reference, { start: 3, end: 8 });
  });
});

describe('the address of an issue', () => {
  const pages: readonly (readonly [string, string])[] = [
    ['https://jira.example.com/jira/browse/ABC-1', 'ABC-1'],
    ['https://jira.example.com/jira/browse/NEW-5', 'NEW-5'],
    ['http://JIRA.example.com/jira/browse/abc-1', 'ABC-1'],
    ['https://jira.example.com/jira/browse/ABC-1?focusedCommentId=10#comment-10', 'ABC-1'],
    ['https://jira.example.com/jira/projects/ABC/issues/ABC-1?filter=allissues', 'ABC-1'],
    ['https://jira.example.com/jira/secure/RapidBoard.jspa?rapidView=1&selectedIssue=ABC-1&x=y', 'ABC-1'],
  ];
  for (const [address, key] of pages) {
    it(`is the reference as a whole: ${address}`, () => {
      const line = `see <${address}>.`;
      const all = findReferences(line, servers);
      assert.deepEqual(all.map((reference) => [reference.key, reference.servers, reference.url]), [[key, [one], address]]);
      assert.strictEqual(line.slice(all[0]!.start, all[0]!.end), address);
    });
  }

  it('is none of ours on another Jira, or below another context path', () => {
    assert.deepEqual(keys('https://other.example.com/browse/ABC-1 https://jira.example.com/browse/ABC-1 https://jira.example.com/jira2/browse/ABC-1'), []);
  });

  it('is told from one that holds a key by the way', () => {
    assert.deepEqual(found('https://git.example.com/merge/ABC-1-fix and [ABC-2](https://two.example.com/browse/ABC-2)'), ['ABC-1@p-1+p-2', 'ABC-2@p-1+p-2', 'ABC-2@p-2']);
  });
});

describe('a key in the name of a branch', () => {
  const branches: readonly (readonly [string, readonly string[]])[] = [
    ['feature/abc-1-fix', ['ABC-1']],
    ['ABC-12_Fix', ['ABC-12']],
    ['feature_two-3_x', ['TWO-3']],
    ['mia/a1_b-4-2fa', ['A1_B-4']],
    ['fix-7-abc-8', ['ABC-8']],
    ['abc-1/two-2', ['ABC-1', 'TWO-2']],
    ['utf-8', []],
    ['abc-0', []],
    ['xabc-1', []],
    ['main', []],
  ];
  for (const [branch, expected] of branches) {
    it(`is found in any case in ${branch}`, () => assert.deepEqual(findKeysInBranch(branch, servers).map(({ key }) => key), expected));
  }
});

describe('any text', () => {
  const piece = fc.constantFrom('ABC-1', 'TWO-22', 'UTF-8', 'https://jira.example.com/jira/browse/ABC-3', 'https://', '-', ' ', 'x', '🚀', '1', '.', '/', 'é', '_', '?selectedIssue=');

  it('has references in order that do not overlap, each of a known project or at a known address', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const line = pieces.join('');
        let end = 0;
        for (const reference of findReferences(line, servers)) {
          assert.isAtLeast(reference.start, end);
          end = reference.end;
          assert.isNotEmpty(reference.servers);
          assert.strictEqual(line.slice(reference.start, end), reference.url ?? reference.key);
        }
      }),
    );
  });

  it('takes no time that grows faster than it does', () => {
    for (const line of ['A'.repeat(500_000) + '-1', 'ABC-1'.repeat(100_000), 'https://jira.example.com/jira/browse/ABC-1 '.repeat(20_000), `https://x/${'-1'.repeat(200_000)}`, `https://${'.'.repeat(500_000)}-1`]) {
      findReferences(line, servers);
    }
  }).timeout(20_000);
});
