/** No secret is in any log, error, result, trace, stream, argument or file but the one for secrets, whatever goes wrong. */
import { createServer } from 'node:http';
import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { assert } from 'chai';
import { Browser } from '../jira/browser.ts';
import { type Agent, startAgent } from '../support/agent.ts';
import { connectByOAuth, connectByToken, type DisposableJira, openJira } from '../support/jira.ts';
import { isForSecrets, Secrets } from '../support/secrets.ts';
import { filesBelow, readIfThere } from '../support/stored-files.ts';
import { CertificateMaker } from '../unit/http/support/authority.ts';

/** Everything that Node.js and its libraries say of themselves. */
const talkative = { NODE_DEBUG: '*', NODE_DEBUG_NATIVE: '', DEBUG: '*', DEBUG_DEPTH: '10' };

const { privateKey: pem } = generateKeyPairSync('rsa', { modulusLength: 2048, publicKeyEncoding: { type: 'spki', format: 'pem' }, privateKeyEncoding: { type: 'pkcs8', format: 'pem' } });

describe('a secret', () => {
  let jira: DisposableJira;
  let agent: Agent;
  let secrets: Secrets;

  beforeEach(async () => {
    secrets = new Secrets();
    jira = await openJira({ issues: 20 });
  });

  afterEach(async () => {
    secrets.assertKeptBy(agent);
    await agent[Symbol.asyncDispose]();
    await jira.close();
  });

  const start = async (env: Record<string, string> = {}): Promise<void> => {
    agent = await startAgent({ env });
    await agent.notify('$/setTrace', { value: 'verbose' });
  };

  /** The outcome counts for nothing here; it has to be one of the protocol's, which the driver sees to. */
  const attempt = (method: string, params: unknown): Promise<unknown> => agent.send(method, params).catch(() => undefined);

  /** All that a client does with a provider. */
  async function useAll(provider: string): Promise<void> {
    for (const [method, params] of [
      ['jira/providers', {}], ['jira/issues', { provider }], ['jira/issues', { provider, jql: 'no query' }], ['jira/doctor', { provider }], ['jira/doctor', {}], ['jira/issue', { provider, key: 'ABC-1' }],
      ['jira/comment', { provider, key: 'ABC-1', body: 'words' }], ['jira/projects', { provider }], ['jira/attachment', { provider, key: 'ABC-1', id: '1' }],
      ['jira/signOut', { provider }], ['jira/issues', { provider }], ['jira/removeProvider', { provider }],
    ] as const) await attempt(method, params);
  }

  for (const [what, env] of [['', {}], [', also where Node.js and its libraries say all that they do', talkative]] as const) {
    it(`that is a personal access token${what}`, async () => {
      await start(env);
      const token = secrets.add('the token', jira.createToken('alice'));
      secrets.add('the wrong token', 'MDEyMzQ1Njc4OTAxOtMwrongwrong');
      const { provider } = await agent.request('jira/configure', { baseUrl: jira.baseUrl, authentication: { type: 'token', token } });
      await attempt('jira/configure', { baseUrl: jira.baseUrl, authentication: { type: 'token', token: 'MDEyMzQ1Njc4OTAxOtMwrongwrong' } });
      await agent.request('jira/issues', {});
      for (const fault of ['hang', 'truncate', 'sso200', 'sso302', 'endless'] as const) {
        jira.faults.always('/rest/', fault);
        if (fault === 'hang') void attempt('jira/issues', {});
        else await attempt('jira/issues', {});
        jira.faults.clear();
      }
      jira.revokeToken(token);
      await attempt('jira/issues', {});
      assert.strictEqual(/^UNDICI|^NET /m.test(agent.stderr), what !== '', 'Node.js talks where it was told to, and only there');
      await useAll(provider.id);
    });

    it(`that is a password${what}`, async () => {
      await start(env);
      const password = secrets.add('the wrong password', 'correct horse / battery "staple" + ü');
      secrets.add('its header', Buffer.from(`alice:${password}`).toString('base64'));
      await attempt('jira/configure', { baseUrl: jira.baseUrl, authentication: { type: 'basic', username: 'alice', password } });
      await attempt('jira/configure', { baseUrl: jira.baseUrl.replace(/:\d+/, ':1'), authentication: { type: 'basic', username: 'alice', password } });
      secrets.add('the header of the right one', Buffer.from('bob:bob').toString('base64'));
      const { provider } = await agent.request('jira/configure', { baseUrl: jira.baseUrl, authentication: { type: 'basic', username: 'bob', password: 'bob' } });
      await useAll(provider.id);
    });

    it(`of OAuth: the key, its passphrase, and every token${what}`, async () => {
      await start(env);
      secrets.addPem('the private key', pem);
      const { applicationLink, publicKey } = await agent.request('jira/generateKeyPair', { bits: 1024 });
      const passphrase = secrets.add('the passphrase', 'open sesame & co.');
      const encrypted = generateKeyPairSync('rsa', { modulusLength: 2048, publicKeyEncoding: { type: 'spki', format: 'pem' }, privateKeyEncoding: { type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase } });
      secrets.addPem('the encrypted key', encrypted.privateKey);
      jira.createApplicationLink({ consumerKey: 'a-key', publicKey: encrypted.publicKey, name: 'A' });
      const authentication = { type: 'oauth1', consumerKey: 'a-key', privateKey: encrypted.privateKey, passphrase } as const;
      for (const wrong of [{ ...authentication, passphrase: secrets.add('the wrong passphrase', 'close sesame & co.') }, { ...authentication, privateKey: pem.slice(0, 900) }, { ...authentication, privateKey: `${pem.replaceAll('\n', ' ')} and more` }, { ...authentication, passphrase: undefined }]) {
        await attempt('jira/configure', { baseUrl: jira.baseUrl, authentication: wrong });
      }
      const { provider } = await agent.request('jira/configure', { baseUrl: jira.baseUrl, authentication });
      const { authorization, url } = await agent.request('jira/authorize', { provider: provider.id });
      const { url: returned } = await new Browser().authorize(url, { user: 'alice' });
      secrets.add('the verifier', `oauth_verifier=${new URL(returned).searchParams.get('oauth_verifier')}`);
      await agent.request('jira/completeAuthorization', { authorization });
      const noteTokens = (): void => jira.accessTokens('alice').forEach((token) => Object.entries(token).forEach(([name, value]) => typeof value === 'string' && value.length > 20 && secrets.add(`the ${name}`, value)));
      noteTokens();
      await agent.request('jira/issues', { provider: provider.id });
      jira.expireAccessToken({ userName: 'alice' });
      await agent.request('jira/issues', { provider: provider.id });
      noteTokens();
      jira.revokeAccessToken({ userName: 'alice' });
      await attempt('jira/issues', { provider: provider.id });
      await attempt('jira/configure', { baseUrl: jira.baseUrl, authentication: { type: 'oauth1', consumerKey: applicationLink.consumerKey, privateKey: publicKey } });
      await useAll(provider.id);
    });
  }

  it('that is a private key of its own is given where it was asked for, and nowhere else', async () => {
    await start();
    const { id, applicationLink } = await agent.request('jira/generateKeyPair', {});
    jira.createApplicationLink({ consumerKey: applicationLink.consumerKey, publicKey: applicationLink.publicKey, name: 'A' });
    const { provider } = await agent.request('jira/configure', { baseUrl: jira.baseUrl, authentication: { type: 'oauth1', consumerKey: applicationLink.consumerKey, keyPair: id } });
    await useAll(provider.id);
    for (const text of [agent.everythingWritten, JSON.stringify(agent.frames)]) assert.notMatch(text, /BEGIN (RSA )?PRIVATE KEY/);
    const before = agent.everythingWritten.length;
    const { privateKey } = await agent.request('jira/generateKeyPair', { exportPrivateKey: true });
    assert.match(privateKey ?? '', /^-----BEGIN PRIVATE KEY-----\n/);
    assert.lengthOf(agent.everythingWritten.slice(before).match(/BEGIN PRIVATE KEY/g)!, 1);
    for (const file of filesBelow(agent.storage)) if (!isForSecrets(file)) assert.notInclude(readIfThere(file), 'PRIVATE KEY');
  });

  it('of the network: a gateway’s header, a proxy’s password, the key of a client certificate', async () => {
    const certificates = new CertificateMaker();
    const proxy = createServer((_, response) => response.writeHead(407, { 'proxy-authenticate': 'Basic realm="x"' }).end());
    proxy.on('connect', (_, socket) => socket.end('HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic\r\n\r\n'));
    proxy.listen(0, '127.0.0.1');
    await once(proxy, 'listening');
    const { port } = proxy.address() as AddressInfo;
    const password = secrets.add('the proxy’s password', 'pr0xy-p@ss/word');
    const account = `mia:${encodeURIComponent(password)}`;
    secrets.add('the proxy’s header', Buffer.from(`mia:${password}`).toString('base64'));
    const header = secrets.add('the gateway’s header', 'gateway-secret-0815');
    const { certificate, privateKey } = certificates.make({ commonName: 'mia' });
    secrets.addPem('the key of the client certificate', privateKey);
    secrets.add('a line of that key', privateKey.split('\n')[1]!.slice(0, 60));
    try {
      await start({ HTTPS_PROXY: `http://${account}@127.0.0.1:${port}`, HTTP_PROXY: `http://${account}@127.0.0.1:1`, ...talkative });
      const token = secrets.add('the token', jira.createToken('alice'));
      for (const network of [
        { proxy: `http://${account}@127.0.0.1:${port}` },
        { proxy: `http://${account}@127.0.0.1:1` },
        { proxy: `socks5://${account}@127.0.0.1:1` },
        { proxy: `http://${account}@[bad` },
        { proxy: `${account}@127.0.0.1` },
        {},
        { headers: { 'X-Gateway': header, 'X Bad': header } },
        { headers: { 'X-Gateway': `${header}\r\nX-More: 1` } },
        { proxy: 'direct', headers: { 'X-Gateway': `${header}\u2028` } },
        { proxy: 'direct', ca: privateKey },
        { proxy: 'direct', clientCertificate: { certificate: privateKey, privateKey: certificate } },
        { proxy: 'direct', clientCertificate: { certificate, privateKey: privateKey.slice(0, 100) } },
        { proxy: 'direct', clientCertificate: { certificate, privateKey: privateKey.replaceAll('\n', '') } },
      ]) {
        for (const baseUrl of [jira.baseUrl, 'https://jira.invalid']) {
          await attempt('jira/probe', { baseUrl, network });
          await attempt('jira/configure', { baseUrl, network, authentication: { type: 'token', token } });
        }
      }
      const { provider } = await agent.request('jira/configure', {
        baseUrl: jira.baseUrl,
        network: { proxy: 'direct', headers: { 'X-Gateway': header }, clientCertificate: { certificate, privateKey } },
        authentication: { type: 'token', token },
      });
      await useAll(provider.id);
    } finally {
      proxy.close();
      proxy.closeAllConnections();
      certificates.remove();
    }
  });

  it('in a wrong place of the params', async () => {
    await start(talkative);
    const { id } = await connectByToken(agent, jira);
    const lost = secrets.add('the lost secret', 'l0st-in-the-params');
    const key = secrets.addPem('the lost key', pem);
    for (const secret of [lost, key, { nested: lost }, [lost, key]]) {
      const wrong: readonly [string, object][] = [
        ['jira/probe', { baseUrl: `https://mia:${String(secret)}@jira.invalid/` }],
        ['jira/probe', { baseUrl: jira.baseUrl, network: secret }],
        ...['ca', 'proxy', 'headers', 'clientCertificate'].map((member): [string, object] => ['jira/probe', { baseUrl: jira.baseUrl, network: { [member]: member === 'proxy' ? { a: secret } : secret } }]),
        ['jira/probe', { baseUrl: jira.baseUrl, network: { headers: { a: [secret] } } }],
        ['jira/configure', { baseUrl: jira.baseUrl, authentication: secret }],
        ['jira/configure', { baseUrl: jira.baseUrl, authentication: { type: secret } }],
        ['jira/configure', { baseUrl: jira.baseUrl, authentication: { type: 'token', token: { secret } } }],
        ['jira/configure', { baseUrl: jira.baseUrl, authentication: { type: 'token', token: `${String(secret)} ${lost}` } }],
        ['jira/configure', { baseUrl: jira.baseUrl, authentication: { type: 'basic', username: `${lost}:${String(secret)}`, password: secret } }],
        ['jira/configure', { baseUrl: jira.baseUrl, authentication: { type: 'oauth1', consumerKey: `a ${lost}`, privateKey: secret } }],
        ['jira/configure', { baseUrl: jira.baseUrl, authentication: { type: 'oauth1', consumerKey: 'a', keyPair: secret } }],
        ['jira/configure', { provider: secret, baseUrl: jira.baseUrl, authentication: { type: 'token', token: 'x' } }],
        ['jira/generateKeyPair', { bits: secret, validDays: secret }],
        ['jira/authorize', { provider: secret, redirect: secret }],
        ['jira/authorize', { provider: id, redirect: secret }],
        ['jira/completeAuthorization', { authorization: secret, verifier: secret }],
        ['jira/issues', { provider: id, cursor: secret }],
        ['jira/issues', { provider: id, filter: secret, limit: secret, fields: secret }],
        ['jira/issues', { provider: secret }],
        ['jira/signOut', { provider: secret }],
        ['jira/removeProvider', { provider: secret }],
        ['jira/doctor', { provider: secret }],
        ['no/such', { token: secret }],
      ];
      for (const [method, params] of wrong) await attempt(method, params);
      await agent.notify('jira/configure', { token: secret });
      await agent.notify('workspace/didChangeConfiguration', { settings: { token: secret } });
    }
  });

  it('in a store that is broken', async () => {
    await start();
    const token = secrets.add('the token', jira.createToken('alice'));
    const { provider } = await agent.request('jira/configure', { baseUrl: jira.baseUrl, authentication: { type: 'token', token } });
    const whole = readFileSync(join(agent.storage, 'secrets.json'), 'utf8');
    for (const rubbish of [whole.slice(0, -20), whole.replace('"', ''), whole.replace('"secrets"', '"secret"'), `${whole}${whole}`]) {
      for (const name of ['secrets.json', 'secrets.json.bak']) writeFileSync(join(agent.storage, name), rubbish);
      await using another = await startAgent({ storage: agent.storage });
      await another.send('jira/issues', {}).catch(() => undefined);
      await another.send('jira/doctor', {}).catch(() => undefined);
      secrets.assertKeptBy(another);
      await attempt('jira/signOut', { provider: provider.id });
      await attempt('jira/configure', { baseUrl: jira.baseUrl, authentication: { type: 'token', token } });
    }
  });

  it('lies in files that their owner alone can read, in a folder that nobody else can enter', async () => {
    await start();
    await connectByToken(agent, jira);
    await connectByOAuth(agent, jira, 'bob');
    const modeOf = async (path: string): Promise<number> => (await stat(path)).mode & 0o777;
    assert.strictEqual(await modeOf(agent.storage), 0o700);
    const files = filesBelow(agent.storage);
    assert.isAtLeast(files.filter(isForSecrets).length, 1);
    for (const file of files) assert.strictEqual(await modeOf(file), 0o600, file);
  });
});
