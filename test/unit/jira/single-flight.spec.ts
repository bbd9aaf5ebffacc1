/** Equal reads under way are one, until something is changed. */
import { expect } from 'chai';
import { setMaxListeners } from 'node:events';
import { Pace, type Priority } from '../../../src/core/jira/pace.ts';
import { type Flight, SingleFlight } from '../../../src/core/jira/single-flight.ts';
import { systemClock } from '../../../src/infrastructure/clock.ts';

describe('equal reads that are under way', () => {
  const never = new AbortController().signal;
  setMaxListeners(0, never);
  let flights: SingleFlight<{ value: string }>;
  let begun: { flight: Flight; resolve: (answer: { value: string }) => void; reject: (error: Error) => void }[];
  let lifted: [id: string, priority: Priority][];

  beforeEach(() => {
    flights = new SingleFlight((answer) => ({ ...answer }));
    begun = [];
    lifted = [];
  });

  const ask = (name: string, signal = never, priority: Priority = 'person') =>
    flights.run({
      name,
      priority,
      signal,
      start: (flight) => new Promise((resolve, reject) => void begun.push({ flight, resolve, reject })),
      lift: ({ id, priority: higher }) => lifted.push([id, higher]),
    });

  it('are one, and each gets an answer of its own', async () => {
    const [first, second] = [ask('a'), ask('a')];
    expect(begun).to.have.length(1);
    begun[0]!.resolve({ value: 'x' });
    const answers = await Promise.all([first, second]);
    expect(answers).to.deep.equal([{ value: 'x' }, { value: 'x' }]);
    expect(answers[0]).to.not.equal(answers[1]);
    void ask('a');
    expect(begun, 'what is over is read anew').to.have.length(2);
  });

  it('fail together', async () => {
    const asked = [ask('a'), ask('a')];
    begun[0]!.reject(new Error('broken'));
    expect((await Promise.allSettled(asked)).map(({ status }) => status)).to.deep.equal(['rejected', 'rejected']);
  });

  it('end for the one who is no longer interested, and altogether with the last', async () => {
    const [one, other] = [new AbortController(), new AbortController()];
    const first = ask('a', one.signal).catch((error: unknown) => error);
    const second = ask('a', other.signal).catch((error: unknown) => error);
    one.abort('no more');
    expect(await first).to.equal('no more');
    expect(begun[0]!.flight.signal.aborted).to.equal(false);
    other.abort('nor I');
    expect(await second).to.equal('nor I');
    expect(begun[0]!.flight.signal.aborted).to.equal(true);
    void ask('a');
    expect(begun, 'nobody joins what was given up').to.have.length(2);
  });

  it('are not joined by whoever asks after a change', async () => {
    const before = ask('a');
    flights.part();
    const after = ask('a');
    begun[1]!.resolve({ value: 'new' });
    begun[0]!.resolve({ value: 'old' });
    expect([(await before).value, (await after).value]).to.deep.equal(['old', 'new']);
  });

  it('wait no longer than the most urgent of those who ask', async () => {
    void ask('a', never, 'background');
    void ask('a', never, 'background');
    void ask('a', never, 'person');
    void ask('a', never, 'list');
    expect(lifted).to.deep.equal([[begun[0]!.flight.id, 'person']]);
    const pace = new Pace(systemClock);
    const order: string[] = [];
    const send = (name: string) => async () => {
      order.push(name);
      return { status: 200, headers: {}, body: '' };
    };
    const busy = Array.from({ length: 10 }, (_, at) => pace.run(send(`busy ${at}`), 'person', never));
    const waiting = [pace.run(send('list'), 'list', never), pace.run(send('lifted'), 'background', never, 'me')];
    pace.lift('me', 'person');
    await Promise.all([...busy, ...waiting]);
    pace.lift('me', 'person');
    expect(order.slice(-2)).to.deep.equal(['lifted', 'list']);
  });
});
