/** Times to wait that a server makes up: whatever it says, nobody waits for ever, or not at all. */
import { assert } from 'chai';
import fc from 'fast-check';
import { Pace } from '../../../src/core/jira/pace.ts';
import { secondsToWait } from '../../../src/core/jira/retry.ts';

const header = fc.option(fc.oneof(fc.string(), fc.double().map(String), fc.constantFrom('0', '-5', '1e300', 'Infinity', '-Infinity', 'NaN', 'tomorrow', 'Wed, 21 Oct 2026 07:28:00 GMT')), { nil: undefined });

function headersOf(values: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).filter((entry): entry is [string, string] => entry[1] !== undefined));
}

describe('a time to wait', () => {
  it('is a number of seconds from 0 to a day, and from 1 where Jira limits the rate', () => {
    fc.assert(
      fc.property(fc.constantFrom(429, 503), header, header, (status, retryAfter, interval) => {
        const seconds = secondsToWait({ status, headers: headersOf({ 'retry-after': retryAfter, 'x-ratelimit-interval-seconds': interval }), body: '' });
        assert.isAtLeast(seconds, status === 429 ? 1 : 0);
        assert.isAtMost(seconds, 86_400);
      }),
    );
  });

  it('that is told once, without a level, slows nothing down after it', async () => {
    let pauses = 0;
    const clock = {
      now: () => 0,
      after(_: number, callback: () => void) {
        pauses += 1;
        setImmediate(callback);
        return () => undefined;
      },
    };
    const pace = new Pace(clock);
    const { signal } = new AbortController();
    for (const status of [429, ...Array.from({ length: 50 }, () => 200)]) {
      await pace.run(() => Promise.resolve({ status, headers: { 'retry-after': '0' }, body: '' }), 'person', signal);
    }
    assert.strictEqual(pauses, 1);
  });

  it('for an empty bucket holds the queue up for ten seconds at the most', async () => {
    await fc.assert(
      fc.asyncProperty(header, header, async (remaining, interval) => {
        const delays: number[] = [];
        const clock = {
          now: () => 0,
          after(delay: number, callback: () => void) {
            delays.push(delay);
            setImmediate(callback);
            return () => undefined;
          },
        };
        const pace = new Pace(clock);
        const response = { status: 200, headers: headersOf({ 'x-ratelimit-remaining': remaining, 'x-ratelimit-interval-seconds': interval }), body: '' };
        const { signal } = new AbortController();
        for (let count = 0; count < 2; count += 1) assert.strictEqual(await pace.run(() => Promise.resolve(response), 'person', signal), response);
        for (const delay of delays) assert.isTrue(delay >= 200 && delay <= 10_000, String(delay));
      }),
    );
  });
});
