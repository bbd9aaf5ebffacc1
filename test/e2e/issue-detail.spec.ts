/** Reading one issue: all that its page shows, as Jira has it, in Markdown. */
import { assert } from 'chai';
import { type Agent, expectError, startAgent } from '../support/agent.ts';
import { connectByToken, type DisposableJira, openJira } from '../support/jira.ts';

describe('an issue', () => {
  let jira: DisposableJira;
  let agent: Agent;

  before(async () => {
    jira = await openJira({ profile: '10.3' });
    agent = await startAgent();
    await connectByToken(agent, jira);
  });

  after(async () => {
    await agent[Symbol.asyncDispose]();
    await jira[Symbol.asyncDispose]();
  });

  const comment = (id: number, body: string) => ({ id, author: 'bob', updateAuthor: 'bob', body, created: 1000 * id, updated: 1000 * id });
  const read = (key: string) => agent.request('jira/issue', { key });

  it('that was moved is found by its old key, and says its new one', async () => {
    assert.strictEqual((await read('OLD-1')).key, jira.issue('OLD-1').key);
  });

  it('that is not there, or not for this user, is not found', async () => {
    await expectError(read('ABC-99999'), 'notFound', { httpStatus: 404, jira: { errorMessages: ['Issue Does Not Exist'], errors: {} } });
    await using other = await startAgent();
    await connectByToken(other, jira, 'bob');
    await expectError(other.request('jira/issue', { key: 'SEC-1' }), 'notFound');
    for (const key of ['', 'ABC', 'ABC-0', '../myself', 'ABC-1?x', 'A B-1']) await expectError(read(key), 'invalidParams', { path: 'key' });
  });

  it('shows names in its texts as what they are', async () => {
    jira.changeIssue('ABC-2', {
      details: {
        description: 'See WEB-1, UTF-8 and [~bob]. !shot.png!\r\n{code:java}\r\nint x;\r\n{code}',
        comments: [comment(1, '||a||b||\r\n|1|2|')],
        attachments: [{ id: 900, author: 'bob', created: 0, mimeType: 'image/png', fileName: 'shot.png', content: Buffer.from('x') }],
      },
    });
    await agent.request('jira/projects', {});
    const { description, comments, attachments } = await read('ABC-2');
    assert.include(description, `[WEB-1](${jira.baseUrl}/browse/WEB-1), UTF-8 and [@Bob O’Brien](${jira.baseUrl}/secure/ViewProfile.jspa?name=bob)`);
    assert.include(description, `![shot.png](${jira.baseUrl}/secure/attachment/900/shot.png)`);
    assert.include(description, '```java\nint x;\n```');
    assert.match(comments[0]?.body ?? '', /\| a \| b \|\n\| --- \| --- \|\n\| 1 \| 2 \|/);
    assert.deepEqual(attachments.map(({ url, size }) => [url, size]), [[`${jira.baseUrl}/secure/attachment/900/shot.png`, 1]]);
  });

  it('has all its comments, where Jira gives just the first of them with it', async () => {
    jira.changeIssue('ABC-3', { details: { comments: Array.from({ length: 120 }, (_, index) => comment(index + 1, `Number ${index + 1}`)) } });
    const { fields, ...rest } = JSON.parse(JSON.stringify(await raw('ABC-3'))) as { fields: { comment: { comments: unknown[] } } };
    fields.comment.comments.length = 20;
    jira.faults.next('/issue/ABC-3?', { status: 200, headers: { 'Content-Type': 'application/json', 'X-AUSERNAME': 'alice' }, body: JSON.stringify({ ...rest, fields }) });
    const { comments } = await read('ABC-3');
    assert.deepEqual(comments.map(({ body }) => body), Array.from({ length: 120 }, (_, index) => `Number ${index + 1}`));
    assert.deepInclude(comments[0], { id: '1', created: '1970-01-01T00:00:01.000Z' });
  });

  it('of which half is hidden or gone is still one', async () => {
    const answer = { id: '1', key: 'ABC-4', fields: { summary: null, status: null, comment: { comments: [{ id: 7, body: null }], total: 1 }, issuelinks: [{ id: '1', type: { name: 'X' } }], attachment: null } };
    jira.faults.next('/issue/ABC-4?', { status: 200, headers: { 'Content-Type': 'application/json', 'X-AUSERNAME': 'alice' }, body: JSON.stringify(answer) });
    const { summary, status, comments, links, attachments, description } = await read('ABC-4');
    assert.deepEqual([summary, status, links, attachments, description], ['', { name: '', category: 'undefined' }, [], [], ''] as never);
    assert.deepInclude(comments[0], { id: '7', author: { name: '', displayName: 'Anonymous' }, body: '' });
    jira.faults.next('/issue/ABC-4?', { status: 200, headers: { 'Content-Type': 'application/json', 'X-AUSERNAME': 'alice' }, body: '[]' });
    await expectError(read('ABC-4'), 'server');
  });

  it('is not changed by reading it, nor noted in the history unless a person opens it', async () => {
    await agent.request('jira/issue', { key: 'ABC-5' });
    assert.deepEqual((await agent.request('jira/recentIssues', {})).issues, []);
    assert.isEmpty(jira.requests.filter(({ method }) => method !== 'GET'));
  });

  async function raw(key: string): Promise<unknown> {
    const answer = await fetch(`${jira.baseUrl}/rest/api/2/issue/${key}`, { headers: { Authorization: `Bearer ${jira.createToken('alice')}` } });
    return answer.json();
  }
});
