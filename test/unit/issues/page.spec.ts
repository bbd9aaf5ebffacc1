/** The page of an issue: what it shows, and that nobody who writes into Jira writes more than text into it. */
import { expect } from 'chai';
import MarkdownIt from 'markdown-it';
import type { IssueDetail } from '../../../protocol/issue-detail.ts';
import { exampleIssueDetail } from '../../../protocol/issue-examples.ts';
import { issuePage } from '../../../src/core/issues/page.ts';

const example = exampleIssueDetail as unknown as IssueDetail;
const render = (markdown: string) => new MarkdownIt({ html: true, linkify: false }).render(markdown);

const attacks = [
  '<script>alert(1)</script><img src=x onerror=alert(1)>',
  '[click](command:workbench.action.quit) ![x](command:evil)',
  'x\n\n# Another heading\n\n[y]: command:evil\n[y]',
  '`code` ``` fence\n```\n<b onclick=alert(1)>',
  '<javascript:alert(1)> <command:evil>',
  '| a | b |\n| --- | --- |\n> quote\n- item',
  '--> <!-- x -->',
];

describe('the page of an issue', () => {
  it('shows what is known of it', () => {
    const page = issuePage(example);
    for (const part of [`# ${example.key}: ${example.summary}`, '- Status: In Progress', '- Time spent: 1h', '## Description', example.description, `[${example.links[0]!.issue.key}](`, '48 kB', '## Comments', `> ${example.comments[0]!.body}`]) {
      expect(page).to.include(part);
    }
    expect(page).not.to.include('Sub-tasks');
    expect(page.endsWith('\n')).to.equal(true);
  });

  it('says how many comments it leaves out', () => {
    expect(issuePage({ ...example, commentsLeftOut: 7 })).to.match(/\n\[7 more in Jira\]\(https:\/\/jira\.example\.com\S+\)\n/);
  });

  attacks.forEach((attack, index) => {
    it(`takes hostile text for text, example ${index + 1}`, () => {
      const page = issuePage(withEverywhere(attack));
      const html = render(page);
      expect(html).not.to.match(/<(?:script|img|b|iframe|svg)\b|<!--|<[^>]*onerror=|href="(?!https:\/\/jira\.example\.com)/i);
      expect(html.match(/<h1>/g), page).to.have.length(1);
      expect(html.match(/<h2>/g), page).to.have.length(3);
    });
  });
});

/** In every text that is not Markdown already. */
function withEverywhere(text: string): IssueDetail {
  const named = { name: text };
  const user = { name: text, displayName: text };
  return {
    ...example,
    summary: text,
    type: { ...named, subtask: false },
    status: { ...named, category: 'new' },
    priority: named,
    assignee: user,
    reporter: user,
    project: { key: 'ABC', name: text },
    labels: [text, text],
    parent: text,
    due: text,
    resolution: named,
    components: [{ id: '1', name: text }],
    fixVersions: [{ id: '1', name: text }],
    versions: [{ id: '1', name: text }],
    description: '',
    comments: [{ ...example.comments[0]!, author: user }],
    links: [{ ...example.links[0]!, relation: text, issue: { ...example.links[0]!.issue, key: text, summary: text, status: { name: text, category: 'new' } } }],
    attachments: [{ ...example.attachments[0]!, name: text, author: user }],
  };
}
