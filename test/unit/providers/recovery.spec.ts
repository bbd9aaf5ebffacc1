/** Asking a server that is out of reach: sooner at first, seldom later, and not at all where nobody wants to know. */
import { assert } from 'chai';
import sinon from 'sinon';
import { Recovery } from '../../../src/core/providers/recovery.ts';
import { systemClock } from '../../../src/infrastructure/clock.ts';

describe('a server that is out of reach', () => {
  let timers: sinon.SinonFakeTimers;
  let ask: sinon.SinonStub<[string, AbortSignal], Promise<unknown>>;
  let recovery: Recovery;

  beforeEach(() => {
    timers = sinon.useFakeTimers();
    ask = sinon.stub<[string, AbortSignal], Promise<unknown>>().rejects(new Error('still away'));
    recovery = new Recovery(systemClock, ask, () => 0.5);
  });

  afterEach(() => sinon.restore());

  it('is asked after 2 s, then 4, 8 …, and every two minutes in the end', async () => {
    recovery.begin();
    recovery.watch('jira');
    recovery.watch('jira');
    const times: number[] = [];
    ask.callsFake(() => {
      times.push(timers.now / 1000);
      return Promise.reject(new Error('still away'));
    });
    await timers.tickAsync(600_000);
    assert.deepEqual(times, [2, 6, 14, 30, 62, 126, 246, 366, 486]);
  });

  it('is asked no more once it answered, or was forgotten', async () => {
    recovery.begin();
    ask.callsFake((id) => Promise.resolve(recovery.forget(id)));
    recovery.watch('jira');
    recovery.watch('other');
    recovery.forget('other');
    await timers.tickAsync(600_000);
    assert.deepEqual(ask.args.map(([id]) => id), ['jira']);
  });

  it('is asked by nobody before the beginning and after the end; a question under way is called off', async () => {
    recovery.watch('jira');
    await timers.tickAsync(600_000);
    assert.strictEqual(ask.callCount, 0);
    recovery.begin();
    ask.returns(new Promise(() => undefined));
    recovery.watch('jira');
    await timers.tickAsync(600_000);
    assert.strictEqual(ask.callCount, 1);
    recovery.stop();
    assert.isTrue(ask.firstCall.args[1].aborted);
    recovery.watch('jira');
    assert.strictEqual(timers.countTimers(), 0);
  });
});
