/** Trying again: how often, how long, and what never. */
import { assert } from 'chai';
import sinon from 'sinon';
import { retryRead } from '../../../src/core/jira/retry.ts';
import { systemClock } from '../../../src/infrastructure/clock.ts';
import { HttpFailure, type HttpResponse } from '../../../src/infrastructure/http/http.ts';

const answer = (status: number, headers: Record<string, string> = {}): HttpResponse => ({ status, headers, body: '' });
const failure = (code: string): HttpFailure => new HttpFailure('offline', code, 'It failed.', true);

describe('a read', () => {
  let timers: sinon.SinonFakeTimers;
  let signal: AbortSignal;

  beforeEach(() => {
    timers = sinon.useFakeTimers();
    ({ signal } = new AbortController());
  });

  afterEach(() => sinon.restore());

  /** Lets all the time pass that it wants. @returns what came of it, and after how many milliseconds */
  async function outcome(read: Promise<HttpResponse>): Promise<{ status: number | string; elapsed: number }> {
    let status: number | string | undefined;
    void read.then((response) => (status = response.status), (error: Error & { code?: string }) => (status = error.code ?? error.name));
    while (status === undefined) await timers.nextAsync().then(() => timers.tickAsync(0));
    return { status, elapsed: timers.now };
  }

  for (const status of [429, 502, 503, 504]) {
    it(`is sent again after ${status}, and the last answer counts`, async () => {
      const send = sinon.stub<[], Promise<HttpResponse>>().resolves(answer(status));
      assert.strictEqual((await outcome(retryRead(send, systemClock, signal))).status, status);
      assert.strictEqual(send.callCount, 5);
    });
  }

  for (const code of ['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET', 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH', 'HPE_INVALID_EOF_STATE', 'ETIMEDOUT']) {
    it(`is sent again after ${code}`, async () => {
      const send = sinon.stub<[], Promise<HttpResponse>>().resolves(answer(200));
      send.onFirstCall().rejects(failure(code));
      assert.strictEqual((await outcome(retryRead(send, systemClock, signal))).status, 200);
      assert.strictEqual(send.callCount, 2);
    });
  }

  for (const status of [200, 302, 400, 401, 403, 404, 500]) {
    it(`is not sent again after ${status}`, async () => {
      const send = sinon.stub<[], Promise<HttpResponse>>().resolves(answer(status));
      assert.strictEqual((await retryRead(send, systemClock, signal)).status, status);
      assert.strictEqual(send.callCount, 1);
    });
  }

  for (const code of ['ECONNREFUSED', 'ENOTFOUND', 'CERT_HAS_EXPIRED', 'DEPTH_ZERO_SELF_SIGNED_CERT', 'HTTP_407']) {
    it(`is not sent again after ${code}, which stays so`, async () => {
      const send = sinon.stub<[], Promise<HttpResponse>>().rejects(failure(code));
      await retryRead(send, systemClock, signal).then(() => assert.fail(), (error: HttpFailure) => assert.strictEqual(error.code, code));
      assert.strictEqual(send.callCount, 1);
    });
  }

  it('waits for what Jira says, but for a second after a 429 with `retry-after: 0`', async () => {
    for (const [status, headers, least] of [[429, { 'retry-after': '0' }, 1000], [503, { 'retry-after': '7' }, 7000], [429, { 'retry-after': '0', 'x-ratelimit-interval-seconds': '5' }, 5000]] as const) {
      const send = sinon.stub<[], Promise<HttpResponse>>().resolves(answer(200));
      send.onFirstCall().resolves(answer(status, headers));
      const begun = timers.now;
      assert.isAtLeast((await outcome(retryRead(send, systemClock, signal))).elapsed - begun, least);
    }
  });

  it('is given up at once where Jira says to wait for longer than anybody would', async () => {
    const send = sinon.stub<[], Promise<HttpResponse>>().resolves(answer(503, { 'retry-after': '600' }));
    assert.strictEqual((await retryRead(send, systemClock, signal)).status, 503);
    assert.strictEqual(send.callCount, 1);
  });

  it('begins nothing anew after half a minute', async () => {
    const send = sinon.stub<[], Promise<HttpResponse>>().callsFake(async () => {
      await timers.tickAsync(20_000);
      throw failure('ETIMEDOUT');
    });
    assert.strictEqual((await outcome(retryRead(send, systemClock, signal))).status, 'ETIMEDOUT');
    assert.isAtMost(send.callCount, 2);
  });

  it('ends when it is called off, also while it waits', async () => {
    const abort = new AbortController();
    const send = sinon.stub<[], Promise<HttpResponse>>().resolves(answer(503, { 'retry-after': '20' }));
    const read = retryRead(send, systemClock, abort.signal).then(() => assert.fail(), (error: Error) => error.name);
    await timers.tickAsync(1000);
    abort.abort();
    assert.strictEqual(await read, 'AbortError');
    assert.strictEqual(send.callCount, 1);
  });
});
