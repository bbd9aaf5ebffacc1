/** What of a buffer is the message of a commit. */
import { assert } from 'chai';
import { readCommitMessage } from '../../../src/core/commit/commit-message.ts';

const read = (text: string): ReturnType<typeof readCommitMessage> => {
  const lines = text.split('\n');
  return readCommitMessage({ count: lines.length, at: (line) => lines[line]! });
};
const message = (text: string): string => read(text).lines.map((line) => line.text).join('|');

describe('the buffer of a commit', () => {
  it('has the message outside of comments and above the scissors', () => {
    assert.strictEqual(message('Title\n\n# comment\nBody #1\n# ------------------------ >8 ------------------------\ndiff\n+text'), 'Title||Body #1');
  });

  it('has comments that begin with what git was told to begin them with', () => {
    const text = 'Title\n#12 is no comment\n; Please enter the commit message for your changes.\n; On branch main\n';
    assert.strictEqual(message(text), 'Title|#12 is no comment|');
    assert.strictEqual(read(text).branch?.branch, 'main');
  });

  it('is one of Mercurial, Jujutsu or Subversion too', () => {
    assert.strictEqual(message("Title\nHG: Enter commit message.\nHG: branch 'abc-1'"), 'Title');
    assert.strictEqual(read("\nHG: branch 'abc-1'").branch?.branch, 'abc-1');
    assert.strictEqual(message('JJ: Describe\nTitle'), 'Title');
    assert.strictEqual(message('Title\n--This line, and those below, will be ignored--\nM  file'), 'Title');
  });

  it('tells the branch in the languages that git speaks, and where its name is', () => {
    for (const said of ['On branch', 'Auf Branch', 'Sur la branche', 'En la rama', '位于分支']) {
      const { branch } = read(`\n# ${said} feature/abc-1\n`);
      assert.deepInclude(branch, { line: 1, branch: 'feature/abc-1', start: said.length + 3 });
    }
    assert.isUndefined(read('On branch abc-1').branch);
  });

  it('ends with what somebody may have written by hand', () => {
    assert.lengthOf(read('x\n'.repeat(20_000)).lines, 5000);
  });
});
