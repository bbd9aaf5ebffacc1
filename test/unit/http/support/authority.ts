/** Certificates made by openssl, with a private authority. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A certificate and its private key, both in PEM. */
export interface Certified {
  readonly certificate: string;
  readonly privateKey: string;
}

/** What goes into a certificate. */
export interface CertificateOptions {
  readonly commonName: string;
  /** In openssl's words, for instance `DNS:localhost,IP:127.0.0.1`. */
  readonly names?: string;
  readonly authority?: boolean;
  /** `YYYYMMDDHHMMSSZ`. */
  readonly from?: string;
  readonly until?: string;
  /** Absent: it signs itself. */
  readonly issuer?: Certified;
}

/** Makes certificates in a folder of its own. */
export class CertificateMaker {
  readonly #folder = mkdtempSync(join(tmpdir(), 'certificates-'));
  #count = 0;

  make({ commonName, names, authority = false, from = '20200101000000Z', until = '20990101000000Z', issuer }: CertificateOptions): Certified {
    this.#count += 1;
    const folder = join(this.#folder, String(this.#count));
    mkdirSync(folder);
    const path = (name: string): string => join(folder, name);
    openssl('genpkey', '-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-256', '-out', path('key.pem'));
    openssl('req', '-new', '-key', path('key.pem'), '-subj', `/CN=${commonName}`, '-out', path('request.pem'));
    writeFileSync(path('index.txt'), '');
    writeFileSync(path('openssl.cnf'), configuration(folder, authority, names));
    writeFileSync(path('issuer.pem'), issuer?.certificate ?? '');
    writeFileSync(path('issuer-key.pem'), issuer?.privateKey ?? readFileSync(path('key.pem')));
    const signer = issuer === undefined ? ['-selfsign'] : ['-cert', path('issuer.pem')];
    openssl(
      'ca', '-batch', '-notext', '-config', path('openssl.cnf'), ...signer, '-keyfile', path('issuer-key.pem'),
      '-startdate', from, '-enddate', until, '-in', path('request.pem'), '-out', path('certificate.pem'),
    );
    return { certificate: readFileSync(path('certificate.pem'), 'utf8'), privateKey: readFileSync(path('key.pem'), 'utf8') };
  }

  /** Writes a file into the folder, and gives its path. */
  write(name: string, content: string): string {
    const file = join(this.#folder, name);
    writeFileSync(file, content);
    return file;
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true });
  }
}

function configuration(folder: string, authority: boolean, names: string | undefined): string {
  return `
[ca]
default_ca = here
[here]
database = ${folder}/index.txt
new_certs_dir = ${folder}
rand_serial = yes
default_md = sha256
policy = any
x509_extensions = extensions
unique_subject = no
[any]
commonName = supplied
[extensions]
basicConstraints = critical,CA:${authority ? 'TRUE' : 'FALSE'}
${names === undefined ? '' : `subjectAltName = ${names}`}
`;
}

/** Runs openssl, and gives what it prints. */
export function openssl(...commandLine: string[]): string {
  return execFileSync('openssl', commandLine, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}
