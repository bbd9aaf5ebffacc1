/** Issues that were seen: found at once, by key and by words. */
import { expect } from 'chai';
import { exampleIssue } from '../../../protocol/issue-examples.ts';
import type { Issue } from '../../../protocol/issues.ts';
import { IssueCache } from '../../../src/core/cache/issue-cache.ts';
import type { ProviderStore } from '../../../src/core/providers/provider-store.ts';
import type { ProviderRecord } from '../../../src/core/providers/records.ts';

/** A cache with no disk below it. @param records the providers that there are */
function cacheAt(start: number, records: object[] = []) {
  const clock = { time: start, now() { return this.time; }, after: () => () => undefined };
  const files = { open: () => Promise.resolve(undefined), forget: () => Promise.resolve() };
  let changed = () => undefined;
  const watch = (listener: () => undefined) => {
    changed = listener;
    return () => undefined;
  };
  const store = { list: () => Promise.resolve(records), watch } as unknown as ProviderStore;
  return { clock, change: () => changed(), cache: new IssueCache({ clock, files, store, agent: 'me' }) };
}

const issue = (number: number, summary: string, more: Partial<Issue> = {}): Issue => ({ ...exampleIssue, labels: ['search'], id: String(number), key: `ABC-${number}`, url: `https://jira.example.com/browse/ABC-${number}`, summary, ...more });
const keys = (found: readonly { issue: Issue }[]) => found.map((each) => each.issue.key);

describe('issues that were seen', () => {
  it('are given as they were, in any case of the key, until their provider is forgotten', async () => {
    const { cache } = cacheAt(5000);
    const whole = issue(1, 'Whole', { labels: ['a', 'b'], due: '2026-01-01', parent: 'ABC-9', priority: { name: 'High' } });
    cache.note('one', [whole]);
    expect(cache.seen('one', 'abc-1')).to.deep.equal({ issue: { ...whole, provider: 'one' }, seenAt: 5000 });
    expect(cache.seen('two', 'ABC-1')).to.equal(undefined);
    await cache.forget('one');
    expect(cache.seen('one', 'ABC-1')).to.equal(undefined);
  });

  it('are found by the beginning of the key and by beginnings of words, the ones looked at first', () => {
    const { cache, clock } = cacheAt(1);
    cache.note('one', [
      issue(1, 'Fix the log-in page', { updated: '2026-01-01T00:00:00.000Z' }),
      issue(12, 'Über-fixed: page numbers', { updated: '2026-01-03T00:00:00.000Z' }),
      issue(3, 'Prefix of a page', { updated: '2026-01-04T00:00:00.000Z' }),
    ]);
    expect(keys(cache.search('one', 'abc-1', 10))).to.deep.equal(['ABC-12', 'ABC-1']);
    expect(keys(cache.search(undefined, 'PAG fix', 10))).to.deep.equal(['ABC-12', 'ABC-1']);
    expect(keys(cache.search('one', 'über', 10))).to.deep.equal(['ABC-12']);
    clock.time = 2;
    cache.note('one', [issue(1, 'Fix the log-in page')], 'looked');
    expect(keys(cache.search('one', '', 2))).to.deep.equal(['ABC-1', 'ABC-3']);
    expect(cache.search('two', '', 10)).to.deep.equal([]);
  });

  it('are found by the key that they had before they were moved', () => {
    const { cache } = cacheAt(1);
    cache.note('one', [issue(1, 'Moved')]);
    cache.note('one', [{ ...issue(1, 'Moved'), key: 'WEB-7', url: 'https://jira.example.com/browse/WEB-7' }]);
    expect(cache.seen('one', 'ABC-1')?.issue.key).to.equal('WEB-7');
    expect(keys(cache.search('one', '', 10))).to.deep.equal(['WEB-7']);
  });

  it('are forgotten when another window signs the user out, or in as somebody else', async () => {
    const record = { id: 'one', baseUrl: 'https://jira.example.com', state: 'connected', user: { name: 'mia' } };
    for (const next of [[{ ...record, state: 'needsAuthorization', user: undefined }], [{ ...record, user: { name: 'bob' } }], []]) {
      const records: object[] = [record];
      const { cache, change } = cacheAt(1, records);
      cache.of(record as ProviderRecord).note([issue(1, 'Secret')], 'looked');
      change();
      await cache.ready();
      expect(cache.seen('one', 'ABC-1'), 'nothing has changed for this one').to.not.equal(undefined);
      records.splice(0, 1, ...next);
      change();
      await new Promise(setImmediate);
      expect(cache.seen('one', 'ABC-1')).to.equal(undefined);
      expect(cache.search(undefined, '', 10)).to.deep.equal([]);
    }
  });

  it('are bounded in number: those not seen for longest go', () => {
    const { cache } = cacheAt(1);
    for (let first = 0; first < 21_000; first += 1000) cache.note('one', Array.from({ length: 1000 }, (_, at) => issue(first + at + 1, 'One of many')));
    expect(cache.seen('one', 'ABC-1000')).to.equal(undefined);
    expect(cache.seen('one', 'ABC-1001')).to.not.equal(undefined);
    expect(cache.search('one', '', 100_000)).to.have.length(20_000);
  });
});
