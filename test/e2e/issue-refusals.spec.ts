/** What Jira refuses: in whatever envelope it says so, its words reach the user, and a missing permission is no lost login. */
import { assert } from 'chai';
import type { ErrorKind } from '../../protocol/errors.ts';
import { type Agent, expectError, startAgent } from '../support/agent.ts';
import { connectByToken, type DisposableJira, openJira } from '../support/jira.ts';

const json = { 'Content-Type': 'application/json;charset=UTF-8', 'X-AUSERNAME': 'alice' };

/** Every envelope of Jira's errors (and those of what is before it), with the words that must come out. */
const envelopes: readonly (readonly [name: string, status: number, headers: Record<string, string>, body: string, kind: ErrorKind, words: RegExp])[] = [
  ['messages and fields', 400, json, '{"errorMessages":["Ganz falsch."],"errors":{"comment":"Zu lang."}}', 'validation', /Ganz falsch\. comment: Zu lang\./],
  ['fields alone', 400, json, '{"errors":{"comment":"Zu lang."}}', 'validation', /comment: Zu lang\./],
  ['messages alone', 400, json, '{"errorMessages":["Ganz falsch."]}', 'validation', /Ganz falsch\./],
  ['one message', 400, json, '{"message":"Ganz falsch.","status-code":400}', 'validation', /Ganz falsch\./],
  ['one errorMessage', 400, json, '{"errorMessage":"Ganz falsch."}', 'validation', /Ganz falsch\./],
  ['XML', 403, { ...json, 'Content-Type': 'application/xml' }, '<?xml version="1.0"?><status><status-code>403</status-code><message>Ganz verboten.</message></status>', 'forbidden', /Ganz verboten\./],
  ['nothing at all', 400, json, '', 'validation', /does not say why/],
  ['a page', 500, { ...json, 'Content-Type': 'text/html' }, '<html><h1>Oops</h1></html>', 'server', /Jira failed \(500\)/],
  ['a conflict', 409, json, '{"errorMessages":["Schon anders."],"errors":{}}', 'conflict', /Schon anders\./],
  ['a permission, by 401 for a user whom it knows', 401, json, '{"errorMessages":["Nicht erlaubt."],"errors":{}}', 'forbidden', /Nicht erlaubt\./],
  ['a permission, by 403', 403, json, '{"errorMessages":["Nicht erlaubt."],"errors":{}}', 'forbidden', /Nicht erlaubt\./],
  ['a page of XSRF', 403, { ...json, 'Content-Type': 'text/plain' }, 'XSRF check failed', 'forbidden', /permission/],
];

describe('what Jira refuses', () => {
  let jira: DisposableJira;
  let agent: Agent;

  before(async () => {
    jira = await openJira();
    agent = await startAgent();
    await connectByToken(agent, jira);
  });

  after(async () => {
    await agent[Symbol.asyncDispose]();
    await jira[Symbol.asyncDispose]();
  });

  afterEach(() => jira.faults.clear());

  for (const [name, status, headers, body, kind, words] of envelopes) {
    it(`in the envelope of ${name} is ${kind}, in its words`, async () => {
      jira.faults.next((request) => request.method === 'POST', { status, headers, body });
      await expectError(agent.request('jira/comment', { key: 'ABC-1', body: 'Hello' }), kind, { httpStatus: status, message: words });
      const { providers } = await agent.request('jira/providers', {});
      assert.strictEqual(providers[0]?.state, 'connected');
    });
  }

  it('reaches the user from each kind of write', async () => {
    const writes = [
      () => agent.request('jira/comment', { key: 'ABC-1', body: 'x' }),
      () => agent.request('jira/assign', { key: 'ABC-1', assignee: 'me' }),
      () => agent.request('jira/transition', { key: 'ABC-1', transition: '31' }),
      () => agent.request('jira/logWork', { key: 'ABC-1', timeSpent: 60 }),
      () => agent.request('jira/createIssue', { project: 'ABC', type: 'Task', summary: 'x' }),
      () => agent.request('jira/editIssue', { key: 'ABC-1', summary: 'x' }),
      () => agent.request('jira/labels', { key: 'ABC-1', add: ['x'] }),
      () => agent.request('jira/watch', { key: 'ABC-1', watching: true }),
      () => agent.request('jira/watch', { key: 'ABC-1', watching: false }),
      () => agent.request('jira/link', { key: 'ABC-1', type: 'Blocks', to: 'ABC-2' }),
    ];
    jira.faults.always((request) => request.method !== 'GET', { status: 400, headers: json, body: '{"errorMessages":["Heute nicht."],"errors":{}}' });
    for (const write of writes) await expectError(write(), 'validation', { jira: { errorMessages: ['Heute nicht.'], errors: {} } });
  });

  it('to a user who may only look is a missing permission, and the user stays signed in', async () => {
    await using other = await startAgent();
    await connectByToken(other, jira, 'viewer');
    await expectError(other.request('jira/assign', { key: 'ABC-1', assignee: 'me' }), 'forbidden', { httpStatus: 401, message: /permission to assign/ });
    await expectError(other.request('jira/link', { key: 'ABC-1', type: 'Blocks', to: 'ABC-2' }), 'forbidden', { httpStatus: 401, message: /No Link Issue Permission/ });
    await expectError(other.request('jira/logWork', { key: 'ABC-1', timeSpent: 60 }), 'forbidden', { httpStatus: 403 });
    assert.deepEqual(await other.request('jira/editFields', { key: 'ABC-1' }), { fields: [] });
    assert.strictEqual((await other.request('jira/providers', {})).providers[0]?.state, 'connected');
  });

  it('to credentials that were revoked is told as that, also where a proxy takes the user’s name out', async () => {
    await using hidden = await openJira({ userNameHeader: false });
    await using other = await startAgent();
    await connectByToken(other, hidden);
    await expectError(other.request('jira/assign', { key: 'ABC-1', assignee: 'ivan' }), 'validation', { message: /cannot be assigned/ });
    const [token] = hidden.requests.findLast(({ headers }) => headers.authorization !== undefined)?.headers.authorization?.split(' ').slice(1) ?? [];
    hidden.revokeToken(token ?? '');
    await expectError(other.request('jira/projects', {}), 'credentialsRejected', { message: /revoked/ });
  });

  it('before it is asked: what is wrong at hand', async () => {
    const sent = jira.requests.length;
    await expectError(agent.request('jira/comment', { key: 'ABC-1', body: '' }), 'invalidParams', { path: 'body', message: /is empty/ });
    await expectError(agent.request('jira/logWork', { key: 'ABC-1', timeSpent: 59 }), 'invalidParams', { path: 'timeSpent', message: /less than a minute/ });
    await expectError(agent.request('jira/logWork', { key: 'ABC-1', timeSpent: 60, started: 'yesterday' }), 'invalidParams', { path: 'started', message: /RFC 3339/ });
    await expectError(agent.request('jira/labels', { key: 'ABC-1' }), 'invalidParams', { path: 'add' });
    await expectError(agent.request('jira/labels', { key: 'ABC-1', add: ['x'], remove: ['x'] }), 'invalidParams', { path: 'remove' });
    await expectError(agent.request('jira/editIssue', { key: 'ABC-1' }), 'invalidParams', { path: 'fields' });
    await expectError(agent.request('jira/assignableUsers', {}), 'invalidParams', { path: 'key' });
    await expectError(agent.request('jira/assignableUsers', { key: 'ABC-1', project: 'ABC' }), 'invalidParams', { path: 'project' });
    assert.lengthOf(jira.requests, sent);
  });

  it('of relations: those that there are are told', async () => {
    await expectError(agent.request('jira/link', { key: 'ABC-1', type: 'loves', to: 'ABC-2' }), 'invalidParams', { path: 'type', message: /Blocks \(10000: “blocks”, “is blocked by”\)/ });
    await expectError(agent.request('jira/link', { key: 'ABC-1', type: 'blocks', to: 'ABC-99999' }), 'notFound');
  });

  it('of what is not there: Jira Software, and links that are switched off', async () => {
    await using plain = await openJira({ software: false, issueLinking: false });
    await using other = await startAgent();
    await connectByToken(other, plain);
    await expectError(other.request('jira/boards', {}), 'unsupported', { message: /Jira Software is not installed/ });
    await expectError(other.request('jira/sprints', { board: 1 }), 'unsupported', { message: /Jira Software is not installed/ });
    await expectError(other.request('jira/linkTypes', {}), 'unsupported', { message: /Issue linking is currently disabled/ });
    await expectError(agent.request('jira/sprints', { board: 99 }), 'notFound');
  });
});
