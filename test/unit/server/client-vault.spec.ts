/** What becomes of a secret when the editor that keeps it does not answer as it should. */
import { expect } from 'chai';
import sinon from 'sinon';
import type { Connection } from 'vscode-languageserver/node';
import { resolveClientCapabilities } from '../../../src/server/client-capabilities.ts';
import { createClientVault } from '../../../src/server/client-vault.ts';
import { connectedEditor } from '../../../src/server/editor-client.ts';
import type { SecretVault } from '../../../src/infrastructure/storage/storage.ts';

describe("the editor's own storage", () => {
  afterEach(() => sinon.restore());

  it('keeps, gives and deletes secrets', async () => {
    const sendRequest = sinon.stub();
    sendRequest.withArgs('jira/readSecret', { name: 'there' }).resolves({ secret: 's3cret' });
    sendRequest.withArgs('jira/readSecret', { name: 'gone' }).resolves({ secret: null });
    sendRequest.withArgs('jira/storeSecret', { name: 'new', secret: 's3cret' }).resolves(null);
    sendRequest.withArgs('jira/deleteSecret', { name: 'there' }).resolves(null);
    const vault = vaultOf(sendRequest);
    expect(await vault.get('there')).to.equal('s3cret');
    expect(await vault.get('gone')).to.equal(undefined);
    await vault.set('new', 's3cret');
    await vault.delete('there');
    expect(sendRequest.callCount).to.equal(4);
  });

  it('is asked nothing where the editor did not declare it', async () => {
    const sendRequest = sinon.stub().resolves(null);
    expect(await failureOf(vaultOf(sendRequest, {}).get('name'))).to.contain('This editor does not keep secrets');
    expect(await failureOf(vaultOf(sendRequest, { secrets: 1 }).set('name', 's3cret'))).to.contain('credentialStore');
    expect(sendRequest.callCount).to.equal(0);
  });

  it('is waited for a minute, and then said not to have answered', async () => {
    const clock = sinon.useFakeTimers();
    const vault = vaultOf(sinon.stub().returns(new Promise(() => {})));
    for (const call of [() => vault.get('name'), () => vault.set('name', 's3cret'), () => vault.delete('name')]) {
      const failure = failureOf(call());
      await clock.tickAsync(60_000);
      expect(await failure).to.contain('did not give an answer in time');
    }
    expect(clock.countTimers()).to.equal(0);
  });

  it('is not quoted when it fails, since it may quote the secret', async () => {
    const vault = vaultOf(sinon.stub().rejects(new Error('cannot store s3cret')));
    expect(await failureOf(vault.set('name', 's3cret'))).to.contain('answered with an error').and.not.to.contain('s3cret');
  });

  for (const answer of [null, 'text', { secret: 1 }, []]) {
    it(`is not taken for empty when it answers ${JSON.stringify(answer)}`, async () => {
      expect(await failureOf(vaultOf(sinon.stub().resolves(answer)).get('name'))).to.contain('jira/readSecret with something else');
    });
  }

  it('has stored nothing for sure when it answers with something else than null', async () => {
    expect(await failureOf(vaultOf(sinon.stub().resolves({ stored: false })).set('name', 's3cret'))).to.contain('jira/storeSecret with something else');
  });
});

function vaultOf(sendRequest: sinon.SinonStub, jira: object = { secrets: true }): SecretVault {
  const connection = { sendRequest } as unknown as Connection;
  return createClientVault(connectedEditor(connection, resolveClientCapabilities({ experimental: { jira } })));
}

async function failureOf(call: Promise<unknown>): Promise<string> {
  const error = await call.then(
    () => expect.fail('It did not fail.'),
    (thrown: unknown) => thrown as Error,
  );
  expect(error.name).to.equal('StorageFailure');
  return error.message;
}
