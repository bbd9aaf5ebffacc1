/** What the client for VS Code does by itself with issues: lists that follow, texts as HTML, forms to values. */
import { expect } from 'chai';
import type { CancellationToken } from 'vscode';
import type { Field } from '../../../protocol/fields.ts';
import type { Issue } from '../../../protocol/issues.ts';
import { duration, fileSize } from '../../../clients/vscode/src/issues/durations.ts';
import { fieldControls, sortFields } from '../../../clients/vscode/src/issues/forms/field-controls.ts';
import { fieldValues } from '../../../clients/vscode/src/issues/forms/field-values.ts';
import { type AskIssues, IssueList } from '../../../clients/vscode/src/issues/lists/issue-list.ts';
import { html } from '../../../clients/vscode/src/issues/page/html.ts';
import { markdownHtml } from '../../../clients/vscode/src/issues/page/markdown.ts';
import { readMessage } from '../../../clients/vscode/src/issues/page/messages.ts';
import { plainLabel, plainMessage } from '../../../clients/vscode/src/issues/search/plain-label.ts';
import { applyCompletion } from '../../../clients/vscode/src/issues/search/complete-jql.ts';

const l10n = { t: (message: string, ...args: unknown[]) => message.replace(/\{(\d)\}/g, (_, index) => String(args[Number(index)])) };
const baseUrl = 'https://jira.example.com/jira';

describe('the client for VS Code', () => {
  describe('renders texts', () => {
    const rendered = (markdown: string) => markdownHtml(markdown, { baseUrl, level: 2 }).text;

    for (const hostile of [
      '<script>alert(1)</script>', '<img src=x onerror=alert(1)>', '[x](javascript:alert(1))', '[x](command:workbench.action.quit)', '[x](data:text/html,1)',
      '[x](vscode://file/etc/passwd)', '![x](http://example.com/spy.png)', '<https://example.com/"onmouseover="alert(1)>', '[x](https://e.com/"><script>)', '`<b>`', '[x](JAVASCRIPT:alert(1))', '<a href="command:x">y</a>',
    ]) {
      it(`with nothing that acts: ${hostile}`, () => {
        const text = rendered(hostile);
        const tags = [...text.matchAll(/<[a-z][^>]*>/gi)].map(([tag]) => tag);
        for (const tag of tags) expect(tag).to.match(/^<(?:p|a href="(?:https?:\/\/|mailto:)[^"]*"|code)>$/);
      });
    }

    it('with headings below that of their section, and links that open here', () => {
      expect(rendered('# A')).to.equal('<h3>A</h3>');
      expect(rendered('###### A')).to.equal('<h6>A</h6>');
      expect(rendered(`[ABC-1](${baseUrl}/browse/ABC-1)`)).to.include('data-action="show" data-value="ABC-1"');
      expect(rendered(`[a](${baseUrl}/secure/attachment/17/a.txt)`)).to.include('data-action="attachment" data-value="17"');
      expect(rendered('[ABC-1](https://other.example.com/browse/ABC-1)')).to.not.include('data-action');
      expect(rendered('| a |\n| - |\n| x<br>y |')).to.include('x<br>\ny');
    });

    it('and values in templates as text', () => {
      expect(html`<b title="${'"<>&\''}">${[html`<i>`, '<i>', false, undefined, 3]}</b>`.text).to.equal('<b title="&#34;&#60;&#62;&#38;&#39;"><i>&#60;i&#62;3</b>');
    });

    it('and labels and messages without what VS Code reads into them', () => {
      expect(plainLabel('$(sync~spin) x')).to.equal('\\$(sync~spin) x');
      expect(plainMessage('[x](command:y)')).to.not.include('](');
    });
  });

  it('writes times and sizes for people', () => {
    expect([0, 60, 3600, 9000, 86_400].map(duration)).to.deep.equal(['0m', '1m', '1h', '2h 30m', '24h']);
    expect([5, 1500, 2_500_000].map(fileSize)).to.deep.equal(['5 B', '2 kB', '2.5 MB']);
  });

  it('writes completions into a query', () => {
    const item = (start: number, end: number, newText: string) => ({ label: '', kind: 5, sortText: '', filterText: '', insertTextFormat: 1 as const, textEdit: { range: { start: { line: 0, character: start }, end: { line: 0, character: end } }, newText } });
    expect(applyCompletion('proj', item(0, 4, 'project'))).to.equal('project ');
    expect(applyCompletion('status in (', item(11, 11, '"In Progress"'))).to.equal('status in ("In Progress" ');
    expect(applyCompletion('assignee = cu', item(11, 13, 'currentUser()'))).to.equal('assignee = currentUser() ');
  });

  it('takes no message of a page that is none', () => {
    for (const message of [undefined, null, 1, {}, { type: 'action' }, { type: 'submit', form: 'x', values: { a: 1 } }, { type: 'draft', form: 1, values: {} }, { type: 'other' }]) expect(readMessage(message)).to.equal(undefined);
    expect(readMessage({ type: 'action', action: 'watch' })).to.deep.equal({ type: 'action', action: 'watch', value: '' });
  });

  describe('makes forms of the fields of a screen', () => {
    const field = (more: Partial<Field>): Field => ({ id: 'f', name: 'F', required: true, kind: 'text', multiple: false, hasDefault: false, type: 'string', ...more });
    const options = [{ id: '1', name: 'One', children: [{ id: '11', name: 'Inner' }] }, { id: '2', name: 'Two' }];

    it('with a control for each kind', () => {
      const text = fieldControls([field({ id: 'a', name: '<A>', kind: 'option', allowedValues: options }), field({ id: 'b', kind: 'markup', required: false }), field({ id: 'c', kind: 'date' })], 'form', l10n).text;
      expect(text).to.include('&#60;A&#62;').and.to.match(/<select id="form-a"[^>]* required/).and.to.match(/<details>.*<textarea/s).and.to.include('type="date"');
    });

    it('that asks for what Jira insists on, and for nothing that is asked elsewhere', () => {
      const { needed, others } = sortFields([field({ id: 'summary' }), field({ id: 'reporter' }), field({ id: 'x' }), field({ id: 'y', hasDefault: true }), field({ id: 'z', kind: 'attachment' })]);
      expect(needed.map(({ id }) => id)).to.deep.equal(['x']);
      expect(others.map(({ id }) => id)).to.deep.equal(['reporter', 'y']);
    });

    it('and values in the plain form of each kind', () => {
      const kinds: [Partial<Field>, string | string[], unknown][] = [
        [{ kind: 'number' }, '2.5', 2.5],
        [{ kind: 'markup' }, '*x*', { markdown: '*x*' }],
        [{ kind: 'cascade', allowedValues: options }, '1/11', ['1', '11']],
        [{ kind: 'option', multiple: true, allowedValues: options }, ['1', '2'], ['1', '2']],
        [{ kind: 'label', multiple: true }, 'a, b', ['a', 'b']],
        [{ kind: 'timeTracking' }, '2h 30m', { originalEstimate: '2h 30m' }],
        [{ kind: 'user' }, ' mia ', 'mia'],
      ];
      for (const [more, value, expected] of kinds) expect(fieldValues({ f: value }, [field(more)])).to.deep.equal({ f: expected });
      expect(fieldValues({ f: '' }, [field({})])).to.deep.equal({});
    });
  });

  describe('keeps a list', () => {
    const issue = (key: string, summary = key): Issue => ({
      provider: 'p', key, id: key, url: `${baseUrl}/browse/${key}`, summary, type: { name: 'Bug', subtask: false }, status: { name: 'To Do', category: 'new' },
      project: { key: 'ABC', name: 'Alphabet' }, labels: [], created: '2026-01-01T00:00:00.000Z', updated: '2026-01-01T00:00:00.000Z',
    });
    const page = (keys: string[], more: object = {}) => ({ issues: keys.map((key) => issue(key)), total: 3, jql: 'project = ABC', warnings: [] as string[], ...more });
    const newCancellation = () => ({ token: {} as CancellationToken, cancel() {}, dispose() {} });
    const listOf = (...answers: (() => ReturnType<typeof page>)[]): IssueList => {
      const ask: AskIssues = async () => answers.shift()!();
      return new IssueList({ query: { provider: 'p', jql: 'project = ABC' }, ask, newCancellation, onChange() {}, pageSize: 2 });
    };
    const keysOf = (list: IssueList) => list.issues.map(({ key }) => key);

    it('by pages, with nothing twice', async () => {
      const list = listOf(() => page(['A-1', 'A-2'], { cursor: 'c' }), () => page(['A-2', 'A-3']));
      await list.load();
      expect(list.hasMore).to.equal(true);
      await list.more();
      expect(keysOf(list)).to.deep.equal(['A-1', 'A-2', 'A-3']);
      expect(list.hasMore).to.equal(false);
    });

    it('that follows what is different from what was seen', async () => {
      const list = listOf(() => page(['A-1', 'A-2'], { cached: { at: '2026-01-01T00:00:00.000Z', refresh: 'r' } }));
      await list.load('first');
      expect(list.seen).to.deep.equal({ at: '2026-01-01T00:00:00.000Z' });
      const change = { provider: 'p', issues: [issue('A-3'), issue('A-2', 'new')], removed: ['A-1'], order: ['A-3', 'A-2'], total: 2, at: '2026-01-02T00:00:00.000Z', last: true };
      expect(list.follow({ ...change, refresh: 'another' })).to.equal(false);
      expect(list.follow({ ...change, refresh: 'r' })).to.equal(true);
      expect(list.issues.map(({ summary }) => summary)).to.deep.equal(['A-3', 'new']);
      expect(list.total).to.equal(2);
      expect(list.seen).to.equal(undefined);
    });

    it('that stays when nothing newer can be had, and says why', async () => {
      const list = listOf(
        () => page(['A-1']),
        () => { throw Object.assign(new Error('Jira cannot be reached.'), { data: { kind: 'offline' } }); },
        () => page(['A-1'], { cached: { at: '2026-01-01T00:00:00.000Z' }, warnings: ['seen long ago'] }),
      );
      await list.load();
      await list.load();
      expect(keysOf(list)).to.deep.equal(['A-1']);
      expect(list.problem).to.deep.equal({ message: 'Jira cannot be reached.', kind: 'offline', fields: {} });
      await list.load();
      expect(list.problem).to.equal(undefined);
      expect(list.seen?.why).to.equal('seen long ago');
    });
  });
});
