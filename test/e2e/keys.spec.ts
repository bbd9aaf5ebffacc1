/** Generating keys by the agent: what comes out, what stays in, and who waits meanwhile. */
import { X509Certificate, createHash, createPrivateKey, createPublicKey } from 'node:crypto';
import { assert } from 'chai';
import { expectError, startAgent } from '../support/agent.ts';
import { openJira } from '../support/jira.ts';

describe('jira/generateKeyPair', () => {
  it('gives what the administrator needs, and keeps the private key', async () => {
    await using agent = await startAgent();
    const { privateKey, applicationLink, ...keyPair } = await agent.request('jira/generateKeyPair', {});
    assert.isUndefined(privateKey);
    assert.strictEqual(keyPair.bits, 2048);
    assert.deepEqual(keyPair.warnings, []);
    const spki = createPublicKey(keyPair.publicKey).export({ type: 'spki', format: 'der' });
    assert.strictEqual(keyPair.fingerprint, `SHA256:${createHash('sha256').update(spki).digest('base64').replace(/=+$/, '')}`);
    const certificate = new X509Certificate(keyPair.certificate);
    assert.isTrue(certificate.verify(createPublicKey(keyPair.publicKey)));
    assert.closeTo((Date.parse(keyPair.notAfter) - Date.parse(keyPair.createdAt)) / 86_400_000, 365, 1);
    assert.strictEqual(applicationLink.publicKey, keyPair.publicKey);
    assert.notMatch(applicationLink.consumerKey, /\s/);
    assert.notInclude(agent.everythingWritten, 'PRIVATE KEY');
  });

  it('exports the private key only where that is asked for', async () => {
    await using agent = await startAgent();
    const { privateKey, publicKey } = await agent.request('jira/generateKeyPair', { bits: 3072, exportPrivateKey: true });
    assert.match(privateKey ?? '', /^-----BEGIN PRIVATE KEY-----\n/);
    const derived = createPublicKey(createPrivateKey(privateKey ?? '')).export({ type: 'spki', format: 'pem' });
    assert.strictEqual(derived, publicKey);
  });

  for (const [profile, says, not] of [
    ['8.20', /Create new link/, /Atlassian product/],
    ['9.12', /Atlassian product/, /Create new link/],
  ] as const) {
    it(`tells the steps of Jira ${profile}`, async () => {
      await using jira = await openJira({ profile, issues: 1 });
      await using agent = await startAgent();
      const { applicationLink } = await agent.request('jira/generateKeyPair', { bits: 1024, baseUrl: `${jira.baseUrl}/browse/ABC-1` });
      assert.strictEqual(applicationLink.url, `${jira.baseUrl}/plugins/servlet/applinks/listApplicationLinks`);
      assert.match(applicationLink.steps.join('\n'), says);
      assert.notMatch(applicationLink.steps.join('\n'), not);
    });
  }

  it('makes the keys also where the server cannot be reached, and tells the steps of every version', async () => {
    await using agent = await startAgent();
    const { applicationLink, warnings } = await agent.request('jira/generateKeyPair', { bits: 1024, baseUrl: 'http://127.0.0.1:9' });
    assert.lengthOf(warnings, 2);
    assert.match(applicationLink.steps.join('\n'), /Generic Application[^]*Atlassian product|Atlassian product[^]*Generic Application/);
    await expectError(agent.request('jira/generateKeyPair', { baseUrl: 'ftp://x' }), 'invalidParams', { path: 'baseUrl' });
  });

  it('lets others have their answers while a key of 4096 bits is made', async () => {
    await using agent = await startAgent();
    await agent.request('jira/providers', {});
    let made = false;
    const making = agent.request('jira/generateKeyPair', { bits: 4096 }).then(() => (made = true));
    let answers = 0;
    while (!made) {
      await agent.request('jira/providers', {});
      if (!made) answers += 1;
    }
    await making;
    assert.isAbove(answers, 20);
  });
});
