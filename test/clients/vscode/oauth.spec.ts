/** OAuth in a real VS Code: the administrator's page, and the approval in the browser or by a code. */
import { assert } from 'chai';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openJira } from '../../support/jira.ts';
import { openssl } from '../../support/openssl.ts';
import { TemporaryFolder } from '../../support/temporary-folder.ts';
import { elsewhere, logIn, opened } from './support/browser.ts';
import { picture } from './support/picture.ts';
import { openVsCode } from './support/vs-code.ts';

describe('signing in by OAuth in VS Code', function () {
  this.timeout(300_000);

  it('gives the administrator each value of the form, and comes back from the browser; by a code, too, and after a refusal', async () => {
    await using jira = await openJira({ host: elsewhere });
    await using vsCode = await openVsCode();
    const { window } = vsCode;
    await window.command('Jira: Add Server');
    await window.answer('The address of your Jira', jira.baseUrl);
    await window.choose('OAuth: approve in the browser');
    await window.choose('Make a key pair');

    const page = window.webview('Application link for');
    await page.waitFor();
    await picture(window, 'application-link');
    const copy = async (label: string): Promise<string> => {
      await page.getByRole('button', { name: `Copy: ${label}` }).press('Enter');
      await page.getByText(`Copied: ${label}`).waitFor();
      return window.page.evaluate('navigator.clipboard.readText()');
    };
    assert.match(await copy('Application URL'), /^https:\/\/jira-language-server-\w+\.invalid$/);
    const name = await copy('Application Name');
    const consumerKey = await copy('Consumer Key');
    assert.equal(await copy('Consumer Name'), 'Jira Language Server');
    const publicKey = await copy('Public Key');
    jira.createApplicationLink({ consumerKey, publicKey, name });

    const approval = await opened(vsCode, () => page.getByRole('button', { name: 'Continue: approve access' }).press('Enter'));
    await window.quickInput.getByText('Type a code instead').waitFor();
    await picture(window, 'approve');
    await logIn(approval);
    await approval.locator('[name="approve"]').click();
    await approval.getByText('Access approved').waitFor();
    await window.notification(/Signed in to .* as Alice/).waitFor();
    await approval.close();

    await window.command('Jira: Sign Out');
    await window.notification('Signed out of').waitFor();
    const refusal = await opened(vsCode, () => window.command('Jira: Sign In'));
    await refusal.locator('[name="deny"]').click();
    await refusal.getByText('Access refused').waitFor();
    await window.notification('refused access').waitFor();
    await refusal.close();

    const again = await opened(vsCode, () => window.command('Jira: Sign In'));
    await again.close();
    const coded = await opened(vsCode, () => window.choose('Type a code instead'));
    await coded.locator('[name="approve"]').click();
    const code = /verification code is '(\w+)'/.exec(await coded.locator('body').innerText())?.[1];
    await coded.close();
    await window.answer('The code that Jira shows', 'nonsense');
    await window.quickInput.getByText(/does not accept the verification code/).waitFor();
    await window.type(code ?? '');
    await window.notification(/Signed in to .* as Alice/).waitFor();
  });

  it('takes up an application link with a key that was given', async () => {
    using folder = new TemporaryFolder();
    const [key, publicKey] = [join(folder.path, 'key.pem'), join(folder.path, 'public.pem')];
    openssl(['genpkey', '-algorithm', 'RSA', '-aes-256-cbc', '-pass', 'pass:correct horse', '-out', key]);
    openssl(['pkey', '-in', key, '-passin', 'pass:correct horse', '-pubout', '-out', publicKey]);
    await using jira = await openJira({ host: elsewhere });
    jira.createApplicationLink({ consumerKey: 'given', publicKey: readFileSync(publicKey, 'utf8'), name: 'Given' });
    await using vsCode = await openVsCode();
    const { window } = vsCode;
    await window.command('Jira: Add Server');
    await window.answer('The address of your Jira', jira.baseUrl);
    await window.choose('OAuth: approve in the browser');
    await window.choose('Use a key that I was given');
    await window.answer('The consumer key', 'given');
    await window.page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(readFileSync(key, 'utf8'))})`);
    await window.choose('Take it from the clipboard');
    await window.answer('The passphrase of the private key', 'wrong');
    await window.quickInput.getByText('does not open the private key').waitFor();
    const approval = await opened(vsCode, () => window.type('correct horse'));
    await logIn(approval);
    await approval.locator('[name="approve"]').click();
    await window.notification(/Signed in to .* as Alice/).waitFor();
  });
});
