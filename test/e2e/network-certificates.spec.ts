/** Certificates, by the agent over stdio: which are trusted and why, and what a person is told where one is not. */
import { assert } from 'chai';
import { type Agent, type AgentOptions, expectError, startAgent } from '../support/agent.ts';
import { type DisposableJira, openJira } from '../support/jira.ts';
import { CertificateMaker, type Certified, openssl } from '../unit/http/support/authority.ts';
import { serveOpenssl } from '../unit/http/support/openssl-server.ts';

const maker = new CertificateMaker();
const names = 'DNS:localhost,IP:127.0.0.1';
let root: Certified;
let leaf: Certified;

before(() => {
  root = maker.make({ commonName: 'Example Root', authority: true });
  leaf = maker.make({ commonName: 'localhost', names, issuer: root });
});

after(() => maker.remove());

const serving = ({ certificate, privateKey }: Certified): Promise<DisposableJira> => openJira({ issues: 20, tls: { cert: certificate, key: privateKey } });

/** Configures a provider and lists its issues: every request of both has to get through. */
async function assertWorks(agent: Agent, jira: DisposableJira, network?: { ca?: string; clientCertificate?: { certificate: string; privateKey: string; passphrase?: string } }): Promise<void> {
  const authentication = { type: 'token', token: jira.createToken('alice') } as const;
  const { provider } = await agent.request('jira/configure', { baseUrl: jira.baseUrl, authentication, network });
  assert.strictEqual(provider.state, 'connected');
  assert.strictEqual(provider.user?.name, 'alice');
  assert.notStrictEqual((await agent.request('jira/issues', { jql: 'ORDER BY key' })).total, 0);
}

describe('a private authority is trusted', () => {
  for (const [by, how] of [
    ['`network.ca` with PEM in it', () => ({ network: { ca: root.certificate } })],
    ['`network.ca` with PEM whose line breaks were lost', () => ({ network: { ca: root.certificate.replaceAll('\n', ' ') } })],
    ['`network.ca` with the path of a file', () => ({ network: { ca: maker.write('by-path.pem', root.certificate) } })],
    ['the system, whose bundle SSL_CERT_FILE names', () => ({ options: { env: { SSL_CERT_FILE: maker.write('bundle.pem', root.certificate) } } })],
    ['NODE_EXTRA_CA_CERTS', () => ({ options: { env: { NODE_EXTRA_CA_CERTS: maker.write('extra.pem', root.certificate) } } })],
  ] as const satisfies [string, () => { network?: { ca: string }; options?: AgentOptions }][]) {
    it(`by ${by}`, async () => {
      const { network, options }: { network?: { ca: string }; options?: AgentOptions } = how();
      await using jira = await serving(leaf);
      await using agent = await startAgent(options);
      await assertWorks(agent, jira, network);
    });
  }

  it('also where an intermediate authority signed, which the server sends along', async () => {
    const intermediate = maker.make({ commonName: 'Example Intermediate', authority: true, issuer: root });
    const server = maker.make({ commonName: 'localhost', names, issuer: intermediate });
    await using jira = await serving({ ...server, certificate: server.certificate + intermediate.certificate });
    await using agent = await startAgent();
    await assertWorks(agent, jira, { ca: root.certificate });
  });

  it('for its own provider alone: another one with the same issuer is not trusted by the way', async () => {
    await using jira = await serving(leaf);
    await using other = await serving(leaf);
    await using agent = await startAgent();
    await assertWorks(agent, jira, { ca: root.certificate });
    await expectError(agent.request('jira/probe', { baseUrl: other.baseUrl }), 'certificate');
  });
});

describe('a certificate is refused, and the reason is told', () => {
  const refused = async (certified: Certified, message: RegExp, hint: RegExp, ca?: string, options?: AgentOptions): Promise<void> => {
    await using jira = await serving(certified);
    await using agent = await startAgent(options);
    const token = jira.createToken('alice');
    const network = ca === undefined ? undefined : { ca };
    const probed = await expectError(agent.request('jira/probe', { baseUrl: jira.baseUrl, network }), 'certificate', { message });
    assert.match(probed.data.hint ?? '', hint);
    await expectError(agent.request('jira/configure', { baseUrl: jira.baseUrl, authentication: { type: 'token', token }, network }), 'certificate', { message });
    assert.deepEqual(await agent.request('jira/providers', {}), { providers: [] });
    assert.lengthOf(jira.requests, 0, 'nothing was sent');
    assert.notInclude(agent.everythingWritten, token);
  };

  it('its issuer is not known: which one, and where to name it', () =>
    refused(leaf, /issued by “Example Root”/, /certificate of “Example Root”.*`network\.ca`.*NODE_EXTRA_CA_CERTS/));

  it('an intermediate authority is missing', () => {
    const intermediate = maker.make({ commonName: 'Example Intermediate', authority: true, issuer: root });
    const server = maker.make({ commonName: 'localhost', names, issuer: intermediate });
    return refused(server, /issued by “Example Intermediate”/, /the server should send it along/, root.certificate);
  });

  it('its root is sent along and not trusted', () =>
    refused({ ...leaf, certificate: leaf.certificate + root.certificate }, /issued by “Example Root”/, /`network\.ca`/));

  it('it is signed by itself', () => refused(maker.make({ commonName: 'localhost', names }), /signed by itself/, /`network\.ca`/));

  it('it has expired', () =>
    refused(maker.make({ commonName: 'localhost', names, issuer: root, until: '20240229120000Z' }), /expired on 2024-02-29/, /administrator/, root.certificate));

  it('it is not valid yet', () =>
    refused(maker.make({ commonName: 'localhost', names, issuer: root, from: '20980101000000Z' }), /not valid yet/, /clock/, root.certificate));

  it('it is for another host', () =>
    refused(maker.make({ commonName: 'jira.example.com', names: 'DNS:jira.example.com', issuer: root }), /not for 127\.0\.0\.1, but for jira\.example\.com/, /name that is in the certificate/, root.certificate));

  it('NODE_TLS_REJECT_UNAUTHORIZED=0 changes nothing', () =>
    refused(leaf, /issued by “Example Root”/, /`network\.ca`/, undefined, { env: { NODE_TLS_REJECT_UNAUTHORIZED: '0' } }));

  it('a file that NODE_EXTRA_CA_CERTS names and that is not there is told', () =>
    refused(leaf, /issued by “Example Root”/, /\/nowhere\/extra\.pem, which cannot be read/, undefined, { env: { NODE_EXTRA_CA_CERTS: '/nowhere/extra.pem' } }));
});

describe('a client certificate', () => {
  const mutual = (): Promise<DisposableJira> =>
    openJira({ issues: 20, tls: { cert: leaf.certificate, key: leaf.privateKey, ca: root.certificate, requestCert: true } });

  it('is shown to a server that wants one, by PEM and by the paths of files with a passphrase', async () => {
    const client = maker.make({ commonName: 'alice', issuer: root });
    await using jira = await mutual();
    await using agent = await startAgent();
    await assertWorks(agent, jira, { ca: root.certificate, clientCertificate: client });
    const privateKey = maker.write('client-key.pem', client.privateKey);
    const encrypted = maker.write('client-key-encrypted.pem', openssl('pkcs8', '-topk8', '-in', privateKey, '-passout', 'pass:open sesame'));
    await using second = await startAgent();
    const certificate = maker.write('client.pem', client.certificate);
    await assertWorks(second, jira, { ca: root.certificate, clientCertificate: { certificate, privateKey: encrypted, passphrase: 'open sesame' } });
    assert.notInclude(second.everythingWritten, 'open sesame');
  });

  it('that is missing, or of somebody unknown, is told: a real OpenSSL says so in an alert', async () => {
    const server = await serveOpenssl([
      '-cert', maker.write('server.pem', leaf.certificate), '-key', maker.write('server-key.pem', leaf.privateKey),
      '-CAfile', maker.write('root.pem', root.certificate), '-Verify', '1', '-verify_return_error',
    ]);
    await using agent = await startAgent();
    for (const clientCertificate of [undefined, maker.make({ commonName: 'stranger' })]) {
      const network = { ca: root.certificate, clientCertificate };
      await expectError(agent.request('jira/probe', { baseUrl: server.url, network }), 'certificate', { hint: 'Set `network.clientCertificate`.' });
    }
    await server.stop();
  });

  it('that is missing is told: nginx says so with status 400 and a page', async () => {
    await using jira = await serving(leaf);
    await using agent = await startAgent();
    const body = '<html><head><title>400 No required SSL certificate was sent</title></head><body><center>No required SSL certificate was sent</center></body></html>';
    jira.faults.always('/rest/', { status: 400, headers: { 'Content-Type': 'text/html', Server: 'nginx' }, body });
    await expectError(agent.request('jira/probe', { baseUrl: jira.baseUrl, network: { ca: root.certificate } }), 'certificate', { httpStatus: 400, hint: 'Set `network.clientCertificate`.' });
  });

  it('whose key is another’s is refused before anything is sent', async () => {
    const { certificate } = maker.make({ commonName: 'alice', issuer: root });
    const { privateKey } = maker.make({ commonName: 'bob', issuer: root });
    await using jira = await mutual();
    await using agent = await startAgent();
    const network = { ca: root.certificate, clientCertificate: { certificate, privateKey } };
    await expectError(agent.request('jira/probe', { baseUrl: jira.baseUrl, network }), 'invalidParams', { path: 'network.clientCertificate.privateKey' });
  });
});
