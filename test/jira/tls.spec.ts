import { expect } from 'chai';
import { readFileSync } from 'node:fs';
import { Agent, get, type AgentOptions } from 'node:https';
import { openssl, temporaryFolder } from '../support/openssl.ts';
import { Browser, startJira } from './index.ts';

describe('the honest Jira over TLS', () => {
  const folder = temporaryFolder();
  const certificate = { cert: '', key: '' };

  before(() => {
    const [cert, key] = [folder.path('cert.pem'), folder.path('key.pem')];
    openssl([
      ...'req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost'.split(' '),
      ...['-addext', 'subjectAltName=IP:127.0.0.1,DNS:localhost', '-keyout', key, '-out', cert],
    ]);
    Object.assign(certificate, { cert: readFileSync(cert, 'utf8'), key: readFileSync(key, 'utf8') });
  });

  after(() => folder.remove());

  it('has an https address, and a certificate of its own', async () => {
    const jira = await startJira({ issues: 5, tls: certificate });
    expect(jira.baseUrl).to.match(/^https:\/\/127\.0\.0\.1:\d+\/jira$/);
    const page = await new Browser({ ca: certificate.cert }).logIn(jira.baseUrl, 'alice');
    expect(page.text).to.contain('Alice Archer');
    expect(await outcome(`${jira.baseUrl}/status`, {})).to.equal('DEPTH_ZERO_SELF_SIGNED_CERT');
    await jira.close();
  });

  it('asks for a certificate of the client, and refuses others', async () => {
    const jira = await startJira({ issues: 5, tls: { ...certificate, ca: certificate.cert, requestCert: true } });
    const trusted = { ca: certificate.cert };
    expect(await outcome(`${jira.baseUrl}/status`, { ...trusted, ...certificate })).to.equal(200);
    expect(await outcome(`${jira.baseUrl}/status`, trusted)).to.be.oneOf(['ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED', 'ECONNRESET', 'EPIPE']);
    await jira.close();
  });
});

/** The status of an answer, or the code of what went wrong. */
function outcome(url: string, tls: AgentOptions): Promise<unknown> {
  return new Promise((resolve) => {
    get(url, { agent: new Agent(tls) }, (response) => {
      response.resume();
      resolve(response.statusCode);
    }).on('error', (error: NodeJS.ErrnoException) => resolve(error.code));
  });
}
