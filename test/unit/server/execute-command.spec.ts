/** When a command is answered: with its result; or before the editor loses patience, while the user still reads. */
import { expect } from 'chai';
import sinon from 'sinon';
import { JiraError } from '../../../src/core/errors.ts';
import type { FeatureContext } from '../../../src/server/features/feature.ts';
import { executeCommand } from '../../../src/server/features/execute-command.ts';

const { signal } = new AbortController();

/** A command that asks which of two servers is meant, and then finds no network. */
function contextOf(question: sinon.SinonStub) {
  const showError = sinon.spy();
  const end = sinon.spy();
  let cancel = (): void => undefined;
  const workDoneProgress = (_token: unknown, _title: string, onCancel: () => void) => {
    cancel = onCancel;
    return { report: () => undefined, end };
  };
  const context = {
    core: {
      store: { list: () => Promise.resolve([]) },
      offeredServers: ['https://one.example.com', 'https://two.example.com'],
      connections: { connect: () => Promise.reject(new JiraError('offline', 'There is no network.')) },
    },
    editor: { question, showError, workDoneProgress },
    workbench: { forms: {}, life: signal, signInOffer: { afterFailure: () => Promise.resolve(false) } },
  };
  return { context: context as unknown as FeatureContext, showError, end, cancel: () => cancel() };
}

const run = (context: FeatureContext) => executeCommand({ command: 'jira.signIn' }, context, signal);

describe('a command that asks the user', () => {
  afterEach(() => sinon.restore());

  it('is answered when it is done, where that is soon', async () => {
    const { context, showError } = contextOf(sinon.stub().resolves('https://one.example.com'));
    const failure = await Promise.resolve(run(context)).catch((error: unknown) => error);
    expect(failure).to.include({ kind: 'offline' });
    expect(showError.args).to.deep.equal([['There is no network.']]);
  });

  it('is answered with null after eight seconds, and goes on; what fails then is shown', async () => {
    const clock = sinon.useFakeTimers();
    let answer: (title: string) => void = () => undefined;
    const { context, showError, end } = contextOf(sinon.stub().returns(new Promise((resolve) => (answer = resolve))));
    const result = run(context);
    await clock.tickAsync(8000);
    expect(await result).to.equal(null);
    expect(end.callCount).to.equal(0);
    answer('https://two.example.com');
    await clock.tickAsync(0);
    expect(showError.callCount).to.equal(1);
    expect(end.callCount).to.equal(1);
    expect(clock.countTimers()).to.equal(0);
  });

  it('is answered with null, and tells nothing, where the user calls it off in the progress', async () => {
    const question = sinon.stub().callsFake((_message: string, _choices: string[], asked: AbortSignal) => new Promise((_resolve, reject) => asked.addEventListener('abort', () => reject(asked.reason as Error))));
    const { context, showError, cancel } = contextOf(question);
    const result = run(context);
    await new Promise(setImmediate);
    cancel();
    expect(await result).to.equal(null);
    expect(showError.callCount).to.equal(0);
  });
});

describe('a command that asks nobody', () => {
  it('is waited for, however long it takes', async () => {
    const clock = sinon.useFakeTimers();
    let list: (providers: unknown[]) => void = () => undefined;
    const { context } = contextOf(sinon.stub().resolves(undefined));
    Object.assign(context.core, { store: { list: () => new Promise((resolve) => (list = resolve)) } });
    let answered = false;
    const result = Promise.resolve(run(context)).then(() => (answered = true));
    await clock.tickAsync(60_000);
    expect(answered).to.equal(false);
    list([]);
    await result;
    sinon.restore();
  });
});
