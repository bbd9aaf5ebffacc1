/** Whatever stands in an issue, an editor is given text: judged by parsers of Markdown that are not the agent's. */
import { expect } from 'chai';
import fc from 'fast-check';
import { clean } from '../../../src/core/markup/characters.ts';
import { plainText } from '../../../src/core/markup/document.ts';
import { writeMarkdown } from '../../../src/core/markup/markdown/write-document.ts';
import { markdownToWiki } from '../../../src/core/markup/markdown-to-wiki.ts';
import { wikiToMarkdown } from '../../../src/core/markup/wiki-to-markdown.ts';
import { readWiki } from '../../../src/core/markup/wiki/read-document.ts';
import { writeWiki } from '../../../src/core/markup/wiki/write-document.ts';
import { findByMarked, findByMicromark, nodesOf, parse, textOf } from './markdown-parsers.ts';
import { inlines, lineOfText, soup, withoutSpace } from './texts.ts';

const runs = { numRuns: 3000 };
const dangerous = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;
const lone = /\p{Cs}/u;

describe('Markdown from wiki markup', () => {
  for (const [name, find] of Object.entries({ micromark: findByMicromark, marked: findByMarked })) {
    it(`has for ${name} no HTML but line breaks, no definitions, and no schemes but http, https and mailto`, () => {
      fc.assert(
        fc.property(soup, (wiki) => {
          const { addresses, html, definitions } = find(wikiToMarkdown(wiki));
          expect(addresses.filter((address) => /^[a-z][a-z0-9+.-]*:/i.test(address) && !/^(https?|mailto):/i.test(address))).to.deep.equal([]);
          expect(html.filter((each) => each !== '<br>')).to.deep.equal([]);
          expect(definitions).to.equal(0);
        }),
        runs,
      );
    });
  }

  it('has no control characters, no overrides of direction and no halves of characters', () => {
    fc.assert(
      fc.property(soup, (wiki) => {
        const markdown = wikiToMarkdown(wiki);
        expect(markdown).not.to.match(dangerous);
        expect(markdown).not.to.match(lone);
      }),
      runs,
    );
    expect(wikiToMarkdown('a\u202eb\u2066c\u0000d\u001b[31me\u0085f\ud800g\ufeff&#8238;&#7;&#x1b;h')).to.equal('abcd[31me  \nf\ufffdgh');
    expect(wikiToMarkdown('{code}\na\u202eb\u0007\n{code}')).to.equal('```\nab\n```');
    expect(wikiToMarkdown('[~joe]', { linkUser: () => ({ displayName: 'Joe\n\u202e*Doe*' }) })).to.equal('@Joe \\*Doe\\*');
  });

  it('links to nothing else, whatever the caller says that targets are', () => {
    const url = 'command:workbench.action.quit';
    const markdown = wikiToMarkdown('[~joe] KEY-1 [see|KEY-2] [^f.txt] !f.png!', { linkUser: () => ({ url }), linkIssue: () => url, attachmentUrl: () => url });
    expect(markdown).to.equal('@joe KEY-1 see f.txt f.png');
  });

  it('makes of the names of attachments files beside the text, and nothing else', () => {
    for (const [name, destination] of Object.entries({ 'a b.txt': 'a%20b.txt', 'command:x.txt': 'command%3Ax.txt', '//host/x.txt': '%2F%2Fhost%2Fx.txt', '../x(1).txt': '..%2Fx%281%29.txt', '#x.txt': '%23x.txt' })) {
      expect(findByMicromark(wikiToMarkdown(`[^${name}]`)).addresses, name).to.deep.equal([destination]);
    }
    expect(wikiToMarkdown('[^..]')).to.equal('..');
  });

  for (const type of ['paragraph', 'heading'] as const) {
    it(`shows every character of the text of a ${type}, and no other`, () => {
      fc.assert(
        fc.property(inlines, (children) => {
          fc.pre(withoutSpace(plainText(children)) !== '');
          const root = parse(writeMarkdown([type === 'heading' ? { type, level: 2, children } : { type, children }], {}));
          expect(root.children.map((node) => node.type)).to.deep.equal([type]);
          expect(withoutSpace(textOf(root))).to.equal(withoutSpace(plainText(children)));
          expect(nodesOf(root).filter((node) => /html|image|[rR]eference/.test(node.type))).to.deep.equal([]);
        }),
        runs,
      );
    });
  }
});

describe('Wiki markup from Markdown', () => {
  it('never fails, and has no control characters', () => {
    fc.assert(
      fc.property(soup, (markdown) => {
        expect(markdownToWiki(markdown)).not.to.match(dangerous);
      }),
      runs,
    );
    expect(markdownToWiki('a&#8238;b [c](%E2%80%AEd.txt) ![e](f%07.png) [g](https://x.y/&#8238;)')).to.equal('ab [c|^d.txt] !f.png|alt=e! [g|https://x.y/]');
  });

  it('shows every character of a text, and none of it as markup', () => {
    fc.assert(
      fc.property(lineOfText, (value) => {
        fc.pre(withoutSpace(value) !== '');
        const [paragraph, ...others] = readWiki(writeWiki([{ type: 'paragraph', children: [{ type: 'text', value: clean(value) }] }]));
        expect(others).to.deep.equal([]);
        expect(paragraph?.type).to.equal('paragraph');
        const children = paragraph?.type === 'paragraph' ? paragraph.children : [];
        expect(withoutSpace(plainText(children))).to.equal(withoutSpace(value));
        expect(children.filter((each) => each.type !== 'text' && !(each.type === 'link' && each.children.length === 0))).to.deep.equal([]);
      }),
      runs,
    );
  });

  it('links to nothing but web addresses, mail and attachments', () => {
    expect(markdownToWiki('[a](javascript:x) [b](command:x) [c](vscode://x) ![d](data:x) [e](//host/x) <ftp://x.y>')).to.equal(
      '\\[a\\](javascript:x) b (command:x) c (vscode://x) \\!\\[d\\](data:x) e (//host/x) ftp://x.y',
    );
  });
});
