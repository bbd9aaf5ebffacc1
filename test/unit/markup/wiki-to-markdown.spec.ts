/** Wiki markup of Jira as Markdown. */
import { expect } from 'chai';
import { wikiToMarkdown } from '../../../src/core/markup/wiki-to-markdown.ts';
import { fixtures } from './fixtures.ts';

/** For each notation what is written and what is shown. */
const notations: Readonly<Record<string, readonly (readonly [wiki: string, markdown: string])[]>> = {
  'headings': [
    ['h1. A', '# A'],
    ['h6.A *b*', '###### A **b**'],
    ['text\nh3. A\ntext', 'text\n\n### A\n\ntext'],
    ['h2. C #', '## C \\#'],
    ['h7. A', 'h7. A'],
    ['h1.', ''],
  ],
  'paragraphs and line breaks': [
    ['a\nb', 'a  \nb'],
    ['a\\\\b', 'a  \nb'],
    ['a\r\nb\rc\r\n\r\nd', 'a  \nb  \nc\n\nd'],
    ['\\\\server\\share C:\\new\\test', '\\\\\\server\\share C:\\new\\test'],
    ['  a \n \n\n   b', 'a\n\nb'],
  ],
  'styles': [
    ['*a* _b_ -c- +d+ ??e??', '**a** _b_ ~~c~~ d _e_'],
    ['*_a_* _*b*_ *-c-*', '**_a_** _**b**_ **~~c~~**'],
    ['a*b* *c*d 2*3*4 snake_case_name a-b-c', 'a\\*b\\* \\*c\\*d 2\\*3\\*4 snake_case_name a-b-c'],
    ['un{*}believ{*}able {_}a{_}b', 'un**believ**able ab'],
    ['* a* *b *', '- a\\* \\*b *'],
    ['*a\nb*', '\\*a  \nb\\*'],
    ['*a* *b* *c**d*', '**a** **b** **cd**'],
    ['*a _b* c_', '**a \\_b** c\\_'],
  ],
  'scripts': [
    ['10{^}-3{^} H{~}2{~}O', '10⁻³ H₂O'],
    ['x {^}max{^} y {~}i+1{~}', 'x ^(max) y _(i+1)'],
  ],
  'code within a line': [
    ['{{a_b}} {{*}} {{a\\}b}} {{&lt;x&gt;}}', '`a_b` `*` `a}b` `<x>`'],
    ['{{a`b}} {{``}} {{`}}', '``a`b`` ` `` ` `` ` ``'],
    ['{{ a }} {{}} a{{b}} {{b}}c', '{{ a }} {{}} a{{b}} {{b}}c'],
    ['a{{{}b{}}}c {{${x}}}', 'a`b`c `${x}`'],
    ['{{a}}{{b}}', '`ab`'],
  ],
  'lists': [
    ['* a\n** b\n*** c\n* d', '- a\n  - b\n    - c\n- d'],
    ['# a\n#* b\n#* c\n# d', '1. a\n   - b\n   - c\n2. d'],
    ['* a\n*# b\n*# c', '- a\n  1. b\n  2. c'],
    ['- a\n-- b', '- a\n  - b'],
    ['* a\n# b', '- a\n\n1. b'],
    ['# a\n\n# b', '1. a\n\n1) b'],
    ['* a\nb\n\nc', '- a  \n  b\n\nc'],
    ['** a\n** b', '- a\n- b'],
    ['* a\n*** b', '- a\n  - b'],
    ['*a\n-b\n#c', '*a  \n-b  \n#c'],
    ['-- a\n--- b', '– a  \n— b'],
    ['* a\n* \n* b', '- a\n- b'],
    ['* a\n{code}\nx\n\ny\n{code}\n* b', '- a\n  ```\n  x\n\n  y\n  ```\n- b'],
    ['* a\nh2. b\n* c\n|d|', '- a\n\n## b\n\n- c\n\n|  |\n| --- |\n| d |'],
    [`${'*'.repeat(5000)} a`, '- a'],
  ],
  'tables': [
    ['||a||b||\n|c|d|', '| a | b |\n| --- | --- |\n| c | d |'],
    ['|a|b|', '|  |  |\n| --- | --- |\n| a | b |'],
    ['||a|b|\n||c|d|', '|  |  |\n| --- | --- |\n| **a** | b |\n| **c** | d |'],
    ['||a||\n|b\nc|', '| a |\n| --- |\n| b <br>c |'],
    ['||a||\n|b|c|', '| a |  |\n| --- | --- |\n| b | c |'],
    ['|a \\| b|{{c}}|', '|  |  |\n| --- | --- |\n| a \\| b | `c` |'],
    ['|[a|https://x.y]|!b.png|width=3!|', '|  |  |\n| --- | --- |\n| [a](https://x.y) | ![b.png](b.png) |'],
    ['|{code}\na\\|b\nc|d\n{code}|* e\n* f|', '|  |  |\n| --- | --- |\n| a\\\\\\|b <br>`c\\|d` | • e <br>• f |'],
    ['|', ''],
    ['a\n|b|\nc', 'a\n\n|  |\n| --- |\n| b |\n\nc'],
  ],
  'quotes and panels': [
    ['bq. a *b*', '> a **b**'],
    ['{quote}\na\n\n* b\n{quote}', '> a\n>\n> - b'],
    ['a {quote}b{quote} c', 'a\n\n> b\n\nc'],
    ['{panel:title=T & *x*|bgColor=#fff}\na\n{panel}', '> **T & x**\n>\n> a'],
    ['{panel}a{quote}b{quote}{panel}', '> a\n>\n> > b'],
    ['{quote}{quote}', ''],
    ['{note}a{note}{tip:title=b}c{tip}', '> **Note**\n>\n> a\n\n> **b**\n>\n> c'],
  ],
  'code': [
    ['{code}\na\n  b\n{code}', '```\na\n  b\n```'],
    ['{code:java|title=A.java}\na\n{code}', '**A.java**\n\n```java\na\n```'],
    ['{code:title=A|language=C#}a{code}', '**A**\n\n```c#\na\n```'],
    ['{CODE:xml}<a/>{CODE}', '```xml\n<a/>\n```'],
    ['{code}\n\n\ta \n\n{code}', '```\n\n\ta \n\n```'],
    ['{code}\n````\n```\n{code}', '`````\n````\n```\n`````'],
    ['{noformat}*a* {code} {quote}{noformat}', '```\n*a* {code} {quote}\n```'],
    ['{code:a b`c}x{code}', '```\nx\n```'],
    ['a {code}b{code} c', 'a\n\n```\nb\n```\n\nc'],
    ['{code}{code}', ''],
    ['{quote}{code}\na\n\nb{code}{quote}', '> ```\n> a\n>\n> b\n> ```'],
  ],
  'colours, anchors, rules and dashes': [
    ['{color:red}a{color} x{color:#00f}*b*{color}y', 'a x**b**y'],
    ['{color:red}\n* a\n{color}', '- a'],
    ['{anchor:a}b', 'b'],
    ['a\n----\nb', 'a\n\n---\n\nb'],
    ['a -- b --- c --d --e f-g', 'a – b — c --d --e f-g'],
  ],
  'links': [
    ['[a *b*|https://x.y/c_d]', '[a **b**](https://x.y/c_d)'],
    ['[https://x.y] [https://x.y|https://x.y|smart-link]', '<https://x.y> <https://x.y>'],
    ['[a|https://x.y|tip] [a|HTTP://x.y/b c(d)]', '[a](https://x.y) [a](HTTP://x.y/b%20c%28d%29)'],
    ['https://x.y/a_b*c, (https://x.y/(z)).', '<https://x.y/a_b*c>, (<https://x.y/(z)>).'],
    ['*https://x.y*', '**<https://x.y>**'],
    ['[a|mailto:b@c.d] [mailto:b@c.d] mailto:b@c.d', '[a](mailto:b@c.d) <mailto:b@c.d> <mailto:b@c.d>'],
    ['[a|#b] [#b]', 'a b'],
    ['[^a b.txt] [c^d.txt] [c|^d.txt]', '[a b.txt](a%20b.txt) [c](d.txt) [c](d.txt)'],
    ['[~joe] [Joe|~joe]', '@joe Joe'],
    ['[ERROR] [a|b] [a] [] a[0] [x^2]', '[ERROR] [a|b] [a] [] a[0] [x^2]'],
    ['[a|ftp://x.y] [a|javascript:b] [a|//x.y]', '[a|ftp\\://x.y] [a|javascript:b] [a|//x.y]'],
    ['[a [b|https://x.y]', '[a [b](https://x.y)'],
    ['[a\\]b|https://x.y]', '[a\\]b](https://x.y)'],
    ['https://x.y?a&copy;b [a|https://x.y?a&lt;b]', '[https\\://x.y?a\\&copy;b](https://x.y?a&amp;copy;b) [a](https://x.y?a&amp;lt;b)'],
  ],
  'images': [
    ['!a.png! !a b.png|thumbnail! !a.png|width=300,alt=An image!', '![a.png](a.png) ![a b.png](a%20b.png) ![An image](a.png)'],
    ['!https://x.y/a.png?b! !https://x.y/a!', '![a.png](https://x.y/a.png?b) ![a](https://x.y/a)'],
    ['[!a.png!|https://x.y]', '[![a.png](a.png)](https://x.y)'],
    ['!a.pdf! !film.mp4|width=3!', '[a.pdf](a.pdf) [film.mp4](film.mp4)'],
    ['Hello! World! !important! wow!a.png!', 'Hello! World! !important! wow!a.png!'],
    ['![a|https://x.y]', '\\![a](https://x.y)'],
  ],
  'emoticons': [
    [':) :( :D ;) (y) (n) (i) (/) (x) (!) (+) (-) (?) (on) (off) (*) (*r) (flag)', '🙂 🙁 😀 😉 👍 👎 ℹ️ ✅ ❌ ⚠️ ➕ ➖ ❓ 💡 🌑 ⭐ ⭐ 🚩'],
    ['f(x) (x)y :Dd', 'f(x) (x)y :Dd'],
  ],
  'escapes and references to characters': [
    ['\\*a\\* \\[b\\] \\{code\\} \\-c-', '\\*a\\* [b] {code} -c-'],
    ['&lt;b&gt; &auml; &#42;&#x2a; &nope; AT&T', '\\<b> ä \\*\\* \\&nope; AT&T'],
  ],
  'what is unknown or malformed': [
    ['{toc} {jira:KEY-1} {unknown}a{unknown}', '{toc} {jira:KEY-1} {unknown}a{unknown}'],
    ['{code}a', '{code}a'],
    ['{quote}\n*a*', '{quote}  \n**a**'],
    ['{color:red}a', '{color:red}a'],
    ['{"a": {"b": 1}}', '{"a": {"b": 1}}'],
    ['{{{code}}}', '{`code`}'],
  ],
  'what Markdown would read as markup': [
    ['1. a\n2) b\n+ c\n> d\n~~~\n===\n# #', '1\\. a  \n2\\) b  \n\\+ c  \n\\> d  \n\\~\\~\\~  \n\\===\n\n1. \\#'],
    ['a\n=', 'a  \n\\='],
    ['<b> <!-- --> a < b', '\\<b> \\<!-- --> a < b'],
    ['[a]: https://x.y', '\\[a]: <https://x.y>'],
    ['[a](b)', '[a\\](b)'],
    ['* [ ] a\n* [x] b', '- \\[ ] a\n- \\[x] b'],
    ['`a` __b__c', '\\`a\\` \\__b_\\_c'],
    ['a\\', 'a\\\\'],
    ['~5 * 3', '~5 * 3'],
  ],
};

describe('Wiki markup to Markdown', () => {
  for (const [notation, pairs] of Object.entries(notations)) {
    it(`knows ${notation}`, () => {
      for (const [wiki, markdown] of pairs) {
        expect(wikiToMarkdown(wiki), wiki).to.equal(markdown);
      }
    });
  }

  it('asks the caller for users, issues and attachments', () => {
    const addresses = {
      linkUser: (name: string) => (name === 'joe' ? { displayName: 'Joe Doe', url: 'https://j/secure/ViewProfile.jspa?name=joe' } : undefined),
      linkIssue: (key: string) => (key.startsWith('KEY-') ? `https://j/browse/${key}` : undefined),
      attachmentUrl: (name: string) => (name === 'a.png' ? 'https://j/secure/attachment/1/a.png' : undefined),
    };
    expect(wikiToMarkdown('[~joe] [~amy]', addresses)).to.equal('[@Joe Doe](https://j/secure/ViewProfile.jspa?name=joe) @amy');
    expect(wikiToMarkdown('KEY-1, [KEY-2] [b|KEY-3] UTF-8 XKEY-1x a/KEY-1 KEY-01', addresses)).to.equal(
      '[KEY-1](https://j/browse/KEY-1), [KEY-2](https://j/browse/KEY-2) [b](https://j/browse/KEY-3) UTF-8 XKEY-1x a/KEY-1 KEY-01',
    );
    expect(wikiToMarkdown('!a.png! [^a.png] !b.png! [^c.txt]', addresses)).to.equal(
      '![a.png](https://j/secure/attachment/1/a.png) [a.png](https://j/secure/attachment/1/a.png) b.png c.txt',
    );
  });

  describe('of texts as people write them', () => {
    for (const { name, source, expected } of fixtures('read')) {
      it(name, () => {
        expect(wikiToMarkdown(source)).to.equal(expected);
        expect(wikiToMarkdown(source.replaceAll('\n', '\r\n'))).to.equal(expected);
      });
    }
  });
});
