/** Creating issues: what can be created, fields of every kind, and what Jira refuses. */
import { assert } from 'chai';
import type { CustomField } from '../jira/data/custom-fields.ts';
import { type Agent, expectError, startAgent } from '../support/agent.ts';
import { connectByToken, type DisposableJira, openJira } from '../support/jira.ts';

const custom = (type: string) => `com.atlassian.jira.plugin.system.customfieldtypes:${type}`;
const options = [{ id: '201', value: 'Rot' }, { id: '202', value: 'Grün & Blau' }];
const nested = [{ id: '211', value: 'Europa', children: [{ id: '212', value: 'Köln' }] }, { id: '213', value: 'Asien' }];

/** Required fields of each kind: how it is given in plain, and how Jira shows it then. */
const kinds: readonly (readonly [id: number, kind: string, field: Pick<CustomField, 'schema' | 'options'>, plain: unknown, shown: unknown])[] = [
  [11001, 'text', { schema: { type: 'string', custom: custom('textfield') } }, 'Zeile', 'Zeile'],
  [11002, 'markup', { schema: { type: 'string', custom: custom('textarea') } }, { markdown: '**fett**' }, '*fett*'],
  [11003, 'number', { schema: { type: 'number', custom: custom('float') } }, '1.5', 1.5],
  [11004, 'date', { schema: { type: 'date', custom: custom('datepicker') } }, '2026-03-01', '2026-03-01'],
  [11005, 'dateTime', { schema: { type: 'datetime', custom: custom('datetime') } }, '2026-03-01T10:30:00+01:00', '2026-03-01T09:30:00.000+0000'],
  [11006, 'url', { schema: { type: 'string', custom: custom('url') } }, 'https://example.com/a?b=c', 'https://example.com/a?b=c'],
  [11007, 'option', { schema: { type: 'option', custom: custom('select') }, options }, '201', { id: '201', value: 'Rot' }],
  [11008, 'option', { schema: { type: 'option', custom: custom('radiobuttons') }, options }, 'Grün & Blau', { id: '202', value: 'Grün & Blau' }],
  [11009, 'option', { schema: { type: 'array', items: 'option', custom: custom('multicheckboxes') }, options }, ['202', 'Rot'], [{ id: '202', value: 'Grün & Blau' }, { id: '201', value: 'Rot' }]],
  [11010, 'cascade', { schema: { type: 'option-with-child', custom: custom('cascadingselect') }, options: nested }, ['Europa', '212'], { id: '211', value: 'Europa', child: { id: '212', value: 'Köln' } }],
  [11011, 'user', { schema: { type: 'user', custom: custom('userpicker') } }, 'jürgen.müller', { name: 'jürgen.müller' }],
  [11012, 'user', { schema: { type: 'array', items: 'user', custom: custom('multiuserpicker') } }, ['alice', 'bob'], [{ name: 'alice' }, { name: 'bob' }]],
  [11013, 'group', { schema: { type: 'group', custom: custom('grouppicker') } }, 'jira-software-users', { name: 'jira-software-users' }],
  [11014, 'version', { schema: { type: 'array', items: 'version', custom: custom('multiversion') } }, ['10201'], [{ id: '10201', name: '2.0 "Zwei"' }]],
  [11015, 'project', { schema: { type: 'project', custom: custom('project') } }, 'WEB', { id: '10001', key: 'WEB', name: 'Website “Überblick”' }],
  [11016, 'label', { schema: { type: 'array', items: 'string', custom: custom('labels') } }, ['eins', 'zwei'], ['eins', 'zwei']],
  [11017, 'cascade', { schema: { type: 'option-with-child', custom: custom('cascadingselect') }, options: nested }, '213', { id: '213', value: 'Asien' }],
];

for (const profile of ['8.20', '9.12', '11.3'] as const) {
  describe(`creating issues on a German Jira ${profile}, where fields of every kind are required`, () => {
    let jira: DisposableJira;
    let agent: Agent;

    before(async () => {
      jira = await openJira({ profile, language: 'de' });
      for (const [id, kind, field] of kinds) jira.addCustomField({ id: `customfield_${id}`, name: `Pflichtfeld ${kind} ${id}`, required: true, types: ['Bug'], ...field });
      agent = await startAgent();
      await connectByToken(agent, jira);
    });

    after(async () => {
      await agent[Symbol.asyncDispose]();
      await jira[Symbol.asyncDispose]();
    });

    it('tells the fields with their kinds, in German, by ids', async () => {
      const { type, fields } = await agent.request('jira/createFields', { project: 'WEB', type: 'Fehler' });
      assert.deepEqual([type.id, type.name], ['10004', 'Fehler']);
      assert.deepInclude(fields.map(({ id, name, required }) => [id, name, required]), ['summary', 'Zusammenfassung', true]);
      for (const [id, kind, { schema }] of kinds) {
        const field = fields.find((each) => each.id === `customfield_${id}`);
        assert.deepEqual([field?.kind, field?.multiple, field?.required], [kind, schema.type === 'array', true] as never, String(id));
      }
      const cascade = fields.find(({ id }) => id === 'customfield_11010')?.allowedValues;
      assert.deepEqual(cascade, [{ id: '211', name: 'Europa', children: [{ id: '212', name: 'Köln' }] }, { id: '213', name: 'Asien' }]);
    });

    it('without them is a validation error that names each', async () => {
      const { data } = await expectError(agent.request('jira/createIssue', { project: 'WEB', type: 'Fehler', summary: 'Ohne' }), 'validation', { httpStatus: 400 });
      assert.sameMembers(Object.keys(data.jira?.errors ?? {}), kinds.map(([id]) => `customfield_${id}`));
      assert.strictEqual(data.jira?.errors['customfield_11001'], 'Pflichtfeld text 11001 is required.');
    });

    it('takes the plain value of each kind', async () => {
      const fields = Object.fromEntries(kinds.map(([id, , , plain]) => [`customfield_${id}`, plain]));
      const { issue } = await agent.request('jira/createIssue', { project: 'WEB', type: 'Fehler', summary: 'Mit allem', fields });
      assert.strictEqual(issue.type.name, 'Fehler');
      assert.deepEqual(jira.issue(issue.key).custom, Object.fromEntries(kinds.map(([id, , , , shown]) => [`customfield_${id}`, shown])) as never);
      const { fields: read } = await agent.request('jira/issue', { key: issue.key, fields: ['customfield_11010'] });
      assert.deepEqual(read, { customfield_11010: { id: '211', value: 'Europa', child: { id: '212', value: 'Köln' } } });
    });

    it('takes them as Jira itself does, too', async () => {
      const fields = Object.fromEntries(kinds.map(([id, , { schema }, plain, shown]) => [`customfield_${id}`, schema.type === 'option' || schema.type === 'user' ? shown : plain]));
      const { issue } = await agent.request('jira/createIssue', { project: 'WEB', type: '10004', summary: 'Wie Jira', fields });
      assert.deepEqual(jira.issue(issue.key).custom?.['customfield_11007'], { id: '201', value: 'Rot' });
    });

    it('says in the words of Jira what is wrong with a value, and itself what is no number', async () => {
      const fields = Object.fromEntries(kinds.map(([id, , , plain]) => [`customfield_${id}`, plain]));
      const create = (changes: Record<string, unknown>) => agent.request('jira/createIssue', { project: 'WEB', type: 'Fehler', summary: 'Falsch', fields: { ...fields, ...changes } });
      await expectError(create({ customfield_11007: 'Violett', customfield_11011: 'niemand' }), 'validation', {
        jira: { errorMessages: [], errors: { customfield_11007: "Option value 'Violett' is not valid", customfield_11011: "User 'niemand' does not exist." } },
      });
      await expectError(create({ customfield_11003: 'viel' }), 'invalidParams', { path: 'fields.customfield_11003', message: /Pflichtfeld number 11003/ });
    });

    it('says in the words of Jira, in German, what is missing', async () => {
      await expectError(agent.request('jira/createIssue', { project: 'WEB', type: 'Epic', summary: 'Ohne Namen' }), 'validation', {
        jira: { errorMessages: [], errors: { customfield_10104: 'Epic-Name ist erforderlich.' } },
      });
      const { transitions } = await agent.request('jira/transitions', { key: 'ABC-1' });
      const resolve = transitions.find(({ id }) => id === '51');
      assert.deepEqual([resolve?.name, resolve?.to.category, resolve?.fields[0]?.name], ['Mit Begründung lösen', 'done', 'Lösung']);
      await expectError(agent.request('jira/transition', { key: 'ABC-1', transition: '51' }), 'validation', {
        jira: { errorMessages: [], errors: { resolution: 'Lösung ist erforderlich.' } },
        message: /Give “Lösung” under `fields\.resolution`: one of Erledigt \(10000\)/,
      });
    });
  });
}

for (const profile of ['8.20', '9.12'] as const) {
  describe(`creating issues on Jira ${profile}`, () => {
    let jira: DisposableJira;
    let agent: Agent;

    before(async () => {
      jira = await openJira({ profile });
      agent = await startAgent();
      await connectByToken(agent, jira);
    });

    after(async () => {
      await agent[Symbol.asyncDispose]();
      await jira[Symbol.asyncDispose]();
    });

    it('needs a project by its key or its id, and says so', async () => {
      for (const project of ['abc', '10000']) {
        const { issue } = await agent.request('jira/createIssue', { project, type: 'Task', summary: `In ${project}` });
        assert.strictEqual(issue.project.key, 'ABC');
      }
      await expectError(agent.request('jira/createIssue', { project: 'NOPE', type: 'Task', summary: 'x' }), 'notFound', { message: /NOPE.*jira\/projects/ });
      await expectError(agent.request('jira/issueTypes', { project: 'NOPE' }), 'notFound');
    });

    it('needs a type that there is, and lists them', async () => {
      const { message } = await expectError(agent.request('jira/createIssue', { project: 'ABC', type: 'Wish', summary: 'x' }), 'invalidParams', { path: 'type' });
      assert.match(message, /Task \(10002\), Sub-task \(10003\), Story \(10001\)/);
    });

    it('makes sub-tasks below the parent that is given by its key', async () => {
      const { issue } = await agent.request('jira/createIssue', { project: 'ABC', type: 'sub-task', summary: 'Below', fields: { parent: 'ABC-2' } });
      assert.strictEqual(issue.parent, 'ABC-2');
      const { subtasks } = await agent.request('jira/issue', { key: 'ABC-2' });
      assert.include(subtasks.map(({ key }) => key), issue.key);
      await expectError(agent.request('jira/createIssue', { project: 'ABC', type: 'Sub-task', summary: 'x' }), 'validation', { message: /parent issue key or id not specified/ });
    });

    it('refuses what is no summary before anything is sent', async () => {
      const sent = jira.requests.length;
      await expectError(agent.request('jira/createIssue', { project: 'ABC', type: 'Task', summary: '  ' }), 'invalidParams', { path: 'summary' });
      await expectError(agent.request('jira/createIssue', { project: 'a b', type: 'Task', summary: 'x' }), 'invalidParams', { path: 'project' });
      assert.lengthOf(jira.requests, sent);
    });

    it('goes on where the server was upgraded since it was configured', async () => {
      jira.faults.next('/createmeta', { status: 404, headers: { 'Content-Type': 'application/json', 'X-AUSERNAME': 'alice' }, body: '{"errorMessages":["Issue Does Not Exist"],"errors":{}}' });
      const answer = agent.request('jira/issueTypes', { project: 'ABC' });
      if (profile === '8.20') assert.isAbove((await answer).issueTypes.length, 3);
      else await expectError(answer, 'notFound');
    });
  });
}
