/** The rules of the client for JetBrains IDEs that the text of a file shows. */
import { expect } from 'chai';
import { sourceFiles, type SourceFile } from './source-files.ts';

const java = sourceFiles(['clients'], /\.java$/);
const inModule = (name: string): SourceFile[] => java.filter(({ path }) => path.startsWith(`clients/jetbrains/${name}/`));

describe('the client for JetBrains IDEs', () => {
  it('has a core with nothing of Swing or of an IDE in it, and panels with nothing of an IDE', () => {
    expect(inModule('core')).to.have.length.greaterThan(40);
    expect(inModule('ui')).to.have.length.greaterThan(10);
    expect(matches(inModule('core'), /\b(javax\.swing|java\.awt|com\.intellij)\b/)).to.deep.equal([]);
    expect(matches(inModule('ui'), /\bcom\.intellij\b/)).to.deep.equal([]);
  });

  it('leaves no test out and waits for no time to pass', () => {
    const tests = java.filter(({ path }) => path.includes('/src/test/'));
    expect(tests).to.not.be.empty;
    expect(matches(tests, /@Disabled|@Ignore|\bassume(True|False|That)\(|\bThread\.sleep\(/)).to.deep.equal([]);
  });

  it('never switches the verification of certificates off', () => {
    expect(matches(java, /\b(X509TrustManager|HostnameVerifier|rejectUnauthorized|NODE_TLS_REJECT_UNAUTHORIZED)\b/)).to.deep.equal([]);
  });
});

function matches(files: readonly SourceFile[], pattern: RegExp): string[] {
  return files.flatMap(({ path, text }) => text.split('\n').flatMap((line, index) => (pattern.test(line) ? [`${path}:${index + 1}: ${line.trim()}`] : [])));
}
