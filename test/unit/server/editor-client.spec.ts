/** What the agent makes of an editor that answers, refuses, keeps silent, or takes text for more than it is. */
import { expect } from 'chai';
import sinon from 'sinon';
import { type CancellationToken, type Connection, ErrorCodes, ResponseError } from 'vscode-languageserver/node';
import { resolveClientCapabilities } from '../../../src/server/client-capabilities.ts';
import { connectedEditor } from '../../../src/server/editor-client.ts';

const whole = { window: { showDocument: { support: true }, workDoneProgress: true }, workspace: { applyEdit: true, textDocumentContent: {} } };
const never = () => new Promise<never>(() => undefined);

function editorOf(sendRequest: sinon.SinonStub, capabilities: object = whole) {
  const sendNotification = sinon.stub().resolves();
  const sendProgress = sinon.stub().resolves();
  const onNotification = sinon.stub();
  const connection = { sendRequest, sendNotification, sendProgress, onNotification } as unknown as Connection;
  return { editor: connectedEditor(connection, resolveClientCapabilities(capabilities)), sendNotification, sendProgress, onNotification };
}

const messages = (sendNotification: sinon.SinonStub) => sendNotification.getCalls().map(({ args }) => (args[1] as { message: string }).message);

describe('a question to the user', () => {
  afterEach(() => sinon.restore());
  const { signal } = new AbortController();

  it('is answered with the title that was chosen, and with nothing where it was none of them', async () => {
    const sendRequest = sinon.stub().resolves({ title: 'Yes' });
    expect(await editorOf(sendRequest).editor.question('Sure?', ['Yes', 'No'], signal)).to.equal('Yes');
    for (const answer of [null, undefined, { title: 'Maybe' }, 'Yes', []]) {
      expect(await editorOf(sinon.stub().resolves(answer)).editor.question('Sure?', ['Yes'], signal), JSON.stringify(answer)).to.equal(undefined);
    }
  });

  it('is dismissed where the editor takes it back, or nobody answers for ten minutes', async () => {
    const refused = sinon.stub().rejects(new ResponseError(-32800, 'The balloon was closed.'));
    expect(await editorOf(refused).editor.question('Sure?', ['Yes'], signal)).to.equal(undefined);
    const clock = sinon.useFakeTimers();
    const sendRequest = sinon.stub().callsFake(never);
    const answer = editorOf(sendRequest).editor.question('Sure?', ['Yes'], signal);
    await clock.tickAsync(599_000);
    const token = sendRequest.firstCall.args[2] as CancellationToken;
    expect(token.isCancellationRequested).to.equal(false);
    await clock.tickAsync(1000);
    expect(await answer).to.equal(undefined);
    expect(token.isCancellationRequested, 'it is withdrawn').to.equal(true);
    expect(clock.countTimers()).to.equal(0);
  });

  it('is withdrawn when what it is for is called off', async () => {
    const sendRequest = sinon.stub().callsFake(never);
    const abort = new AbortController();
    const answer = editorOf(sendRequest).editor.question('Sure?', ['Yes'], abort.signal);
    abort.abort();
    expect(await answer.catch((error: Error) => error.name)).to.equal('AbortError');
    expect((sendRequest.firstCall.args[2] as CancellationToken).isCancellationRequested).to.equal(true);
  });

  it('fails where the editor has no such request', async () => {
    const sendRequest = sinon.stub().rejects(new ResponseError(ErrorCodes.MethodNotFound, 'No.'));
    const failure = await editorOf(sendRequest).editor.question('Sure?', ['Yes'], signal).catch((error: unknown) => error);
    expect(failure).to.include({ name: 'EditorFailure', reason: 'unknown' });
  });
});

describe('a document for the user', () => {
  afterEach(() => sinon.restore());

  it('is shown by the editor, with a selection, which LSP4IJ fails without', async () => {
    const sendRequest = sinon.stub().resolves({ success: true });
    const { editor, sendNotification } = editorOf(sendRequest);
    await editor.showDocument('file:///a/b.md', '/a/b.md');
    expect(sendRequest.firstCall.args[1]).to.deep.include({ uri: 'file:///a/b.md', external: false });
    expect(sendRequest.firstCall.args[1]).to.have.property('selection');
    expect(sendNotification.callCount).to.equal(0);
  });

  it('is named in words where the editor cannot, does not or never answers', async () => {
    const clock = sinon.useFakeTimers();
    const cases: [sinon.SinonStub, object][] = [
      [sinon.stub().resolves({ success: false }), whole],
      [sinon.stub().resolves(null), whole],
      [sinon.stub().rejects(new ResponseError(ErrorCodes.MethodNotFound, 'No.')), whole],
      [sinon.stub().callsFake(never), whole],
      [sinon.stub().throws('nobody asks'), {}],
    ];
    for (const [sendRequest, capabilities] of cases) {
      const { editor, sendNotification } = editorOf(sendRequest, capabilities);
      const shown = editor.showDocument('file:///a/b.md', '/a/b.md');
      await clock.tickAsync(5000);
      await shown;
      expect(messages(sendNotification)).to.deep.equal(['Open /a/b.md']);
    }
  });
});

describe('a change of a document', () => {
  it('is done where the editor says so, and nowhere else', async () => {
    const edit = { changes: {} };
    expect(await editorOf(sinon.stub().resolves({ applied: true })).editor.applyEdit('Write', edit)).to.equal(true);
    expect(await editorOf(sinon.stub().resolves({ applied: false })).editor.applyEdit('Write', edit)).to.equal(false);
    expect(await editorOf(sinon.stub().resolves(null)).editor.applyEdit('Write', edit)).to.equal(false);
    expect(await editorOf(sinon.stub().rejects(new Error('no'))).editor.applyEdit('Write', edit)).to.equal(false);
    const asked = sinon.stub();
    expect(await editorOf(asked, {}).editor.applyEdit('Write', edit)).to.equal(false);
    expect(asked.callCount).to.equal(0);
  });
});

describe('a message for the user', () => {
  it('is no link, no tag and no command in an editor that renders it', () => {
    const { editor, sendNotification } = editorOf(sinon.stub());
    editor.showInfo('[run](command:workbench.action.quit) <a href="command:x">y</a> <!-- z --> \u202eevil \x1b[2J https://jira.example.com/browse/ABC-1 a < b');
    expect(messages(sendNotification)).to.deep.equal(['[run] (command:workbench.action.quit) ‹a href="command:x">y‹/a> ‹!-- z --> evil [2J https://jira.example.com/browse/ABC-1 a < b']);
  });
});

describe('progress of the agent’s own', () => {
  afterEach(() => sinon.restore());

  it('is made when the work lasts, and can be cancelled', async () => {
    const clock = sinon.useFakeTimers();
    const { editor, sendProgress, onNotification } = editorOf(sinon.stub().resolves(null));
    const cancelled = sinon.spy();
    const progress = editor.workDoneProgress(undefined, 'Working', cancelled);
    progress.report('half');
    await clock.tickAsync(499);
    expect(sendProgress.callCount).to.equal(0);
    await clock.tickAsync(1);
    const token = sendProgress.firstCall.args[1] as string;
    expect(sendProgress.getCalls().map(({ args }) => args[2] as object)).to.deep.equal([{ kind: 'begin', title: 'Working', cancellable: true }, { kind: 'report', message: 'half' }]);
    const cancel = onNotification.firstCall.args[1] as (params: { token: string }) => void;
    cancel({ token: 'another' });
    expect(cancelled.callCount).to.equal(0);
    cancel({ token });
    expect(cancelled.callCount).to.equal(1);
    progress.end();
    cancel({ token });
    expect(cancelled.callCount).to.equal(1);
    expect(sendProgress.lastCall.args[2]).to.deep.equal({ kind: 'end' });
  });

  it('is not made for what is done at once, nor where the editor does not take it or refuses', async () => {
    const clock = sinon.useFakeTimers();
    const refusing = sinon.stub().rejects(new Error('no'));
    for (const [sendRequest, capabilities, time] of [[sinon.stub().resolves(null), whole, 100], [sinon.stub(), {}, 1000], [refusing, whole, 1000]] as const) {
      const { editor, sendProgress } = editorOf(sendRequest, capabilities);
      const progress = editor.workDoneProgress(undefined, 'Working', () => undefined);
      await clock.tickAsync(time);
      progress.report('on');
      progress.end();
      await clock.tickAsync(1000);
      expect(sendProgress.callCount).to.equal(0);
    }
    expect(refusing.callCount).to.equal(1);
    expect(clock.countTimers()).to.equal(0);
  });
});
