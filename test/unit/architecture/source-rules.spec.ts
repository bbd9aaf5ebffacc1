/** The rules of the architecture that the text of a file shows. */
import { expect } from 'chai';
import { requestMethods } from '../../../protocol/methods.ts';
import { sourceFiles, type SourceFile } from './source-files.ts';

const longest = 300;

describe('source files', () => {
  it('are not longer than can be understood at once', () => {
    const files = sourceFiles();
    expect(files).to.have.length.greaterThan(100);
    expect(files.filter(({ text }) => text.trimEnd().split('\n').length > longest).map(({ path }) => path)).to.deep.equal([]);
  });

  it('of the agent write nothing to stdout, which is the protocol’s', () => {
    // A command for the terminal speaks no protocol, and nothing of the server imports it.
    const files = sourceFiles(['src', 'protocol']).filter(({ path }) => path !== 'src/main.ts' && !path.startsWith('src/cli/'));
    expect(matches(files, /\bconsole\s*\.\s*(?!error\b|warn\b)\w+|\bstdout\s*\.\s*(write|end)\b/)).to.deep.equal([]);
    const users = files.filter(({ text }) => /\bprocess\s*\.\s*stdout\b/.test(text)).map(({ path }) => path);
    expect(users, 'the transport hands stdout to the writer of messages').to.have.members(['src/server/transport/transport.ts']);
  });

  it('of the agent write to stdout in main.ts for --version and --help alone', () => {
    const [main] = sourceFiles(['src'], /^main\.ts$/);
    expect(main?.text.match(/console|process\.stdout/g)).to.deep.equal(['process.stdout']);
    expect(main?.text).to.match(/kind === 'text'\) \{\s*process\.stdout\.write\(/);
  });

  it('never switch the verification of certificates off', () => {
    const product = sourceFiles(['src', 'protocol', 'clients', 'scripts']);
    expect(matches(product, /NODE_TLS_REJECT_UNAUTHORIZED['"]?\]?\s*[=:]\s*['"]|checkServerIdentity\s*[:(=]/)).to.deep.equal([]);
    expect(matches(sourceFiles(), /rejectUnauthorized['"]?\s*:\s*(false|0)\b/)).to.deep.equal([]);
  });

  it('touch no agent, dispatcher or trust that the whole process shares', () => {
    const shared = /setGlobalDispatcher|globalAgent|setGlobalOrigin|setDefaultCACertificates|rootCertificates\s*=/;
    expect(matches(sourceFiles(['src', 'protocol', 'clients']), shared)).to.deep.equal([]);
  });

  it('of tests leave none out and run none alone', () => {
    const leftOut = /\b(describe|context|suite|it|test|specify|before|after)\s*\.\s*(only|skip)\b|\bx(describe|context|it|specify)\s*\(|\bthis\s*\.\s*skip\s*\(/;
    expect(matches(sourceFiles(['test']), leftOut)).to.deep.equal([]);
  });

  it('of the core look at no clock, but at the one that is handed in', () => {
    expect(matches(sourceFiles(['src/core']), /\bDate\.now\(|\bnew Date\(\)|\bset(Timeout|Interval)\(/)).to.deep.equal([]);
  });

  it('of handlers hold one handler each, and are named for it', () => {
    const files = sourceFiles(['src/server/handlers']).filter(({ path }) => !path.endsWith('/index.ts'));
    const handled = files.map(({ path, text }) => {
      const exported = [...text.matchAll(/^export (.*)$/gm)].map(([, declaration]) => declaration);
      expect(exported, path).to.have.length(1);
      const [, name = '', method] = /^const (\w+): Handler<'(jira\/\w+)'> =/.exec(exported[0] ?? '') ?? [];
      expect(path).to.equal(`src/server/handlers/${name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}.ts`);
      return method;
    });
    expect(handled).to.have.members(Object.values(requestMethods));
  });
});

function matches(files: readonly SourceFile[], pattern: RegExp): string[] {
  return files.flatMap(({ path, text }) =>
    text.split('\n').flatMap((line, index) => (pattern.test(line) ? [`${path}:${index + 1}: ${line.trim()}`] : [])),
  );
}
