/** The doctor, asked by an editor: what it finds where all is well, and where each thing is wrong. */
import { rm } from 'node:fs/promises';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { assert } from 'chai';
import { CancellationTokenSource } from 'vscode-jsonrpc/node';
import { LSPErrorCodes } from 'vscode-languageserver/node';
import { expectCode, startAgent } from '../support/agent.ts';
import { agentChecks, askDoctor, providerChecks } from '../support/findings.ts';
import { connectByOAuth, connectByToken, openJira } from '../support/jira.ts';
import { TemporaryFolder } from '../support/temporary-folder.ts';
import { canMount, OrdinaryUsersFolder, SmallDisk } from '../unit/storage/support/hostile-disk.ts';

const day = 86_400;
/** What makes no sense for a server of plain http that is an address of this machine. */
const notApplicable = ['dns', 'tls'];

describe('the doctor', () => {
  const connections = { token: connectByToken, OAuth: connectByOAuth };
  const consequences = {
    '8.20': /^Jira 8\.20\.7: it has personal access tokens;.*by the address of the application.*both ways/,
    '11.3': /^Jira 11\.3\.3: it has personal access tokens;.*“Create link”.*Basic authentication is off/,
  };
  for (const [means, connect] of Object.entries(connections)) {
    for (const profile of ['8.20', '11.3'] as const) {
      it(`finds nothing wrong with Jira ${profile} by ${means}`, async () => {
        await using jira = await openJira({ profile });
        await using agent = await startAgent();
        const { id } = await connect(agent, jira);
        const findings = await askDoctor(agent, id);
        assert.deepEqual(findings.checks, [...agentChecks, ...providerChecks]);
        assert.deepEqual(findings.of('skipped'), notApplicable);
        assert.lengthOf(findings.of('ok'), agentChecks.length + providerChecks.length - notApplicable.length);
        findings.assert('serverInfo', 'ok', new RegExp(`“Honest Jira” is Jira ${profile.replace('.', '\\.')}\\.\\d+, build \\d+`));
        findings.assert('version', 'ok', consequences[profile]);
        findings.assert('login', 'ok', new RegExp(`^Logged in as Alice Archer \\(alice\\) by .*${means}`));
        findings.assert('rights', 'ok', /^You may browse projects, create issues, .* comment and log work/);
        assert.deepEqual(jira.requests.filter(({ method }) => method !== 'GET' && method !== 'POST'), [], 'it changes nothing');
      });
    }
  }

  it('says that there is nothing to examine where nothing is configured', async () => {
    await using agent = await startAgent();
    const findings = await askDoctor(agent);
    assert.deepEqual(findings.checks, [...agentChecks, 'providers']);
    findings.assert('providers', 'warning', /^No Jira is configured/, /jira\/configure/);
  });

  it('finds a server that is down, and makes no check that makes no sense then', async () => {
    const jira = await openJira();
    await using agent = await startAgent();
    await connectByToken(agent, jira);
    await jira.close();
    const findings = await askDoctor(agent);
    findings.assert('tls', 'failed', /^Nothing listens at 127\.0\.0\.1:\d+/, /VPN/);
    assert.deepEqual(findings.of('failed'), ['tls']);
    assert.deepEqual(findings.of('skipped'), ['dns', 'basePath', 'serverInfo', 'version', 'clock', 'login', 'rights', 'roundTrip']);
    findings.assert('login', 'skipped', /since `tls` failed/, /^See to `tls` first/);
    assert.strictEqual((await agent.request('jira/providers', {})).providers[0]?.authentication.type, 'token');
  });

  it('finds a host name that is not known', async () => {
    using folder = new TemporaryFolder();
    await using jira = await openJira();
    {
      await using agent = await startAgent({ storage: folder.path });
      await connectByToken(agent, jira);
    }
    const file = join(folder.path, 'providers.json');
    writeFileSync(file, readFileSync(file, 'utf8').replace('//127.0.0.1:', '//jira.invalid:'));
    await using agent = await startAgent({ storage: folder.path });
    const findings = await askDoctor(agent);
    findings.assert('dns', 'failed', /^The host name of jira\.invalid:\d+/, /VPN|network/);
    assert.deepEqual(findings.of('failed'), ['dns']);
    findings.assert('roundTrip', 'skipped', /since `dns` failed/);
  });

  for (const [now, before] of [['/tracker/jira', '/tracker'], ['', '/jira'], ['/Jira', '']] as const) {
    it(`finds the context path “${now}” where “${before}” does not answer any more`, async () => {
      const former = await openJira({ contextPath: before });
      await using agent = await startAgent();
      await connectByToken(agent, former);
      await former.close();
      await using jira = await openJira({ contextPath: now, port: Number(new URL(former.baseUrl).port) });
      const findings = await askDoctor(agent);
      const expected = now === '/tracker/jira' ? /is not a part of Jira|no Jira/ : new RegExp(`there is one at ${jira.baseUrl}\\.$`);
      findings.assert('basePath', 'failed', expected, /context path|base URL/);
      findings.assert('login', 'skipped', /since `basePath` failed/);
      assert.deepEqual(jira.requests.filter(({ headers }) => headers['authorization'] !== undefined), [], 'nobody got the token');
    });
  }

  it('finds a login page of single sign-on where Jira should be', async () => {
    await using jira = await openJira();
    await using agent = await startAgent();
    await connectByToken(agent, jira);
    jira.faults.always('/rest/', 'sso200');
    (await askDoctor(agent)).assert('basePath', 'failed', /^A login page answers where Jira should/, /gateway/);
  });

  it('finds a Jira that starts', async () => {
    await using jira = await openJira();
    await using agent = await startAgent();
    await connectByToken(agent, jira);
    jira.faults.always('/rest/', 'starting');
    (await askDoctor(agent)).assert('basePath', 'failed', /^Jira is not available \(503\)/, /Try again/);
  });

  for (const [seconds, profile, expected] of [[200, '8.20', /(20\d|199) seconds behind.*up to 300/], [-240, '9.12', /2[34]\d seconds ahead of.*up to 300/], [5400, '11.3', /5\d{3} seconds behind.*more than the 300/]] as const) {
    it(`finds the clock of Jira ${profile} ${seconds} seconds ahead`, async () => {
      await using jira = await openJira({ profile, clockOffset: seconds });
      await using agent = await startAgent();
      await connectByToken(agent, jira);
      const findings = await askDoctor(agent);
      findings.assert('clock', 'warning', expected, /NTP/);
      findings.assert('login', 'ok', /Alice/);
    });
  }

  it('finds a token that was revoked, and asks Jira just once', async () => {
    await using jira = await openJira({ profile: '11.3' });
    await using agent = await startAgent();
    const token = jira.createToken('alice', { name: 'editor' });
    await agent.request('jira/configure', { baseUrl: jira.baseUrl, authentication: { type: 'token', token } });
    jira.revokeToken(token);
    const before = jira.requests.length;
    const findings = await askDoctor(agent);
    findings.assert('login', 'failed', /revoked/, /Create a personal access token/);
    findings.assert('serverInfo', 'ok', /only to those who are logged in/);
    findings.assert('rights', 'skipped', /since `login` failed/);
    const asked = jira.requests.slice(before).filter(({ headers }) => headers['authorization'] !== undefined);
    assert.lengthOf(asked, 1);
    assert.notInclude(agent.everythingWritten, token);
  });

  it('finds an OAuth access that was revoked', async () => {
    await using jira = await openJira();
    await using agent = await startAgent();
    await connectByOAuth(agent, jira);
    jira.revokeAccessToken({ userName: 'alice' });
    (await askDoctor(agent)).assert('login', 'failed', /./, /[Aa]uthorize/);
  });

  it('finds a user who may only look', async () => {
    await using jira = await openJira();
    await using agent = await startAgent();
    await connectByToken(agent, jira, 'viewer');
    const findings = await askDoctor(agent);
    findings.assert('login', 'ok', /Vera Viewer/);
    findings.assert('rights', 'warning', /^You may browse projects in some project at least\. You may not create issues, .* or log work in any\.$/, /administrator of the project/);
  });

  for (const [days, outcome] of [[5, 'warning'], [60, 'ok']] as const) {
    it(`tells that a token ends in ${days} days: ${outcome}`, async () => {
      await using jira = await openJira();
      await using agent = await startAgent();
      const token = jira.createToken('alice', { name: 'editor', expiresInSeconds: days * day + 600 });
      await agent.request('jira/configure', { baseUrl: jira.baseUrl, authentication: { type: 'token', token } });
      const end = new Date(Date.now() + days * day * 1000 + 600_000).toISOString().slice(0, 8);
      const findings = await askDoctor(agent);
      findings.assert('login', outcome, new RegExp(`The token ends on ${end}`));
      if (outcome === 'warning') findings.assert('login', outcome, /in 5 days\.$/, /Create a new personal access token/);
    });
  }

  it('tells that an OAuth access ends soon', async () => {
    await using jira = await openJira({ accessTokenLifetime: 3 * day });
    await using agent = await startAgent();
    await connectByOAuth(agent, jira);
    (await askDoctor(agent)).assert('login', 'warning', /The access ends on .*, in 2 days\.$/, /jira\/authorize/);
  });

  it('finds a storage that may only be read, and examines the provider all the same', async () => {
    await using jira = await openJira();
    using folder = canMount() ? new SmallDisk('2m') : new OrdinaryUsersFolder();
    await using agent = await startAgent({ storage: folder.path });
    await connectByToken(agent, jira);
    folder.makeReadOnly();
    const findings = await askDoctor(agent);
    findings.assert('storage', 'failed', /cannot be (written|locked)/, /permissions/);
    findings.assert('login', 'ok', /Alice/);
    await agent.shutdown();
  });

  it('finds a storage whose configuration cannot be read, and says so in place of the providers', async () => {
    using folder = new TemporaryFolder();
    writeFileSync(join(folder.path, 'providers.json'), JSON.stringify({ version: 999 }));
    await using agent = await startAgent({ storage: folder.path });
    const findings = await askDoctor(agent, 'any');
    findings.assert('storage', 'failed', /providers\.json/);
    findings.assert('providers', 'skipped', /since `storage` failed/);
  });

  it('finds a file of certificates that is gone', async () => {
    using folder = new TemporaryFolder();
    await using jira = await openJira();
    await using agent = await startAgent({ storage: folder.path });
    const ca = join(folder.path, 'ca.pem');
    writeFileSync(ca, (await import('node:tls')).rootCertificates[0]!);
    const token = jira.createToken('alice');
    await agent.request('jira/configure', { baseUrl: jira.baseUrl, authentication: { type: 'token', token }, network: { ca } });
    await rm(ca);
    const findings = await askDoctor(agent);
    findings.assert('tls', 'failed', /There is no file .*ca\.pem/);
    assert.deepEqual(findings.checks.slice(agentChecks.length), providerChecks);
  });

  it('names the provider of each finding where there are several, also two of one name', async () => {
    await using jira = await openJira();
    await using agent = await startAgent();
    const first = await connectByToken(agent, jira);
    const second = await connectByToken(agent, jira, 'bob');
    const { all } = await askDoctor(agent);
    const ofProviders = all.slice(agentChecks.length);
    assert.lengthOf(ofProviders, 2 * providerChecks.length);
    for (const [index, { id, name }] of [first, second].entries()) {
      const own = ofProviders.slice(index * providerChecks.length, (index + 1) * providerChecks.length);
      for (const { detail } of own) assert.isTrue(detail.startsWith(`${name} (${id}): `), detail);
    }
  });

  it('stops at once when it is called off', async () => {
    await using jira = await openJira();
    await using agent = await startAgent();
    await connectByToken(agent, jira);
    jira.faults.always('/serverInfo', 'hang');
    const arrived = new Promise((resolve) => jira.journal.once('request', resolve));
    const cancellation = new CancellationTokenSource();
    const answer = agent.request('jira/doctor', {}, cancellation.token);
    await arrived;
    cancellation.cancel();
    await expectCode(answer, LSPErrorCodes.RequestCancelled);
  });
});
