/** What is taken from a text, and what is not. */
import { assert } from 'chai';
import fc from 'fast-check';
import { plainLine, plainText, webAddress } from '../../../src/core/text/plain-text.ts';

describe('a text from Jira', () => {
  for (const [what, given, expected] of [
    ['the colours and the title of a terminal', '\x1b[31mred\x1b[0m \x1b]0;title\x07', '[31mred[0m ]0;title'],
    ['a link of a terminal', '\x1b]8;;https://evil.example\x1b\\here\x1b]8;;\x1b\\', ']8;;https://evil.example\\here]8;;\\'],
    ['the escape sequences of C1', '\x9b2J\x9d0;x\x9c', '2J0;x'],
    ['backspaces, bells and zeros', 'safe\b\b\b\bevil\0\x07\x7f', 'safeevil'],
    ['an override of direction', 'invoice\u202efdp.exe', 'invoicefdp.exe'],
    ['isolates and embeddings', '\u2066a\u2067b\u2068c\u2069\u202ad\u202be\u202c', 'abcde'],
    ['hidden tags', 'ok\u{e0069}\u{e0067}\u{e006e}', 'ok'],
    ['a byte order mark', '\ufeffa', 'a'],
    ['half of a character', 'a\ud83d', 'a\ufffd'],
    ['several kinds of line end', 'a\r\nb\rc\u2028d\u2029e\x85f\vg\fh', 'a\nb\nc\nd\ne\nf\ng\nh'],
  ] as const) {
    it(`loses ${what}`, () => assert.strictEqual(plainText(given), expected));
  }

  for (const text of [
    'Plain, with a tab\tand\ntwo lines',
    '日本語 Ünïcödé é ñ',
    '👩‍👩‍👧 👍🏽 🇩🇪',
    '\u{1f3f4}\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f} won',
    'עברית \u200f(RTL)\u200e العربية \u061c',
    'क्\u200dष می\u200cخواهم',
    '<script>alert(1)</script> [x](command:evil) ![y](z) <!-- --> & " \' ` | * _',
  ]) {
    it(`keeps ${JSON.stringify(text)}`, () => assert.strictEqual(plainText(text), text));
  }

  it('of one line has one', () => {
    assert.strictEqual(plainLine('  two \r\n\t lines\u2028 and\ttabs\n'), 'two lines and tabs');
  });

  it('of one line is cut where it is longer than any name, between characters', () => {
    assert.strictEqual(plainLine('x'.repeat(1000)), 'x'.repeat(1000));
    assert.strictEqual(plainLine('x'.repeat(5000)), `${'x'.repeat(999)}…`);
    assert.strictEqual(plainLine(`${'x'.repeat(8)}😀y`, 10), `${'x'.repeat(8)}\ufffd…`);
  });

  it('has nothing left that acts, whatever it was, and is not changed a second time', () => {
    const anything = fc.string({ unit: fc.oneof(fc.integer({ min: 0, max: 0xffff }), fc.constantFrom(0x1b, 0x202e, 0x2066, 0x9b, 0xd83d, 0xdb40, 0xdc67, 0x0d)).map((code) => String.fromCharCode(code)) });
    fc.assert(
      fc.property(anything, (text) => {
        const clean = plainText(text);
        assert.isTrue(clean.isWellFormed());
        assert.notMatch(clean, /[^\P{Cc}\t\n]|[\u202a-\u202e\u2066-\u2069]/u);
        assert.strictEqual(plainText(clean), clean);
        assert.notMatch(plainLine(text), /[\n\t]/);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('an address from Jira', () => {
  it('is one of the web, or none', () => {
    assert.strictEqual(webAddress('https://jira.example.com/secure/useravatar?avatarId=1'), 'https://jira.example.com/secure/useravatar?avatarId=1');
    assert.strictEqual(webAddress('HTTP://jira/a\nb'), 'http://jira/ab');
    for (const wrong of ['javascript:alert(1)', 'command:workbench.action.terminal', 'file:///etc/passwd', 'data:image/svg+xml,<svg/>', 'vscode://x', 'avatar.png', '', 7, undefined]) {
      assert.isUndefined(webAddress(wrong));
    }
  });
});
