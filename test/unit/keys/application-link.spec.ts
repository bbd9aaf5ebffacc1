import { expect } from 'chai';
import { applicationLink, consumerKeyFor } from '../../../src/core/keys/application-link.ts';
import { ApplicationLink } from '../../../protocol/keys.ts';

const publicKey = '-----BEGIN PUBLIC KEY-----\nMIIBIjANBgkq\n-----END PUBLIC KEY-----\n';
const consumerKey = 'jira-language-server-5d2c8e1f';

describe('An application link', () => {
  const link = (versionNumbers?: number[], baseUrl?: string) => applicationLink({ publicKey, consumerKey, versionNumbers, baseUrl });
  const oldDialog = 'Create new link';
  const newDialog = 'Atlassian product';

  it('has every value of the form', () => {
    const { steps, ...values } = link([9, 12, 4], 'https://jira.example.com/Jira');
    expect(values).to.deep.equal({
      url: 'https://jira.example.com/Jira/plugins/servlet/applinks/listApplicationLinks',
      applicationUrl: `https://${consumerKey}.invalid`,
      applicationName: 'Jira Language Server',
      consumerKey,
      consumerName: 'Jira Language Server',
      publicKey,
    });
    expect(steps[0]).to.contain(values.url);
    expect(() => ApplicationLink.parse({ steps, ...values })).not.to.throw();
  });

  it('has no address while the server is not known', () => {
    const made = link();
    expect(made).not.to.have.property('url');
    expect(made.steps[0]).to.contain('Application links');
  });

  for (const version of [[8, 0, 0], [8, 13, 1], [8, 20, 7], [8, 21], [7, 13]]) {
    it(`is made by the older dialog on Jira ${version.join('.')}`, () => {
      const steps = link(version).steps.join('\n');
      expect(steps).to.contain(oldDialog).and.not.to.contain(newDialog);
      expect(steps).not.to.contain('External application');
    });
  }

  for (const version of [[8, 22, 0], [9, 0], [9, 12, 4], [10, 3, 24], [11, 0, 0]]) {
    it(`is made as an Atlassian product on Jira ${version.join('.')}, and not as an external application`, () => {
      const steps = link(version).steps.join('\n');
      expect(steps).to.contain(newDialog).and.not.to.contain(oldDialog);
      expect(steps).to.contain('“External application” makes links for OAuth 2.0 alone');
    });
  }

  it('tells both dialogs apart while the version is not known', () => {
    for (const { steps } of [link(), link([])]) {
      const older = steps.filter((step) => step.startsWith('Jira 8.21 and older'));
      const newer = steps.filter((step) => step.startsWith('Jira 8.22 and newer'));
      expect(older.join()).to.contain(oldDialog).and.not.to.contain(newDialog);
      expect(newer.join()).to.contain(newDialog).and.not.to.contain(oldDialog);
      const both = steps.filter((step) => !older.includes(step) && !newer.includes(step));
      expect(both.join()).not.to.contain(oldDialog).and.not.to.contain(newDialog);
      expect(both).to.deep.equal(link([9]).steps.filter((step) => link([8]).steps.includes(step)));
    }
  });

  it('tells what to type, what to leave empty, and what to leave off', () => {
    for (const { steps } of [link([8, 20]), link([10]), link()]) {
      const all = steps.join('\n');
      for (const words of [
        `Consumer Key ${consumerKey}`,
        'Consumer Name Jira Language Server',
        'Jira Language Server as Application Name',
        'Generic Application',
        'tick “Create incoming link”',
        `https://${consumerKey}.invalid`,
        'Leave all other fields of that page empty: Service Provider Name, Consumer Key, Shared Secret, Request Token URL, Access Token URL, Authorize URL.',
        'If Jira insists on them, type “unused”',
        'without its first and last line',
        'leave the Consumer Callback URL empty',
        'leave 2-legged OAuth and user impersonation off',
      ]) {
        expect(all).to.contain(words);
      }
    }
  });

  it('has an address that is one, whatever the consumer key is', () => {
    for (const key of ['OauthKey', 'my_key', '-x-', 'é', 'a'.repeat(64), 'a.b']) {
      const [address] = applicationLink({ publicKey, consumerKey: key }).steps.join(' ').match(/https:\/\/\S+\.invalid/) ?? [];
      expect(new URL(address!).href).to.equal(`${address}/`);
    }
  });

  it('proposes a consumer key of one word, made of the fingerprint', () => {
    const digest = Buffer.from('5d2c8e1fffffffffffffffffffffffffffffffffffffffffffffffffffffffff', 'hex').toString('base64').replace('=', '');
    expect(consumerKeyFor(`SHA256:${digest}`)).to.equal(consumerKey);
  });
});
