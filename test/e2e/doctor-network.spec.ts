/** The doctor on the network: real certificates of openssl, and real proxies. */
import { assert } from 'chai';
import { type AgentOptions, startAgent } from '../support/agent.ts';
import { askDoctor, type Findings } from '../support/findings.ts';
import { type DisposableJira, openJira } from '../support/jira.ts';
import { TemporaryFolder } from '../support/temporary-folder.ts';
import { CertificateMaker, type Certified } from '../unit/http/support/authority.ts';
import { startSquid, startTinyproxy } from '../unit/http/support/proxies.ts';

/** Days until the end of the certificate that is warned of. */
const soon = 12;

describe('the doctor on the network', () => {
  const maker = new CertificateMaker();
  let folder: TemporaryFolder;
  let authority: string;
  let root: Certified;
  let leaf: Certified;

  before(() => {
    root = maker.make({ commonName: 'Private Root', authority: true });
    leaf = maker.make({ commonName: 'jira.test', names: 'DNS:localhost,IP:127.0.0.1', issuer: root });
    authority = maker.write('root.pem', root.certificate);
  });
  beforeEach(() => (folder = new TemporaryFolder()));
  afterEach(() => folder[Symbol.dispose]());
  after(() => maker.remove());

  const secureJira = ({ certificate, privateKey }: Certified = leaf): Promise<DisposableJira> => openJira({ tls: { cert: certificate, key: privateKey } });
  const byName = ({ baseUrl }: DisposableJira): string => baseUrl.replace('127.0.0.1', 'localhost');
  const portOf = ({ baseUrl }: DisposableJira): number => Number(new URL(baseUrl).port);

  const trusts = (more: Record<string, string> = {}): Record<string, string> => ({ NODE_EXTRA_CA_CERTS: authority, ...more });

  /** Configures a provider where all is well, and then asks the doctor of an agent in another environment. */
  const examineLater = async (jira: DisposableJira, env: AgentOptions['env'], network?: { proxy: string }): Promise<Findings> => {
    const token = jira.createToken('alice');
    {
      await using agent = await startAgent({ storage: folder.path, env: trusts() });
      await agent.request('jira/configure', { baseUrl: byName(jira), authentication: { type: 'token', token }, network });
    }
    await using agent = await startAgent({ storage: folder.path, env });
    const findings = await askDoctor(agent);
    assert.notInclude(agent.everythingWritten, token);
    return findings;
  };

  it('shows the addresses, the version of TLS, and each certificate of the chain', async () => {
    await using jira = await secureJira();
    const findings = await examineLater(jira, trusts());
    assert.deepEqual(findings.of('failed'), []);
    assert.deepEqual(findings.of('skipped'), []);
    findings.assert('dns', 'ok', /^localhost is .*(127\.0\.0\.1|::1)/);
    findings.assert('proxy', 'ok', /^Connections are direct: neither `network\.proxy` of the provider nor HTTPS_PROXY/);
    findings.assert('tls', 'ok', /^TLSv1\.3\. Certificates: “jira\.test”, issued by “Private Root”, valid until 2099-01-01; “Private Root”, issued by itself, valid until 2099-01-01\.$/);
  });

  it('warns of a certificate that ends soon', async () => {
    const until = new Date(Date.now() + (soon * 86_400 + 600) * 1000).toISOString().replaceAll(/[-:T]|\.\d+/g, '');
    await using jira = await secureJira(maker.make({ commonName: 'jira.test', names: 'DNS:localhost', issuer: root, until }));
    (await examineLater(jira, trusts())).assert('tls', 'warning', new RegExp(`ends in ${soon} days, on ${until.slice(0, 4)}-`), /administrator of the server to renew/);
  });

  it('names the issuer that is not known here, and what to do', async () => {
    await using jira = await secureJira();
    const findings = await examineLater(jira, {});
    findings.assert('tls', 'failed', /was issued by “Private Root”, which is not known here.*Certificates: “jira\.test”, issued by “Private Root”/, /certificate of “Private Root” in PEM.*`network\.ca` or NODE_EXTRA_CA_CERTS/);
    assert.deepEqual(findings.of('failed'), ['tls']);
    findings.assert('login', 'skipped', /since `tls` failed/);
  });

  it('finds a server of https that is down', async () => {
    const jira = await secureJira();
    const token = jira.createToken('alice');
    await using agent = await startAgent({ env: trusts() });
    await agent.request('jira/configure', { baseUrl: jira.baseUrl, authentication: { type: 'token', token } });
    await jira.close();
    (await askDoctor(agent)).assert('tls', 'failed', /^Nothing listens at 127\.0\.0\.1:/, /VPN/);
  });

  it('says which proxy is used and why, without its password', async () => {
    const user = { name: 'mia', password: 'proxy-password' };
    await using jira = await secureJira();
    const proxy = await startSquid({ user, tunnels: [portOf(jira)] });
    try {
      const HTTPS_PROXY = `http://mia:${user.password}@${proxy.place}`;
      const findings = await examineLater(jira, trusts({ HTTPS_PROXY }));
      assert.deepEqual(findings.of('failed'), []);
      findings.assert('dns', 'skipped', /^The proxy 127\.0\.0\.1:\d+ looks up the name localhost/);
      findings.assert('proxy', 'ok', new RegExp(`through the proxy ${proxy.place}: the environment says so \\(HTTPS_PROXY\\)`));
      findings.assert('login', 'ok', /Alice/);
      assert.notInclude(JSON.stringify(findings.all), user.password);
    } finally {
      await proxy.stop();
    }
  });

  it('says why there is no proxy', async () => {
    await using jira = await secureJira();
    const env = trusts({ HTTPS_PROXY: 'http://127.0.0.1:9', NO_PROXY: 'localhost' });
    (await examineLater(jira, env)).assert('proxy', 'ok', /direct: NO_PROXY takes the server out of HTTPS_PROXY/);
  });

  it('says that the provider wants no proxy', async () => {
    await using jira = await secureJira();
    const env = trusts({ HTTPS_PROXY: 'http://127.0.0.1:9' });
    (await examineLater(jira, env, { proxy: 'direct' })).assert('proxy', 'ok', /direct: `network\.proxy` of the provider is `direct`/);
  });

  it('finds a proxy that refuses the connection', async () => {
    await using jira = await secureJira();
    const proxy = await startTinyproxy({ tunnels: [443] });
    try {
      const findings = await examineLater(jira, trusts({ HTTPS_PROXY: `http://${proxy.place}` }));
      findings.assert('proxy', 'failed', new RegExp(`^The proxy ${proxy.place} does not allow a connection to localhost:\\d+ \\(HTTP 403\\)`), /NO_PROXY/);
      assert.deepEqual(findings.of('failed'), ['proxy']);
      findings.assert('tls', 'skipped', /since `proxy` failed/);
    } finally {
      await proxy.stop();
    }
  });

  it('finds a proxy that wants a password, also for plain http', async () => {
    await using jira = await openJira();
    const proxy = await startTinyproxy({ user: { name: 'mia', password: 'secret' } });
    try {
      (await examineLater(jira, { HTTP_PROXY: `http://${proxy.place}` })).assert('proxy', 'failed', /user name and a password/, /user:password@host:port/);
    } finally {
      await proxy.stop();
    }
  });

  it('finds a proxy that is not there', async () => {
    await using jira = await openJira();
    (await examineLater(jira, { HTTP_PROXY: 'http://127.0.0.1:9' })).assert('proxy', 'failed', /^The proxy cannot be used\. Nothing listens at 127\.0\.0\.1:9/, /HTTP_PROXY/);
  });
});
