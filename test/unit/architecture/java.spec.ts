/** What each module of the client for JetBrains IDEs may stand on. Maven keeps them from importing one another backwards. */
import { expect } from 'chai';
import { sourceFiles } from './source-files.ts';

const client = 'clients/jetbrains';

/** For each module, what nothing in it may name. */
const forbidden: Readonly<Record<string, RegExp>> = {
  core: /\b(com\.intellij|javax\.swing|java\.awt)\b/,
  ui: /\bcom\.intellij\b/,
  profile: /\b(com\.intellij|javax\.swing|java\.awt)\b/,
};

describe('the client for JetBrains IDEs', () => {
  for (const [module, pattern] of Object.entries(forbidden)) {
    it(`names in ${module} nothing that is not there`, () => {
      const files = sourceFiles([`${client}/${module}`], /\.java$/);
      expect(files).to.not.be.empty;
      expect(files.filter(({ text }) => pattern.test(text)).map(({ path }) => path)).to.deep.equal([]);
    });
  }

  it('prints nothing: stdout may be somebody else’s', () => {
    const files = sourceFiles([`${client}/core/src/main`, `${client}/ui/src/main`, `${client}/ide/src/main`], /\.java$/);
    expect(files.filter(({ text }) => /\bSystem\.(out|err)\b|\.printStackTrace\(\)/.test(text)).map(({ path }) => path)).to.deep.equal([]);
  });

  it('leaves no test out, and has none wait for a time and not for what happens', () => {
    const tests = sourceFiles([client], /Test\.java$/);
    expect(tests).to.not.be.empty;
    expect(tests.filter(({ text }) => /@Disabled|\bassum(e|ing)(True|False|That)\(|\bThread\.sleep\(/.test(text)).map(({ path }) => path)).to.deep.equal([]);
  });

  it('never switches the verification of certificates off', () => {
    const files = sourceFiles([client], /\.java$/);
    expect(files.filter(({ text }) => /\b(X509TrustManager|HostnameVerifier|rejectUnauthorized|NODE_TLS_REJECT_UNAUTHORIZED)\b/.test(text)).map(({ path }) => path)).to.deep.equal([]);
  });
});
