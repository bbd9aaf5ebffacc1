/** What others name for the user, held against what the agent takes, and put beside what the user has. */
import { expect } from 'chai';
import { readContent, toOffers, withdrawnIds } from '../../../src/core/organization/content.ts';
import type { ProviderRecord } from '../../../src/core/providers/records.ts';
import { normalisedBaseUrl, type Offer, offerId } from '../../../src/core/shared/offer.ts';
import { withOffers } from '../../../src/core/shared/with-offers.ts';
import { unknownServer } from '../../../src/core/jira/server-info.ts';

const sealed = '-----BEGIN AGE ENCRYPTED FILE-----\nYWdlLWVuY3J5cHRpb24ub3JnL3YxCg==\n-----END AGE ENCRYPTED FILE-----';
const key = { fingerprint: `SHA256:${'A'.repeat(43)}`, privateKey: sealed, addedAt: '2026-01-01T00:00:00.000Z' };
const provider = { id: '1', name: 'Jira', baseUrl: 'https://jira.example.com/jira', type: 'oauth1', consumerKey: 'c', withdrawn: false, keys: [key] };
const organization = { id: '1', name: 'Example', administrator: false, recipients: ['age1x'], providers: [provider] };

describe('what a database publishes', () => {
  const offered = (change: object): readonly Offer[] => toOffers(readContent([{ ...organization, providers: [{ ...provider, ...change }] }]));

  it('is offered as it is', () => {
    expect(offered({})).to.have.length(1);
    expect(offered({})[0]).to.deep.include({ origin: 'organization', source: 'Example', name: 'Jira', baseUrl: provider.baseUrl, consumerKey: 'c' });
  });

  it('is left out where it is not as it should be', () => {
    for (const change of [
      { baseUrl: 'file:///etc/passwd' }, { baseUrl: 'https://mia:secret@jira.example.com' }, { baseUrl: 'https://jira.example.com/?x=1' }, { baseUrl: 7 }, { baseUrl: 'javascript:alert(1)' },
      { type: 'session' }, { keys: [] }, { keys: [{ ...key, privateKey: '-----BEGIN PRIVATE KEY-----\nMIIE\n-----END PRIVATE KEY-----' }] }, { keys: [{ ...key, fingerprint: 'x' }] }, { keys: 'none' }, { withdrawn: true }, { name: null },
    ]) expect(offered(change), JSON.stringify(change)).to.deep.equal([]);
    expect(readContent([{ ...organization, recipients: ['ssh-rsa AAAA'] }, 7, null, {}])).to.deep.equal([]);
  });

  it('is shown without what acts on a screen', () => {
    const [offer] = offered({ name: 'Ji\u001b[31mra\u202e', server: { version: '9\n.12', versionNumbers: [9, 12], deploymentType: 'Server', title: '\u001b]0;x\u0007Jira' } });
    expect(offer?.name).to.equal('Ji[31mra');
    expect(offer?.server).to.include({ version: '9 .12', title: ']0;xJira' });
  });

  it('is another provider at another address, and is withdrawn by name', () => {
    const [one] = offered({});
    expect(offered({ baseUrl: 'https://jira.example.com/Jira' })[0]?.id).to.not.equal(one?.id);
    expect(offered({ consumerKey: 'd' })[0]?.id).to.not.equal(one?.id);
    expect(offered({ name: 'Renamed', baseUrl: `${provider.baseUrl}/` })[0]?.id).to.equal(one?.id);
    expect(withdrawnIds(readContent([{ ...organization, providers: [{ ...provider, withdrawn: true, keys: [] }] }]))).to.deep.equal([one?.id]);
  });
});

describe('offers beside the providers of the user', () => {
  const own = (id: string, baseUrl: string, name: string): ProviderRecord => ({ id, name, baseUrl, server: unknownServer(baseUrl, undefined), authentication: { type: 'token' }, state: 'connected', origin: 'user', secret: 's' });
  const offer = (baseUrl: string, name: string, origin: Offer['origin'] = 'workspace'): Offer => ({ id: offerId({ origin, baseUrl, type: 'token' }), origin, source: 'x', name, baseUrl, type: 'token', keys: [] });

  it('never take their place, nor their names, whatever letters these are written in', () => {
    const mine = own('mine', 'https://jira.example.com', 'Company Jira');
    const listed = withOffers([mine], [
      offer('https://jira.example.com', 'Other'),
      offer('https://evil.example.com', 'company  JIRA'),
      offer('https://evil.example.com/a', '\uff23ompany Jira'),
      offer('https://evil.example.com/b', 'Company Jira (evil.example.com)'),
    ]);
    expect(listed[0]).to.equal(mine);
    expect(listed.slice(1).map(({ name }) => name)).to.deep.equal(['company  JIRA (evil.example.com)', '\uff23ompany Jira (https://evil.example.com/a)', 'Company Jira (evil.example.com) (evil.example.com)']);
  });

  it('are one where the organization and the workspace name the same server, and the organization comes first', () => {
    const both = withOffers([], [offer('https://jira.example.com', 'Jira', 'organization'), offer('https://jira.example.com', 'Jira')]);
    expect(both.map(({ origin }) => origin)).to.deep.equal(['organization']);
  });

  it('keep what was taken up of them, and hide it while they are gone', () => {
    const shared = offer('https://jira.example.com', 'Jira');
    const taken: ProviderRecord = { ...own(shared.id, shared.baseUrl, 'Jira'), origin: 'workspace' };
    expect(withOffers([taken], [shared])[0]).to.deep.include({ id: shared.id, state: 'connected', secret: 's' });
    expect(withOffers([taken], [])).to.deep.equal([]);
    expect(withOffers([{ ...taken, origin: 'user' }], [shared]), 'an id is no way to another’s credentials').to.deep.equal([{ ...taken, origin: 'user' }]);
  });

  it('are compared by addresses in one form', () => {
    expect(normalisedBaseUrl('HTTPS://Jira.Example.com:443/Jira//')).to.equal('https://jira.example.com/Jira');
    for (const text of ['jira.example.com', 'ftp://x', 'https://a:b@x', 'https://x/#y', 'https://x/?y', '']) expect(normalisedBaseUrl(text), text).to.equal(undefined);
  });
});
