import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { rootCertificates } from 'node:tls';
import { expect } from 'chai';
import { collectTrust, secureContext } from '../../../src/infrastructure/http/trust.ts';
import { CertificateMaker, type Certified } from './support/authority.ts';

describe('Trusted authorities', () => {
  const maker = new CertificateMaker();
  const folder = mkdtempSync(join(tmpdir(), 'trust-'));
  let root: Certified;
  let other: Certified;
  before(() => {
    root = maker.make({ commonName: 'Example Root', authority: true });
    other = maker.make({ commonName: 'Other Root', authority: true });
  });
  after(() => {
    maker.remove();
    rmSync(folder, { recursive: true });
  });

  const bodies = (certificates: readonly string[]): string[] => certificates.map((pem) => pem.replace(/\s/g, ''));

  it('are those of Node.js, of the system, of the environment and of the user, each once', async () => {
    const environment = { SSL_CERT_FILE: maker.write('system.pem', root.certificate + rootCertificates[0]), NODE_EXTRA_CA_CERTS: maker.write('extra.pem', other.certificate) };
    const { certificates, unreadable, includesSystem } = await collectTrust(root.certificate.replaceAll('\n', '\r\n'), environment);
    const expected = new Set(bodies([...rootCertificates, root.certificate, other.certificate]));
    expect(bodies(certificates)).to.have.members([...expected]);
    expect({ unreadable, includesSystem }).to.deep.equal({ unreadable: [], includesSystem: true });
  });

  it('may be in several folders, among other files', async () => {
    writeFileSync(join(folder, 'a1b2c3d4.0'), root.certificate);
    writeFileSync(join(folder, 'README'), 'no certificate');
    const another = mkdtempSync(join(folder, 'another-'));
    writeFileSync(join(another, 'other.crt'), other.certificate);
    const { certificates } = await collectTrust(undefined, { SSL_CERT_DIR: [folder, another, '/nowhere'].join(delimiter) });
    expect(bodies(certificates)).to.include.members(bodies([root.certificate, other.certificate]));
  });

  it('are what the system keeps in one file, where it does', async () => {
    const bundles = ['/etc/ssl/certs/ca-certificates.crt', '/etc/pki/tls/certs/ca-bundle.crt'].filter((file) => existsSync(file)).slice(0, 1);
    const kept = bundles.flatMap((file) => readFileSync(file, 'latin1').match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? []);
    expect(bodies((await collectTrust(undefined, {})).certificates)).to.include.members(bodies(kept));
  });

  it('count also when one of them is damaged', () => {
    const damaged = '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n';
    expect(() => secureContext([root.certificate, damaged, other.certificate], undefined)).not.to.throw();
  });
});
