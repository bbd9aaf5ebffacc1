/** Warning of tokens that end soon: a week ahead, once, and of nothing else. */
import { assert } from 'chai';
import sinon from 'sinon';
import type { ProviderStore } from '../../../src/core/providers/provider-store.ts';
import type { ProviderRecord } from '../../../src/core/providers/records.ts';
import { TokenEnds } from '../../../src/core/providers/token-ends.ts';
import { systemClock } from '../../../src/infrastructure/clock.ts';

const now = Date.UTC(2026, 0, 1);
const inDays = (days: number): string => new Date(now + days * 86_400_000).toISOString();

const record = (changes: Partial<ProviderRecord> = {}): ProviderRecord => ({
  id: 'jira',
  name: 'Jira',
  baseUrl: 'https://jira.example.com',
  server: { version: '9.12.2', versionNumbers: [9, 12, 2], deploymentType: 'Server', title: 'Jira' },
  authentication: { type: 'token', expiresAt: inDays(3) },
  state: 'connected',
  origin: 'user',
  secret: 'secret-1',
  ...changes,
});

describe('the end of a token', () => {
  let timers: sinon.SinonFakeTimers;
  let warn: sinon.SinonStub<[string], void>;
  const debug = sinon.spy();

  beforeEach(() => {
    timers = sinon.useFakeTimers({ now });
    warn = sinon.stub<[string], void>();
  });

  afterEach(() => sinon.restore());

  /** @param isNews whether the store had not noted it yet */
  function start(records: ProviderRecord[], isNews = true): TokenEnds {
    const note = (seen: ProviderRecord, { endTold }: { endTold?: string | undefined }): Promise<boolean> => {
      Object.assign(seen, { endTold });
      return Promise.resolve(isNews);
    };
    const store = { list: () => Promise.resolve(records), note } as unknown as ProviderStore;
    const log = { error: debug, warn: debug, info: debug, debug };
    const ends = new TokenEnds({ store, clock: systemClock, log, warn });
    ends.start();
    return ends;
  }

  it('is told once, with its day and the page of tokens', async () => {
    const ends = start([record()]);
    await timers.tickAsync(10 * 86_400_000);
    assert.strictEqual(warn.callCount, 1);
    assert.include(warn.firstCall.args[0], 'ends on 2026-01-04');
    assert.include(warn.firstCall.args[0], 'https://jira.example.com/secure/ViewProfile.jspa');
    ends.stop();
    assert.strictEqual(timers.countTimers(), 0);
  });

  it('is told in a window that has been open for weeks', async () => {
    start([record({ authentication: { type: 'token', expiresAt: inDays(20) } })]);
    await timers.tickAsync(12 * 86_400_000);
    assert.strictEqual(warn.callCount, 0);
    await timers.tickAsync(2 * 86_400_000);
    assert.strictEqual(warn.callCount, 1);
  });

  it('is told by one of several windows', async () => {
    start([record()], false);
    await timers.tickAsync(0);
    assert.strictEqual(warn.callCount, 0);
  });

  for (const [what, changes] of [
    ['is over', { authentication: { type: 'token', expiresAt: inDays(-1) } }],
    ['is far away', { authentication: { type: 'token', expiresAt: inDays(8) } }],
    ['is not known', { authentication: { type: 'token' } }],
    ['was told', { endTold: inDays(3) }],
    ['does not matter any more', { state: 'credentialsRejected' }],
    ['is one of OAuth, whose access is renewed by itself', { authentication: { type: 'oauth1', expiresAt: inDays(3) } }],
  ] as const satisfies [string, Partial<ProviderRecord>][]) {
    it(`is not told where it ${what}`, async () => {
      start([record(changes)]);
      await timers.tickAsync(3_600_000);
      assert.strictEqual(warn.callCount, 0);
    });
  }
});
