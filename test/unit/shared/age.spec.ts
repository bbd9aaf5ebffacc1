/** Encryption for a team, with the program `age` as an independent judge of the format. */
import { expect } from 'chai';
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { armor, Encrypter } from 'age-encryption';
import fc from 'fast-check';
import { createAge } from '../../../src/infrastructure/age.ts';
import { TemporaryFolder } from '../../support/temporary-folder.ts';

const age = createAge();
const passphrase = 'eleven quiet otters under the bridge';

describe('encryption for a team', () => {
  it('to recipients is read by the program age, and what that encrypts is read here', async () => {
    using folder = new TemporaryFolder();
    const { identity, recipient } = await age.newIdentity();
    const identityFile = join(folder.path, 'key.txt');
    writeFileSync(identityFile, `${identity}\n`);
    const { recipient: another } = await age.newIdentity();
    const sealed = await age.encryptTo([another, recipient], 'a private key');
    expect(execFileSync('age', ['--decrypt', '--identity', identityFile], { input: sealed, encoding: 'utf8' })).to.equal('a private key');
    expect(await age.decrypt(execFileSync('age', ['--armor', '--recipient', recipient], { input: 'another key', encoding: 'utf8' }), { identities: [identity] })).to.equal('another key');
  });

  it('by a passphrase is read by the program age, and what the library alone encrypts is read here', async () => {
    using folder = new TemporaryFolder();
    const file = join(folder.path, 'sealed');
    const sealed = await age.encryptBy(passphrase, 'a private key');
    writeFileSync(file, sealed);
    // The program asks for passphrases at a terminal alone.
    const shown = execFileSync('script', ['--quiet', '--return', '--command', `age --decrypt '${file}'`, '/dev/null'], { input: `${passphrase}\n`, encoding: 'utf8' });
    expect(shown).to.include('a private key');

    const encrypter = new Encrypter();
    encrypter.setPassphrase(passphrase);
    encrypter.setScryptWorkFactor(10);
    expect(await age.decrypt(armor.encode(await encrypter.encrypt('another key')), { passphrase, identities: [] })).to.equal('another key');
  });

  it('does not hold up the event loop while a passphrase is turned into a key', async () => {
    let turns = 0;
    const timer = setInterval(() => (turns += 1), 1);
    await age.encryptBy(passphrase, 'a private key');
    clearInterval(timer);
    expect(turns).to.be.above(5);
  });

  it('opens for nobody else, and says so apart from what is damaged', async () => {
    const { identity, recipient } = await age.newIdentity();
    const stranger = await age.newIdentity();
    const sealed = await age.encryptTo([recipient], 'a private key');
    expect(await age.decrypt(sealed, { identities: [stranger.identity], passphrase: 'a guess' })).to.equal(undefined);
    expect(await age.decrypt(sealed, { identities: [] })).to.equal(undefined);
    expect(await failureOf(age.decrypt('nothing of age', { identities: [identity] }))).to.be.instanceOf(TypeError);
    expect(await failureOf(age.encryptTo(['age1nobody'], 'a private key'))).to.be.instanceOf(TypeError);
    const lines = sealed.trim().split('\n');
    await fc.assert(fc.asyncProperty(fc.nat(lines.length - 3), fc.nat(40), async (line, place) => {
      const changed = lines.map((text, index) => (index === line + 1 ? text.slice(0, place) + (text[place] === 'A' ? 'B' : 'A') + text.slice(place + 1) : text)).join('\n');
      const outcome = await age.decrypt(changed, { identities: [identity] }).catch((error: unknown) => error);
      expect(outcome === undefined || outcome instanceof TypeError || (outcome === 'a private key' && changed.length !== sealed.trim().length), String(outcome)).to.equal(true);
    }), { numRuns: 50 });
  });

  it('refuses a passphrase stanza that would take the memory of the machine', async () => {
    const encrypter = new Encrypter();
    encrypter.setPassphrase(passphrase);
    encrypter.setScryptWorkFactor(2);
    const header = Buffer.from(await encrypter.encrypt('x')).toString('latin1').replace(/ 2\n/, ' 25\n');
    expect(await failureOf(age.decrypt(armor.encode(Buffer.from(header, 'latin1')), { passphrase, identities: [] }))).to.be.instanceOf(TypeError);
  });
});

async function failureOf(work: Promise<unknown>): Promise<unknown> {
  return work.then(() => undefined, (error: unknown) => error);
}
