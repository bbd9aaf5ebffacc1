import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { readPrivateKey } from '../../../src/core/keys/private-key.ts';
import { openssl, run, temporaryFolder } from '../../support/openssl.ts';

/** Each program is run as the message tells the user to, and the key that comes out must be read. */
describe('The advice of a refusal', () => {
  const folder = temporaryFolder();
  after(() => folder.remove());

  let original: string;
  before(() => {
    original = openssl('genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048').toString();
    folder.write('rsa.pem', original);
  });

  /** The commands in a message, with the user's file in the place of its name. */
  async function commandsFor(text: string, file: string, passphrase?: string): Promise<string[]> {
    const message = await readPrivateKey(text, passphrase).then(
      () => expect.fail('it was read'),
      (error: Error) => error.message,
    );
    return [...message.matchAll(/“((?:openssl|ssh-keygen|base64) [^”]+)”/g)].map(([, command]) => command!.replace(/FILE|COPY/, file).replace('key.pem', folder.path('key.pem')));
  }

  /** Answers on the command line what the program would ask for. */
  function follow(command: string, ...answers: string[]): void {
    const [program, ...args] = command.split(' ');
    run(program!, [...args, ...answers]);
  }

  async function assertRead(file: string): Promise<void> {
    expect((await readPrivateKey(readFileSync(file, 'utf8'))).pem).to.equal(original);
  }

  it('turns an OpenSSH key into one that is read', async () => {
    const file = folder.write('openssh', original);
    run('chmod', ['600', file]);
    run('ssh-keygen', ['-p', '-N', '', '-f', file]);
    const text = readFileSync(file, 'utf8');
    expect(text).to.contain('OPENSSH PRIVATE KEY');
    const [command] = await commandsFor(text, file);
    follow(command!, '-N', '');
    await assertRead(file);
  });

  it('takes the key out of PKCS#12', async () => {
    const certificate = folder.write('certificate.pem', openssl(['req', '-x509', '-key', folder.path('rsa.pem'), '-subj', '/CN=x']));
    const bytes = openssl(['pkcs12', '-export', '-inkey', folder.path('rsa.pem'), '-in', certificate, '-passout', 'pass:secret']);
    const [command] = await commandsFor(bytes.toString('base64'), folder.write('key.p12', bytes));
    follow(command!, '-passin', 'pass:secret');
    await assertRead(folder.path('key.pem'));
  });

  it('turns a binary key into one that is read', async () => {
    const bytes = openssl('pkey -outform DER', original);
    const [command] = await commandsFor(bytes.toString(), folder.write('key.der', bytes));
    follow(command!);
    await assertRead(folder.path('key.pem'));
  });

  it('decodes PEM in base64', async () => {
    const text = Buffer.from(original).toString('base64');
    const [command] = await commandsFor(text, folder.write('key.b64', text));
    expect((await readPrivateKey(run('sh', ['-c', command!]).toString())).pem).to.equal(original);
  });

  it('decrypts what is encrypted in a way that is out of use', async () => {
    const legacy = ['-provider', 'legacy', '-provider', 'default', '-passout', 'pass:secret'];
    for (const args of [['pkcs8', '-topk8', '-v1', 'PBE-SHA1-RC4-128', ...legacy], ['rsa', '-traditional', '-seed', ...legacy]]) {
      const text = openssl(args, original).toString();
      const [command] = await commandsFor(text, folder.write('old.pem', text), 'secret');
      follow(command!, '-passin', 'pass:secret');
      await assertRead(folder.path('key.pem'));
    }
  });

  it('makes an RSA key', async () => {
    const [command] = await commandsFor(openssl('genpkey -algorithm ed25519').toString(), '');
    follow(command!);
    expect((await readPrivateKey(readFileSync(folder.path('key.pem'), 'utf8'))).bits).to.equal(2048);
  });

  it('tells whether a passphrase is the right one', async () => {
    const text = openssl('pkcs8 -topk8 -passout pass:secret', original).toString();
    const [command] = await commandsFor(text, folder.write('locked.pem', text), 'wrong');
    follow(command!, '-passin', 'pass:secret');
    expect(() => follow(command!, '-passin', 'pass:wrong')).to.throw();
  });
});
