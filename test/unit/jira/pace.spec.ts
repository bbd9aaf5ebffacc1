/** The pace: as many requests as Jira's token bucket has, and no more. */
import { assert } from 'chai';
import { setMaxListeners } from 'node:events';
import sinon from 'sinon';
import { Pace } from '../../../src/core/jira/pace.ts';
import { systemClock } from '../../../src/infrastructure/clock.ts';
import type { HttpResponse } from '../../../src/infrastructure/http/http.ts';

/** A token bucket as Jira has it, behind a network that takes its time. */
class Bucket {
  refusals = 0;
  underWay = 0;
  mostUnderWay = 0;
  readonly #capacity: number;
  readonly #fill: number;
  readonly #interval: number;
  #tokens: number;
  #filled = 0;

  constructor(capacity: number, fill: number, interval: number) {
    [this.#capacity, this.#fill, this.#interval, this.#tokens] = [capacity, fill, interval, capacity];
  }

  readonly send = async (): Promise<HttpResponse> => {
    this.underWay += 1;
    this.mostUnderWay = Math.max(this.mostUnderWay, this.underWay);
    await pass(30);
    const intervals = Math.floor((Date.now() - this.#filled) / (this.#interval * 1000));
    this.#filled += intervals * this.#interval * 1000;
    this.#tokens = Math.min(this.#capacity, this.#tokens + intervals * this.#fill);
    const status = this.#tokens > 0 ? 200 : 429;
    if (status === 200) this.#tokens -= 1;
    else this.refusals += 1;
    const headers = {
      'x-ratelimit-remaining': String(this.#tokens),
      'x-ratelimit-interval-seconds': String(this.#interval),
      'x-ratelimit-fillrate': String(this.#fill),
      'retry-after': '0',
    };
    await pass(30);
    this.underWay -= 1;
    return { status, headers, body: '' };
  };
}

const pass = (milliseconds: number): Promise<void> => new Promise((resolve) => void setTimeout(resolve, milliseconds));

describe('the pace of requests', () => {
  let timers: sinon.SinonFakeTimers;
  const { signal } = new AbortController();
  setMaxListeners(0, signal);

  beforeEach(() => (timers = sinon.useFakeTimers()));
  afterEach(() => sinon.restore());

  /** Sends one request, which tells the level, and then many at once. */
  async function sendMany(pace: Pace, bucket: Bucket, count: number): Promise<void> {
    const first = pace.run(bucket.send, 'list', signal);
    await timers.tickAsync(60);
    await first;
    const all = Promise.all(Array.from({ length: count }, () => pace.run(bucket.send, 'list', signal)));
    await timers.runAllAsync();
    await all;
  }

  for (const [capacity, fill, interval] of [[5, 5, 1], [5, 1, 1], [50, 10, 2], [1, 1, 1], [3, 3, 10]] as const) {
    it(`never finds a bucket of ${capacity} empty that gets ${fill} back in ${interval} s`, async () => {
      const bucket = new Bucket(capacity, fill, interval);
      await sendMany(new Pace(systemClock), bucket, 40);
      assert.strictEqual(bucket.refusals, 0);
    });
  }

  for (const [priority, atOnce] of [['person', 10], ['list', 8], ['background', 8]] as const) {
    it(`is ${atOnce} at once where Jira does not count: ${priority}`, async () => {
      const bucket = new Bucket(1000, 1000, 1);
      const pace = new Pace(systemClock);
      const plain = async (): Promise<HttpResponse> => ({ ...(await bucket.send()), headers: {} });
      const all = Promise.all(Array.from({ length: 30 }, () => pace.run(plain, priority, signal)));
      await timers.runAllAsync();
      await all;
      assert.strictEqual(bucket.mostUnderWay, atOnce);
      assert.isFalse(pace.isCounted);
    });
  }

  it('is free again once answers tell no level any more', async () => {
    const bucket = new Bucket(1, 1, 1);
    const pace = new Pace(systemClock);
    const first = pace.run(bucket.send, 'list', signal);
    await timers.runAllAsync();
    await first;
    const start = timers.now;
    const uncounted = async (): Promise<HttpResponse> => {
      await pass(60);
      return { status: 200, headers: {}, body: '' };
    };
    const all = Promise.all(Array.from({ length: 40 }, () => pace.run(uncounted, 'list', signal)));
    await timers.runAllAsync();
    await all;
    assert.isFalse(pace.isCounted);
    assert.isBelow(timers.now - start, 5000, 'milliseconds, of which forty requests one a second would take 40,000');
  });

  it('stands still after a 429 that tells no level', async () => {
    const pace = new Pace(systemClock);
    const times: number[] = [];
    const send = (status: number) => async (): Promise<HttpResponse> => {
      times.push(timers.now);
      return { status, headers: { 'retry-after': '3' }, body: '' };
    };
    const all = (async () => {
      await pace.run(send(429), 'list', signal);
      await pace.run(send(200), 'list', signal);
    })();
    await timers.runAllAsync();
    await all;
    assert.deepEqual(times, [0, 3000]);
  });

  it('lets whom a person waits for go first', async () => {
    const pace = new Pace(systemClock);
    const order: string[] = [];
    const send = (name: string) => async (): Promise<HttpResponse> => {
      order.push(name);
      await pass(10);
      return { status: 200, headers: {}, body: '' };
    };
    const all = Promise.all([
      ...Array.from({ length: 10 }, () => pace.run(send('busy'), 'person', signal)),
      pace.run(send('background'), 'background', signal),
      pace.run(send('list'), 'list', signal),
      pace.run(send('person'), 'person', signal),
    ]);
    await timers.runAllAsync();
    await all;
    assert.deepEqual(order.slice(10), ['person', 'list', 'background']);
  });
});
