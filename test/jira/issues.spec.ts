import { expect } from 'chai';
import { asking, basic, bearer, type Answered, type Asking } from './asking.ts';
import { startJira, type Jira } from './index.ts';

type Shape = Record<string, unknown>;

describe("the honest Jira's issues", () => {
  let jira: Jira;
  let ask: Asking;

  before(async () => {
    jira = await startJira({ issues: 300, profile: '9.12' });
    ask = asking(jira, bearer(jira.createToken('admin')));
  });

  after(() => jira.close());

  const post = (path: string, json: unknown): Promise<Answered> => ask(path, { method: 'POST', json });
  const put = (path: string, json: unknown): Promise<Answered> => ask(path, { method: 'PUT', json });
  const create = (fields: Shape): Promise<Answered> => post('/rest/api/2/issue', { fields });
  const task = { project: { key: 'ABC' }, issuetype: { name: 'Task' } };

  async function newIssue(fields: Shape = {}): Promise<string> {
    const { status, body, text } = await create({ ...task, summary: 'New', ...fields });
    expect(status, text).to.equal(201);
    return String(body['key']);
  }

  async function fieldsOf(key: string): Promise<Shape> {
    return (await ask(`/rest/api/2/issue/${key}`)).body['fields'] as Shape;
  }

  describe('creating an issue', () => {
    it('answers with its id, key and address', async () => {
      const { status, body } = await create({ ...task, summary: 'New' });
      expect(status).to.equal(201);
      expect(body).to.have.all.keys('id', 'key', 'self');
      expect(body['self']).to.equal(`${jira.baseUrl}/rest/api/2/issue/${String(body['id'])}`);
    });

    it('takes every field of the screen', async () => {
      const key = await newIssue({
        project: { key: 'WEB' },
        issuetype: { name: 'Story' },
        description: 'One\nTwo',
        priority: { name: 'High' },
        assignee: { name: 'bob' },
        reporter: { name: 'carol' },
        labels: ['b', 'a'],
        duedate: '2026-02-28',
        components: [{ name: 'Frontend' }],
        fixVersions: [{ id: '10201' }],
        customfield_10107: 5,
        customfield_10102: 'WEB-1',
        timetracking: { originalEstimate: '1d 2h' },
      });
      const fields = await fieldsOf(key);
      expect(fields).to.deep.include({
        description: 'One\r\nTwo',
        labels: ['a', 'b'],
        duedate: '2026-02-28',
        customfield_10107: 5,
        customfield_10102: 'WEB-1',
        timeoriginalestimate: 36_000,
      });
      expect([fields['priority'], fields['assignee'], fields['reporter']].map((field) => (field as Shape)['name'])).to.deep.equal(['High', 'bob', 'carol']);
    });

    const refusals: readonly (readonly [string, Shape, Shape])[] = [
      ['no project', { issuetype: task.issuetype, summary: 'x' }, { project: 'project is required' }],
      ['a project by its name', { ...task, project: { key: 'Alphabet Backend & Core' }, summary: 'x' }, { project: 'valid project is required' }],
      ['no type', { project: task.project, summary: 'x' }, { issuetype: 'issue type is required' }],
      ['no summary', task, { summary: 'You must specify a summary of the issue.' }],
      ['a summary of two lines', { ...task, summary: 'a\nb' }, { summary: 'The summary is invalid because it contains newline characters.' }],
      ['a summary that is too long', { ...task, summary: 'x'.repeat(256) }, { summary: 'Summary must be less than 255 characters.' }],
      ['a label with a space', { ...task, summary: 'x', labels: ['a b'] }, { labels: "The label 'a b' contains spaces which is invalid." }],
      ['an unknown assignee', { ...task, summary: 'x', assignee: { name: 'nobody' } }, { assignee: "User 'nobody' does not exist." }],
      ['an assignee who may not', { ...task, summary: 'x', assignee: { name: 'viewer' } }, { assignee: "User 'viewer' cannot be assigned issues." }],
      ['an unknown field', { ...task, summary: 'x', nonsense: 1 }, { nonsense: "Field 'nonsense' cannot be set. It is not on the appropriate screen, or unknown." }],
      ['an epic without a name', { ...task, issuetype: { name: 'Epic' }, summary: 'x' }, { customfield_10104: 'Epic Name is required.' }],
    ];
    for (const [what, fields, errors] of refusals) {
      it(`refuses ${what}`, async () => {
        const { status, body } = await create(fields);
        expect([status, body]).to.deep.equal([400, { errorMessages: [], errors }]);
      });
    }

    it('refuses in German where that is the language', async () => {
      const german = await startJira({ issues: 5, language: 'de' });
      const own = asking(german, basic('admin', 'admin'));
      const { body } = await own('/rest/api/2/issue', { method: 'POST', json: { fields: task } });
      expect(body['errors']).to.deep.equal({ summary: 'Sie müssen eine Zusammenfassung für den Vorgang angeben.' });
      expect((await own('/rest/api/2/issue/ABC-99')).body['errorMessages']).to.deep.equal(['Vorgang existiert nicht']);
      await german.close();
    });

    it('makes sub-tasks of a parent only', async () => {
      const subtask = { ...task, issuetype: { name: 'Sub-task' }, summary: 'Part' };
      expect((await create(subtask)).body['errorMessages']).to.deep.equal(['Issue type is a sub-task but parent issue key or id not specified.']);
      const parent = await newIssue();
      const key = await newIssue({ ...subtask, parent: { key: parent } });
      expect((await fieldsOf(key))['parent']).to.deep.include({ key: parent });
      expect((await fieldsOf(parent))['subtasks']).to.have.lengthOf(1);
    });
  });

  describe('an issue', () => {
    it('is found by its id, its key in any case, and a key that it had before', async () => {
      for (const name of ['ABC-1', 'abc-1', '10000', 'OLD-1']) {
        expect((await ask(`/rest/api/2/issue/${name}`)).body['key'], name).to.equal('ABC-1');
      }
      const missing = await ask('/rest/api/2/issue/ABC-99999');
      expect([missing.status, missing.body]).to.deep.equal([404, { errorMessages: ['Issue Does Not Exist'], errors: {} }]);
    });

    it('is edited by fields and by operations, and remembers what changed', async () => {
      const key = await newIssue({ labels: ['old'] });
      const edited = await put(`/rest/api/2/issue/${key}`, { fields: { summary: 'Changed' }, update: { labels: [{ add: 'new' }, { remove: 'old' }] } });
      expect([edited.status, edited.text]).to.deep.equal([204, '']);
      expect(await fieldsOf(key)).to.deep.include({ summary: 'Changed', labels: ['new'] });
      const { body } = await ask(`/rest/api/2/issue/${key}?expand=changelog,names,schema`);
      const [history] = (body['changelog'] as { histories: { items: Shape[] }[] }).histories;
      expect(history?.items.map(({ field, fromString, toString }) => [field, fromString, toString])).to.deep.equal([
        ['summary', 'New', 'Changed'],
        ['labels', 'old', 'new'],
      ]);
      expect(body['names']).to.include({ summary: 'Summary', customfield_10101: 'Sprint' });
      expect(body['schema']).to.deep.include({ summary: { type: 'string', system: 'summary' } });
      expect((await put(`/rest/api/2/issue/${key}`, { fields: { summary: '' } })).body['errors']).to.have.key('summary');
    });

    it('is assigned to a user, to nobody, and to whom the project says', async () => {
      const key = await newIssue();
      for (const [name, expected] of [['bob', 'bob'], ['-1', 'alice'], [null, undefined]] as const) {
        expect((await put(`/rest/api/2/issue/${key}/assignee`, { name })).status).to.equal(204);
        expect(((await fieldsOf(key))['assignee'] as Shape | null)?.['name']).to.equal(expected);
      }
    });

    it('is not for readers to change', async () => {
      const reader = asking(jira, basic('viewer', 'viewer'));
      expect((await reader('/rest/api/2/issue/ABC-1/transitions')).body['transitions']).to.deep.equal([]);
      expect((await reader('/rest/api/2/issue/ABC-1', { method: 'PUT', json: { fields: { summary: 'x' } } })).status).to.equal(400);
      expect((await reader('/rest/api/2/issue/ABC-1/comment', { method: 'POST', json: { body: 'x' } })).status).to.equal(400);
      const { permissions } = (await reader('/rest/api/2/mypermissions?issueKey=ABC-1')).body as { permissions: Record<string, Shape> };
      expect([permissions['BROWSE_PROJECTS']?.['havePermission'], permissions['EDIT_ISSUES']?.['havePermission']]).to.deep.equal([true, false]);
    });
  });

  describe('transitions', () => {
    it('lead to statuses, set and clear the resolution, and have fields just when asked for', async () => {
      const key = await newIssue();
      const path = `/rest/api/2/issue/${key}/transitions`;
      const listed = (await ask(path)).body['transitions'] as Shape[];
      expect(listed.map(({ id, name }) => [id, name])).to.deep.equal([['11', 'To Do'], ['21', 'In Progress'], ['31', 'Done'], ['51', 'Resolve with a reason']]);
      expect(listed[0]).to.not.have.property('fields');
      const withFields = (await ask(`${path}?expand=transitions.fields`)).body['transitions'] as { fields: Shape }[];
      expect(withFields.at(-1)?.fields).to.have.key('resolution');
      expect((await post(path, { transition: { id: '31' } })).status).to.equal(204);
      expect((await fieldsOf(key))['resolution']).to.deep.include({ name: 'Done' });
      expect((await post(path, { transition: { id: 21 } })).status).to.equal(204);
      expect((await fieldsOf(key))['resolution']).to.equal(null);
    });

    it('are refused where they do not exist, do not lead on, or miss a field', async () => {
      const path = `/rest/api/2/issue/${await newIssue()}/transitions`;
      expect((await post(path, { transition: { id: '99' } })).body['errorMessages']).to.deep.equal(["Transition id '99' is not valid for this issue."]);
      expect(String((await post(path, { transition: { id: '41' } })).body['errorMessages'])).to.contain('tried to perform a workflow operation (Send to review)');
      expect((await post(path, { transition: { id: '51' } })).body['errors']).to.deep.equal({ resolution: 'Resolution is required.' });
      expect((await post(path, { transition: { id: '51' }, fields: { resolution: { name: "Won't Do" } } })).status).to.equal(204);
    });

    it('drop a comment silently', async () => {
      const key = await newIssue();
      const update = { comment: [{ add: { body: 'lost' } }] };
      expect((await post(`/rest/api/2/issue/${key}/transitions`, { transition: { id: '21' }, update })).status).to.equal(204);
      expect((await ask(`/rest/api/2/issue/${key}/comment`)).body).to.include({ total: 0 });
    });
  });

  it('keeps comments, and refuses empty ones', async () => {
    const path = `/rest/api/2/issue/${await newIssue()}/comment`;
    const added = await post(path, { body: 'One\nTwo' });
    expect([added.status, added.body['body']]).to.deep.equal([201, 'One\r\nTwo']);
    const own = `${path}/${String(added.body['id'])}`;
    expect((await put(own, { body: 'Changed' })).body['body']).to.equal('Changed');
    expect((await ask(`${path}?expand=renderedBody`)).body['comments']).to.have.nested.property('[0].renderedBody', '<p>Changed</p>');
    expect((await post(path, { body: '' })).body).to.deep.equal({ errorMessages: [], errors: { comment: 'Comment body can not be empty!' } });
    expect((await ask(own, { method: 'DELETE' })).status).to.equal(204);
    expect((await ask(own)).status).to.equal(404);
  });

  it('keeps work logs, counts them against the estimate, and refuses what is no time', async () => {
    const key = await newIssue({ timetracking: { originalEstimate: '4h' } });
    const path = `/rest/api/2/issue/${key}/worklog`;
    const logged = await post(path, { timeSpentSeconds: 5400, started: '2026-08-14T09:00:00.000+0200', comment: 'Work' });
    expect(logged.status).to.equal(201);
    expect(logged.body).to.include({ timeSpent: '1h 30m', timeSpentSeconds: 5400, started: '2026-08-14T07:00:00.000+0000' });
    expect((await fieldsOf(key))['timetracking']).to.include({ remainingEstimate: '2h 30m', timeSpent: '1h 30m' });
    expect((await post(`${path}?adjustEstimate=leave`, { timeSpent: '1h' })).status).to.equal(201);
    expect((await fieldsOf(key))['timeestimate']).to.equal(9000);
    expect((await post(path, { timeSpent: 'soon' })).body).to.deep.equal({
      errorMessages: ['Worklog must not be null.'],
      errors: { timeLogged: 'Invalid time duration entered.' },
    });
    expect((await post(path, { timeSpent: '1h', started: '2026-08-14T09:00:00Z' })).status).to.equal(400);
  });

  it('takes attached files with X-Atlassian-Token alone, and gives them back', async () => {
    const path = `/rest/api/2/issue/${await newIssue()}/attachments`;
    const body = (): FormData => {
      const form = new FormData();
      form.append('file', new Blob(['some\r\n\r\ntext ü'], { type: 'text/plain' }), 'notes ü.txt');
      return form;
    };
    expect((await ask(path, { method: 'POST', body: body() })).text).to.equal('XSRF check failed');
    const sent = await ask(path, { method: 'POST', body: body(), headers: { 'X-Atlassian-Token': 'no-check' } });
    const [file] = sent.body as unknown as [Shape];
    expect(file).to.include({ filename: 'notes ü.txt', mimeType: 'text/plain' });
    expect((await ask(String(file['content']).slice(jira.baseUrl.length))).text).to.equal('some\r\n\r\ntext ü');
  });

  it('puts remote links in place of those of the same globalId', async () => {
    const path = `/rest/api/2/issue/${await newIssue()}/remotelink`;
    const link = { globalId: 'a', object: { url: 'https://example.com', title: 'One' } };
    expect([(await post(path, link)).status, (await post(path, link)).status]).to.deep.equal([201, 200]);
    expect((await ask(path)).body).to.have.lengthOf(1);
  });
});
