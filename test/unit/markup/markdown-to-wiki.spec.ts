/** Markdown as wiki markup of Jira. */
import { expect } from 'chai';
import fc from 'fast-check';
import { markdownToWiki } from '../../../src/core/markup/markdown-to-wiki.ts';
import { wikiToMarkdown } from '../../../src/core/markup/wiki-to-markdown.ts';
import { fixtures } from './fixtures.ts';
import { soup } from './texts.ts';

/** For each notation what is written and what Jira gets. */
const notations: Readonly<Record<string, readonly (readonly [markdown: string, wiki: string])[]>> = {
  'headings and rules': [
    ['# A *b* #\n\nC\n=\n\nD\n-\n\n###### E\n\n***', 'h1. A _b_\n\nh1. C\n\nh2. D\n\nh6. E\n\n----'],
  ],
  'paragraphs and line breaks': [
    ['a\nb  \nc\\\nd\n\ne', 'a\nb\nc\nd\n\ne'],
    ['a\r\nb<br>c<br/>d', 'a\nb\nc\nd'],
  ],
  'styles': [
    ['**a** *b* ~~c~~ ***d***', '*a* _b_ -c- _*d*_'],
    ['un**believ**able **a**b __c__', 'un{*}believ{*}able *a{*}b *c*'],
    ['**a\nb**', '*a*\n*b*'],
    ['**a **b** c**', '*a b c*'],
    ['** a** *b', '\\** a** \\*b'],
    ['H<sub>2</sub>O 10<sup>3</sup> <ins>a</ins> <u>b</u> <del>c</del> <b>d</b> <i>e</i>', 'H{~}2{~}O 10{^}3^ +a+ +b+ -c- *d* _e_'],
    ['<b>a *b</b> c*', '*a b* c'],
  ],
  'code within a line': [
    ['`a_b` `{x}` `*` `a|b` ``a`b``', '{{a_b}} {{\\{x\\}}} {{\\*}} {{a|b}} {{a`b}}'],
    ['a`b`c', 'a{{{}b{}}}c'],
    ['`C:\\` `https://x.y`', '{{C:&#92;}} {{https://x.y}}'],
  ],
  'lists': [
    ['- a\n  - b\n    1. c\n- d\n\n3. e', '* a\n** b\n**# c\n* d\n\n# e'],
    ['1. a\n\n   b\n\n   ```\n   c\n\n   d\n   ```\n2. e', '# a\nb\n{noformat}\nc\n\nd\n{noformat}\n# e'],
    ['- [ ] a\n- [x] b\n- [y] c\n- \\[x] d', '* ☐ a\n* ☑ b\n* \\[y\\] c\n* \\[x\\] d'],
    ['- # a', '* *a*'],
    ['-\n- a', '* a'],
  ],
  'tables': [
    ['| a | b |\n|---|:-:|\n| 1 \\| 2 | `c\\|d` |\n| |', '||a||b||\n|1 \\| 2|{{c\\|d}}|\n| | |'],
    ['| | |\n|-|-|\n| a | b<br>c |', '|a|b \\\\ c|'],
  ],
  'quotes': [
    ['> a', 'bq. a'],
    ['> a\n> b', '{quote}\na\nb\n{quote}'],
    ['> a\n>\n> > b\n> >\n> > > c\n> >\n> > d', '{quote}\na\n\n{panel}\nb\n\nbq. c\n\nd\n{panel}\n{quote}'],
    ['> a\n>\n> ```\n> {quote}\n> ```', '{panel}\na\n\n{noformat}\n{quote}\n{noformat}\n{panel}'],
  ],
  'code': [
    ['```java\na\n\n  b\n```', '{code:java}\na\n\n  b\n{code}'],
    ['```TypeScript x\na\n```\n~~~rust\nb\n~~~\n\n    c', '{code:javascript}\na\n{code}\n\n{noformat}\nb\n{noformat}\n\n{noformat}\nc\n{noformat}'],
    ['```java\n"{code}"\n```', '{noformat}\n"{code}"\n{noformat}'],
    ['```\n{noformat}\n```', '{code:none}\n{noformat}\n{code}'],
    ['```\n{noformat}{code}\n```', '{code:none}\n{noformat}\\{code}\n{code}'],
    ['```\n\n```', ''],
  ],
  'links': [
    ['[a *b*](https://x.y/c_d "t") <https://x.y> https://x.y/a_b_.', '[a _b_|https://x.y/c_d] [https://x.y] [https://x.y/a_b_].'],
    ['[a|b\\]](https://x.y/|[]) [![a](b.png)](https://x.y)', '[a&#124;b&#93;|https://x.y/%7C%5B%5D] [!b.png|alt=a!|https://x.y]'],
    ['[a](mailto:b@c.d) <b@c.d> [a](b%20c.txt) [d.txt](d.txt) [e](#f)', '[a|mailto:b@c.d] [mailto:b@c.d] [a|^b c.txt] [^d.txt] e'],
    ['**https://x.y**', '*[https://x.y]*'],
  ],
  'images': [
    ['![](a.png) ![b](https://x.y/a.png) ![a, "b"|c](d.png)', '!a.png! !https://x.y/a.png|alt=b! !d.png|alt=a   b  c!'],
  ],
  'what Jira would read as markup': [
    ['h1. a\n\nbq. b\n\n\\# c\n\n\\- d\n\n\\---- e', '&#104;1. a\n\n&#98;q. b\n\n\\# c\n\n\\- d\n\n\\---- e'],
    ['{a} [b] -c d- +e+ ^f^ ~g~ ??h?? !i! 2*3 a-b a_b', '\\{a\\} \\[b\\] \\-c d- \\+e+ \\^f^ \\~g~ \\?\\?h\\?\\? \\!i! 2*3 a-b a_b'],
    [':) (x) :D :Dx a -- b', '&#58;) \\(x) &#58;D :Dx a \\-\\- b'],
    ['C:\\temp\\\\\\* \\&lt; AT&T', 'C:\\temp&#92;* &amp;lt; AT&T'],
    ['<!-- a --> b <!-- c -->\n\n<br>\n\n<!-- d', 'b\n\n<\\!-- d'],
    ['<div>{x}</div>\n\na <x> b </i> <!-- c -->', '<div>\\{x\\}</div>\n\na <x> b </i>'],
  ],
};

describe('Markdown to wiki markup', () => {
  for (const [notation, pairs] of Object.entries(notations)) {
    it(`knows ${notation}`, () => {
      for (const [markdown, wiki] of pairs) {
        expect(markdownToWiki(markdown), markdown).to.equal(wiki);
      }
    });
  }

  it('makes mentions and keys of links to the server that the text goes to, and of no others', () => {
    const markdown = '[@Joe](https://j.x/jira/secure/ViewProfile.jspa?name=joe%20d) [KEY-1](https://j.x/jira/browse/KEY-1) <https://j.x/jira/browse/KEY-2> [a](https://j.x/jira/browse/KEY-3)';
    expect(markdownToWiki(markdown, 'https://j.x/jira')).to.equal('[~joe d] KEY-1 KEY-2 [a|KEY-3]');
    expect(markdownToWiki('[KEY-1](https://other/browse/KEY-1) [b](https://j.x/jira/browse/KEY-1?a=b)', 'https://j.x/jira')).to.equal(
      '[KEY-1|https://other/browse/KEY-1] [b|https://j.x/jira/browse/KEY-1?a=b]',
    );
  });

  describe('of texts as people write them', () => {
    for (const { name, source, expected } of fixtures('write')) {
      it(name, () => {
        expect(markdownToWiki(source, 'https://jira.example.com')).to.equal(expected);
      });
    }
  });
});

/** Markdown as the agent writes it. */
const words = fc.array(fc.constantFrom('one', 'two', 'snake_case', 'x-y', 'Größe', '日本', '3.5', 'C++', '(see)', '1/2', 'a&b', 'e.g.,'), { minLength: 1, maxLength: 5 }).map((each) => each.join(' '));
const part = fc.oneof(
  { weight: 3, arbitrary: words },
  words.map((each) => `**${each}**`),
  words.map((each) => `_${each}_`),
  words.map((each) => `~~${each}~~`),
  words.map((each) => `\`${each}\``),
  words.map((each) => `[${each}](https://example.com/a_b)`),
  fc.constant('<https://example.com/a?b=c_d_>'),
  fc.constant('[log.txt](log.txt)'),
  fc.constant('![shot.png](shot.png)'),
);
const line = fc.array(part, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(' '));
const list = (bullet: string): fc.Arbitrary<string> => fc.array(line, { minLength: 1, maxLength: 3 }).map((lines) => lines.map((each, index) => `${bullet === '1.' ? `${index + 1}.` : bullet} ${each}`).join('\n'));
const indented = (width: number) => (text: string): string => text.replace(/^/gm, ' '.repeat(width));
const block = fc.oneof(
  fc.array(line, { minLength: 1, maxLength: 3 }).map((lines) => lines.join('  \n')),
  fc.tuple(fc.integer({ min: 1, max: 6 }), line).map(([level, each]) => `${'#'.repeat(level)} ${each}`),
  fc.tuple(line, list('-').map(indented(2))).map(([each, nested]) => `- ${each}\n${nested}`),
  fc.tuple(line, list('-').map(indented(3))).map(([each, nested]) => `1. ${each}\n${nested}`),
  list('1.'),
  fc.constantFrom('```java\nint a; // *b* {c}\n\n\treturn;\n```', '```\n[x] -y- ``\n```', '---'),
  fc.tuple(line, line).map(([one, other]) => `> ${one}  \n> ${other}\n>\n> - ${one}`),
  fc.tuple(words, line, line).map(([head, one, other]) => `| ${head} |  |\n| --- | --- |\n| ${one} | ${other} <br>${one} |`),
);
/** Blocks that follow each other; two lists of a kind would be told apart by another marker. */
const document = fc.array(block, { minLength: 1, maxLength: 5 }).map((blocks) => blocks.filter((each, index) => index === 0 || !/^(?:-|\d\.) /.test(each) || !/^(?:-|\d\.) /.test(blocks[index - 1] as string)).join('\n\n'));

describe('Markdown by way of wiki markup', () => {
  it('is what it was', () => {
    fc.assert(
      fc.property(document, (markdown) => {
        expect(wikiToMarkdown(markdownToWiki(markdown))).to.equal(markdown);
      }),
      { numRuns: 2000 },
    );
  });

  it('is after the second time what it was after the first, whatever it was', () => {
    fc.assert(
      fc.property(soup, (markdown) => {
        const first = wikiToMarkdown(markdownToWiki(wikiToMarkdown(markdownToWiki(markdown))));
        expect(wikiToMarkdown(markdownToWiki(first))).to.equal(first);
      }),
      { numRuns: 2000 },
    );
  });

  for (const { name, expected } of fixtures('read')) {
    it(`keeps the text “${name}”`, () => {
      expect(wikiToMarkdown(markdownToWiki(expected))).to.equal(expected);
    });
  }
});
