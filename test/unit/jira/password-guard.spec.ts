/** A password is tried by one request, and never again once it was refused. */
import { assert } from 'chai';
import sinon from 'sinon';
import { PasswordGuard, refusesPassword } from '../../../src/core/jira/password-guard.ts';
import type { HttpResponse } from '../../../src/infrastructure/http/http.ts';

const taken: HttpResponse = { status: 200, headers: { 'x-ausername': 'alice', 'x-seraph-loginreason': 'OK' }, body: '{}' };
const refused: HttpResponse = { status: 401, headers: { 'x-seraph-loginreason': 'AUTHENTICATED_FAILED' }, body: '' };
const { signal } = new AbortController();

/** A send that answers when the test says so. */
function held(): { send: sinon.SinonSpy<[], Promise<HttpResponse>>; answer: (response: HttpResponse | Error) => void } {
  const waiting: ((response: HttpResponse | Error) => void)[] = [];
  const send = sinon.spy(() => new Promise<HttpResponse>((resolve, reject) => waiting.push((response) => (response instanceof Error ? reject(response) : resolve(response)))));
  return { send, answer: (response) => waiting.splice(0).forEach((settle) => settle(response)) };
}

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('a password', () => {
  it('is tried by one of many requests; the others follow together when it was taken', async () => {
    const guard = new PasswordGuard();
    const { send, answer } = held();
    const all = Array.from({ length: 5 }, () => guard.run(send, signal));
    await turn();
    assert.strictEqual(send.callCount, 1);
    answer(taken);
    await turn();
    assert.strictEqual(send.callCount, 5);
    answer(taken);
    assert.deepEqual(await Promise.all(all), Array(5).fill(taken));
  });

  it('that was refused is sent by nobody else, now or later', async () => {
    const guard = new PasswordGuard();
    const { send, answer } = held();
    const all = Array.from({ length: 5 }, () => guard.run(send, signal));
    await turn();
    answer(refused);
    assert.deepEqual(await Promise.all(all), Array(5).fill(refused));
    assert.strictEqual(await guard.run(send, signal), refused);
    assert.strictEqual(send.callCount, 1);
  });

  it('is tried anew by one request when it was not used for a while', async () => {
    const guard = new PasswordGuard();
    await guard.run(() => Promise.resolve(taken), signal);
    const { send, answer } = held();
    const all = Array.from({ length: 3 }, () => guard.run(send, signal));
    await turn();
    assert.strictEqual(send.callCount, 1);
    answer(refused);
    await Promise.all(all);
    assert.strictEqual(send.callCount, 1);
  });

  it('is tried by the next one where the first had no answer', async () => {
    const guard = new PasswordGuard();
    const { send, answer } = held();
    const first = guard.run(send, signal).catch((error: Error) => error.message);
    const second = guard.run(send, signal);
    await turn();
    answer(new Error('cut'));
    assert.strictEqual(await first, 'cut');
    await turn();
    assert.strictEqual(send.callCount, 2);
    answer(taken);
    assert.strictEqual(await second, taken);
  });

  it('does not keep those waiting who were called off', async () => {
    const guard = new PasswordGuard();
    const { send, answer } = held();
    const abort = new AbortController();
    const first = guard.run(send, signal);
    const second = guard.run(send, abort.signal).catch((error: Error) => error.name);
    abort.abort();
    assert.strictEqual(await second, 'AbortError');
    answer(taken);
    await first;
    assert.strictEqual(send.callCount, 1);
  });

  it('is refused by Jira alone, and not by a gateway or for want of a permission', () => {
    assert.isTrue(refusesPassword(refused));
    assert.isTrue(refusesPassword({ status: 200, headers: { 'x-seraph-loginreason': 'AUTHENTICATION_DENIED' }, body: '' }));
    assert.isTrue(refusesPassword({ status: 403, headers: { 'x-authentication-denied-reason': 'CAPTCHA_CHALLENGE' }, body: '' }));
    assert.isFalse(refusesPassword({ status: 401, headers: { 'content-type': 'text/html' }, body: '<html>gateway</html>' }));
    assert.isFalse(refusesPassword({ status: 401, headers: { 'x-ausername': 'alice', 'x-arequestid': '1' }, body: '' }));
    assert.isFalse(refusesPassword({ status: 403, headers: { 'x-arequestid': '1' }, body: '' }));
  });
});
