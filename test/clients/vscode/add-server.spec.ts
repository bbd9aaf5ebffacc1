/** The first minute: a server is added in a real VS Code, and the user signs in. */
import { assert } from 'chai';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openJira } from '../../support/jira.ts';
import { openssl } from '../../support/openssl.ts';
import { TemporaryFolder } from '../../support/temporary-folder.ts';
import { picture } from './support/picture.ts';
import { openVsCode } from './support/vs-code.ts';

describe('adding a server in VS Code', function () {
  this.timeout(240_000);

  it('probes, recommends a way in, and signs in with a token; then out, in again, and forgets the server', async () => {
    await using jira = await openJira();
    await using vsCode = await openVsCode();
    const { window } = vsCode;
    await window.command('Jira: Add Server');
    await window.answer('The address of your Jira', 'http://127.0.0.1:9');
    await window.quickInput.getByText('the connection was refused').waitFor();
    await window.type(`${jira.baseUrl}/browse/ABC-1`);
    await window.quickInput.getByText('recommended').waitFor();
    await picture(window, 'ways-in');
    await window.quickInput.getByRole('button', { name: 'Back' }).click();
    await window.quickInput.locator('.quick-input-message', { hasText: 'The address of your Jira' }).waitFor();
    assert.equal(await window.quickInput.locator('input:visible').inputValue(), `${jira.baseUrl}/browse/ABC-1`);
    await window.page.keyboard.press('Enter');
    await window.choose('Personal access token');
    await window.answer('personal access token', 'wrong');
    await window.quickInput.getByText(/does not know this personal access token/).waitFor();
    await window.type(jira.createToken('alice'));
    await window.notification(/Signed in to .* as Alice/).waitFor();

    await window.command('Jira: Sign Out');
    await window.notification('Signed out of').waitFor();
    await window.command('Jira: Add Server');
    await window.answer('The address of your Jira', jira.baseUrl);
    await window.choose(/Sign in to .* again/);
    await window.answer('personal access token', jira.createToken('bob'));
    await window.notification(/Signed in to .* as Bob/).waitFor();

    await window.command('Jira: Remove Server');
    await window.press('Remove');
    await window.command('Jira: Servers');
    await window.choice('Add Server').waitFor();
    assert.equal(await window.quickInput.locator('.monaco-list-row').count(), 1);
  });

  it('takes the certificate authority of a company', async () => {
    using folder = new TemporaryFolder();
    const [certificate, key] = [join(folder.path, 'company.pem'), join(folder.path, 'key.pem')];
    openssl([...'req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost -addext subjectAltName=IP:127.0.0.1'.split(' '), '-keyout', key, '-out', certificate]);
    const cert = readFileSync(certificate, 'utf8');
    await using jira = await openJira({ tls: { cert, key: readFileSync(key, 'utf8') } });
    await using vsCode = await openVsCode({ files: { 'company.pem': cert } });
    const { window } = vsCode;
    await window.command('Jira: Add Server');
    await window.answer('The address of your Jira', jira.baseUrl);
    await window.quickInput.getByText('The globe above takes certificates').waitFor();
    await window.quickInput.getByRole('button', { name: 'Proxy and certificates' }).click();
    await window.choose('Trust a certificate authority');
    await window.quickInput.filter({ hasText: 'The certificate authority' }).waitFor();
    await window.choose('company.pem');
    // The address is tried again by itself.
    await window.choose('Personal access token');
    await window.answer('personal access token', jira.createToken('alice'));
    await window.notification(/Signed in to .* as Alice/).waitFor();
  });
});
