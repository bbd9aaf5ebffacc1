/** What the doctor makes of what it sees, for versions, times and answers that no test has at hand. */
import { expect } from 'chai';
import { checkNode } from '../../../src/core/doctor/node.ts';
import { checkRights } from '../../../src/core/doctor/rights.ts';
import { checkTls } from '../../../src/core/doctor/tls.ts';
import { checkVersion } from '../../../src/core/doctor/version.ts';
import type { AuthenticationType, ServerInfo } from '../../../protocol/provider.ts';

const server = (version: string): ServerInfo => ({ version, versionNumbers: version.split('.').filter(Boolean).map(Number), deploymentType: 'Server', title: 'Jira' });

describe('the doctor', () => {
  const early = '2024-01-01';
  const versions: [version: string, authentication: AuthenticationType, now: string, outcome: string, detail: RegExp][] = [
    ['8.3.0', 'oauth1', early, 'ok', /no personal access tokens yet \(8\.14\).*all at once \(old createmeta\)/],
    ['8.13.9', 'oauth1', early, 'ok', /no personal access tokens yet.*by the address.*both ways/],
    ['8.22.0', 'token', early, 'ok', /it has personal access tokens;.*“Create link”/],
    ['9.12.2', 'token', early, 'ok', /by project and type/],
    ['9.12.2', 'token', '2026-01-01', 'warning', /9\.x line reaches its end of life on 26 June 2026/],
    ['10.3.24', 'basic', early, 'ok', /Basic authentication is on unless/],
    ['11.3.3', 'basic', early, 'warning', /Basic authentication is off unless/],
    ['11.3.3', 'token', early, 'ok', /Basic authentication is off unless/],
    ['11.3.3', 'token', '2028-09-01', 'warning', /Data Center reaches its end of life on 28 March 2029/],
    ['', 'token', early, 'skipped', /not known/],
  ];
  for (const [version, authentication, now, outcome, detail] of versions) {
    it(`says what follows from version “${version}” by ${authentication} on ${now}`, () => {
      const finding = checkVersion(server(version), authentication, Date.parse(now));
      expect(finding.outcome).to.equal(outcome);
      expect(finding.detail).to.match(detail);
      if (outcome !== 'ok') expect(finding.hint).to.be.a('string').and.not.equal('');
    });
  }

  it('knows the permissions by their deprecated names', () => {
    const permissions = Object.fromEntries(['BROWSE', 'CREATE_ISSUE', 'EDIT_ISSUE', 'ASSIGN_ISSUE', 'COMMENT_ISSUE', 'WORK_ISSUE'].map((key) => [key, { havePermission: key !== 'WORK_ISSUE' }]));
    const { outcome, detail } = checkRights({ permissions });
    expect([outcome, detail]).to.deep.equal([
      'warning',
      'You may browse projects, create issues, edit issues, assign issues and comment in some project at least. You may not log work in any.',
    ]);
  });

  it('finds a user who may not even look, and an answer that says nothing', () => {
    expect(checkRights({ permissions: { BROWSE_PROJECTS: { havePermission: false } } })).to.include({ outcome: 'failed', detail: 'You may do nothing in any project. You may not browse projects in any.' });
    for (const value of [undefined, null, [], {}, { permissions: null }, '<html>']) {
      expect(checkRights(value), JSON.stringify(value)).to.include({ check: 'rights', outcome: 'failed' }).and.to.have.property('hint');
    }
  });

  it('warns of plain http, but not on this machine', () => {
    expect(checkTls({}, new URL('http://jira.example.com'), 0)).to.include({ outcome: 'warning' }).and.to.have.property('hint');
    for (const url of ['http://localhost:8080', 'http://127.0.0.1', 'http://[::1]/jira']) expect(checkTls({}, new URL(url), 0).outcome).to.equal('skipped');
  });

  it('warns of a Node.js that is older than it is made for', () => {
    const outcomeOf = (node: string): string => checkNode({ node, openssl: '3.0.0', platform: 'linux' }).outcome;
    expect(['18.20.0', '20.18.3', '20.19.0', '22.1.0'].map(outcomeOf)).to.deep.equal(['warning', 'warning', 'ok', 'ok']);
  });
});
