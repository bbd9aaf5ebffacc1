/** Texts made by chance, out of all that has a meaning in wiki markup or in Markdown. */
import fc from 'fast-check';
import type { Inline } from '../../../src/core/markup/document.ts';

/** What has a meaning within a line. */
const parts = [
  '*', '_', '~', '-', '+', '^', '??', '{', '}', '{{', '}}', '{*}', '[', ']', '|', '||', '!', '\\', '\\\\', '#', '(', ')', '<', '>', '&', '`', '```', '~~~',
  'h1. ', 'bq. ', '> ', '1. ', '1) ', '- ', '* ', '** ', '# ', '----', '---', '--', '=', ':', ':)', '(x)', '.', ',', "'", '"', '$', '@', '%', ' ', '  ', '\t',
  'a', 'b', 'foo', 'KEY-1', 'ä', '日', '😀', '\u00a0', '&lt;', '&#42;', '&#8238;', '<script>', '<b>', '</b>', '<br>', '<!--', '-->', '<http://x>',
  'http://a.b/c', 'https://x.y', 'mailto:x@y.z', 'javascript:alert(1)', 'command:x', 'ftp://x.y', 'xmpp:a@b.c', 'www.x.y', 'x@y.z',
  '{code}', '{code:java}', '{noformat}', '{quote}', '{panel:title=x}', '{color:red}', '{color}', '{anchor:x}',
  '[~joe]', '[^f.png]', '!f.png!', '!f.png|thumbnail!', '![x](http://y)', '[x](command:y)', '[x]: http://y', '[^1]: z', '](', '[ ] ', '[x] ', '|-|', '| - | - |', ':-',
];

const controls = ['\u202e', '\u2066', '\u0000', '\u001b[31m', '\u0085', '\ud800', '\r\n', '\r', '\n', '\n\n', '\n* ', '\n|', '\n# '];

/** A text of any kind. */
export const soup = fc
  .array(
    fc.oneof({ weight: 8, arbitrary: fc.constantFrom(...parts, ...controls) }, { weight: 1, arbitrary: fc.string({ maxLength: 6 }) }, { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 4 }) }),
    { maxLength: 24 },
  )
  .map((chosen) => chosen.join(''));

/** A text without line breaks and control characters. */
export const lineOfText = fc.array(fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...parts) }, fc.constant(' ')), { minLength: 1, maxLength: 8 }).map((chosen) => chosen.join(''));

const text: fc.Arbitrary<Inline> = lineOfText.map((value) => ({ type: 'text', value }));

/** The parts of a paragraph. */
export const inlines: fc.Arbitrary<Inline[]> = fc.array(
  fc.letrec<{ inline: Inline }>((tie) => ({
    inline: fc.oneof(
      { maxDepth: 3 },
      text,
      fc.constant<Inline>({ type: 'break' }),
      lineOfText.map((value): Inline => ({ type: 'code', value })),
      fc.record({ type: fc.constant('styled' as const), style: fc.constantFrom('strong', 'emphasis', 'deleted', 'inserted', 'citation'), children: fc.array(tie('inline'), { minLength: 1, maxLength: 3 }) }),
      fc.array(text, { minLength: 1, maxLength: 2 }).map((children): Inline => ({ type: 'link', target: { kind: 'url', url: 'https://target.example/' }, children })),
    ),
  })).inline,
  { minLength: 1, maxLength: 6 },
);

/** What is left of a text when white space does not count. */
export function withoutSpace(value: string): string {
  return value.replace(/\s+/g, '');
}
