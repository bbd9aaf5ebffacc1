/** Descriptions and comments that attack whoever shows them, on their way to clients as Markdown. */
import { assert } from 'chai';
import MarkdownIt from 'markdown-it';
import { marked } from 'marked';
import type { IssueDetail } from '../../protocol/issue-detail.ts';
import { startAgent } from '../support/agent.ts';
import { connect, hostileIssue, sendJson, startHostileJira } from '../support/hostile-jira.ts';

const attacks = [
  '<script>alert(1)</script><img src=x onerror=alert(1)><iframe src="javascript:alert(1)"></iframe><!-- hidden -->',
  '<a href="command:workbench.action.terminal.new">click</a> <svg/onload=alert(1)> </p><style>*{}</style>',
  '[click](command:evil) ![x](javascript:alert(1)) <javascript:alert(1)> [a]: command:evil\n\n[a]',
  '[run|command:workbench.action.quit] [js|javascript:alert(1)] [data|data:text/html;base64,PHNjcmlwdD4=] [file|file:///etc/passwd] [app|vscode://evil/x] [share|\\\\evil\\share]',
  '[mixed|JaVaScRiPt:alert(1)] [spaced| javascript:alert(1)] [tabbed|java\tscript:alert(1)] [zero|java\u0000script:alert(1)] [entity|javascript&colon;alert(1)] [coded|javascript%3Aalert(1)]',
  '[x](command:b|https://example.com/a) [ok|https://example.com/?a=)[x](command:c] [" onmouseover="alert(1)|https://example.com/"onmouseover="alert(1)]',
  '!javascript:alert(1).png! !file:///etc/passwd.png! !x|onerror=alert(1)! !https://example.com/"onerror="alert(1).png!',
  '{html}<script>alert(1)</script>{html} {color:red;background:url(javascript:alert(1))}x{color} {anchor:x" onclick="alert(1)}',
  '{code}\n```\n</code></pre><script>alert(1)</script>\n````\n[x](command:evil)\n{code}',
  '{noformat}\n~~~\n<img src=x onerror=alert(1)>\n{noformat}',
  '||<b onclick=alert(1)>|| |\n| [x](command:evil) | `<script>` |\n',
  'h1. <script>alert(1)</script>\n* [x](command:evil)\nbq. <img src=x onerror=alert(1)>',
  '[~<script>alert(1)</script>] [~mia](command:evil) [^<img src=x onerror=alert(1)>.png] ABC-1<script>',
  '\x1b]8;;command:evil\x1b\\text\x1b]8;;\x1b\\ \x1b[2J \u202egnp.exe\u202c \u2066x\u2069 \x9b31m \b\b\b \u0000',
  '&lt;script&gt;alert(1)&lt;/script&gt; &#60;img src=x onerror=alert(1)&#62; &amp;lt;script&amp;gt;',
];

const renderers: Readonly<Record<string, (markdown: string) => string>> = {
  // They let raw HTML through, and so does a client that was set up carelessly.
  'markdown-it': (markdown) => new MarkdownIt({ html: true, linkify: true }).render(markdown),
  marked: (markdown) => marked.parse(markdown, { async: false }),
};

const harmlessTags = new Set(['p', 'br', 'a', 'strong', 'em', 'del', 's', 'code', 'pre', 'blockquote', 'ul', 'ol', 'li', 'table', 'thead', 'tbody', 'tr', 'th', 'td', 'hr', 'img', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6']);
const harmlessAttributes = /^(?: (?:class="language-[\w+-]*"|start="\d+"|style="text-align:\w+"|align="\w+"|(?:title|alt)="[^"<>]*"|(?:href|src)="(?:https?:\/\/|mailto:)[^"<>\s]*"))*(?: ?\/)?$/;

/** Every tag is one that Markdown has, and every address is one of the web or of mail. */
function assertHarmless(html: string): void {
  assert.notInclude(html, '<!--');
  for (const [tag, name = '', attributes = ''] of html.matchAll(/<\/?([^\s>/]*)([^>]*)>/g)) {
    assert.isTrue(harmlessTags.has(name), tag);
    assert.match(attributes, harmlessAttributes, tag);
  }
}

describe('a description or a comment that attacks', () => {
  for (const [renderer, render] of Object.entries(renderers)) {
    it(`is shown by ${renderer} with no tag, address or handler of its own, although raw HTML is let through`, async () => {
      const author = { name: 'mia', displayName: '[x](command:evil)<script>' };
      const all = [...attacks, ...attacks.flatMap((attack, index) => `${attack}\n${attacks[(index + 7) % attacks.length]}`), attacks.join('\n'), attacks.join('\n\n')];
      let number = 0;
      await using jira = await startHostileJira(({ url = '' }, response) => {
        const text = all[number];
        const comment = { total: 1, comments: [{ id: '1', author, body: text, created: '2026-08-14T11:32:13.465+0000', updated: '2026-08-14T11:32:13.465+0000' }] };
        if (/\/issue\/ABC-\d+\/transitions/.test(url)) return sendJson(response, { transitions: [] }, 'mia');
        if (/\/issue\/ABC-\d+\/comment/.test(url)) return sendJson(response, comment, 'mia');
        if (/\/issue\/ABC-\d+\?/.test(url)) return sendJson(response, hostileIssue({ description: text, comment }), 'mia');
        return false;
      });
      await using agent = await startAgent();
      await connect(agent, jira);
      for (; number < all.length; number += 1) {
        const detail = (await agent.request('jira/issue', { key: 'ABC-1' })) as IssueDetail;
        for (const markdown of [detail.description, detail.comments[0]?.body ?? '']) {
          assert.isAbove(markdown.length, 5);
          assert.notMatch(markdown, /[^\P{Cc}\n]|[\u202a-\u202e\u2066-\u2069]/u);
          assertHarmless(render(markdown));
        }
      }
    });
  }
});
