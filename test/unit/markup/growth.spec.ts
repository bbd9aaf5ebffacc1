/** Converting takes time in proportion to the length of a text, whatever is in it: an issue must not hold the agent up. */
import { expect } from 'chai';
import { markdownToWiki } from '../../../src/core/markup/markdown-to-wiki.ts';
import { wikiToMarkdown } from '../../../src/core/markup/wiki-to-markdown.ts';

/** Each is repeated; what goes wrong with backtracking, with searching for an end that is not there, or with copying what was found. */
const wiki = [
  '*', '_', '-', '??', '{', '{{', '}}', '[', '|', '||', '!', '\\', '\\\\', '#', '&', '`', '\n', ' ', 'a', ':)', '- ', '-- ',
  '*a ', 'a* ', '*a* ', '*a _b* c_ ', '{*}a', '{{a ', '{{ ', '{{{}a ', '[a', '[a|', '[a|http://x', '[a|http://x]', '[~a]', '!a', '!a.png', '!a.png! ',
  '{a:', '{code}', '{code:x}a', '{quote}', '{quote}{panel}', '{color:red}', '{color:red}a{color}', 'http://', 'http://a)', 'http://a ', 'A-', 'KEY-1 ', '&lt;', '&lt', 'xmpp:a ', 'a@', '_a@b',
  '* a\n', '** a\n', '*# a\n#* b\n', '* {code}a{code}\n', 'h1. ', 'h1. a\n', 'bq. ', '|a|b|\n', '|a|b\n', '|a', '||a||\n', '|[a|http://x]', '~~~', '^a^ ', '\\[', '<b>', '😀',
];
const markdown = [
  '*', '*a ', 'a* ', '**a **b', '*a _b* c_ ', '_a', '`', '[', '![', '[a](', '[a](b)', '[a]: b\n', '<', '<b>', '<ins>', '<ins>a', '</ins>', '<!--', '&', '\\', '> ', '- ', '- a\n', '1. a\n', '  - a\n',
  '|', '| a |\n|-|\n', '{', '{*}', 'http://', 'http://a ', 'a@b.c ', ':)', '~~a ', '```\n', '# ', '\n', 'a', '|[a|http://x]', '//a.b ',
];

const megabyte = 1_048_576;
const growth = 16;

/** In proportion it is 16 times the time and somewhat more for the memory, as the square it is 256 times. */
const most = 110;

/** In microseconds of the processor: below this its clock tells nothing. */
const measurable = 30_000;

/** In microseconds for the shorter text: what takes less is not told from the machine's own work. */
const least = 1000;

for (const [name, convert, units] of [['Wiki markup to Markdown', wikiToMarkdown, wiki], ['Markdown to wiki markup', markdownToWiki, markdown]] as const) {
  describe(`${name}, at length`, () => {
    for (const unit of [...units, units.join(' ')]) {
      it(`takes for ${JSON.stringify(unit.slice(0, 20))} time in proportion to its length`, () => {
        const length = unit.length > 100 ? megabyte / growth : megabyte / growth / 4;
        const long = repeat(unit, length * growth);
        const short = repeat(unit, length);
        // A collection of garbage counts too, and may come at any time: what grows as the square is too slow each time.
        const excess = () => time(convert, long) / Math.max(time(convert, short), least);
        expect([excess, excess, excess].some((measure) => measure() < most)).to.equal(true);
      });
    }

    for (const unit of ['*', '> ', '[', '{quote}{panel}', '*a _b ', '<ins>', '- ', '{{', '**a ', '\\[']) {
      it(`never overflows the stack for a megabyte of ${JSON.stringify(unit)}`, () => {
        expect(convert(repeat(unit, megabyte))).to.be.a('string');
      });
    }
  });
}

function repeat(unit: string, length: number): string {
  return unit.repeat(Math.ceil(length / unit.length));
}

/** The processor's time for one conversion: what else runs on the machine does not count. */
function time(convert: (text: string) => string, text: string): number {
  const start = process.cpuUsage();
  let used = 0;
  let times = 0;
  while (used < measurable) {
    convert(text);
    used = process.cpuUsage(start).user;
    times += 1;
  }
  return used / times;
}
