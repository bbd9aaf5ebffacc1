/** Fields: their kinds from Jira's own descriptions, and their values from the plain form to Jira's. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { assert } from 'chai';
import type { Field } from '../../../protocol/fields.ts';
import { Field as FieldSchema } from '../../../protocol/fields.ts';
import { toField } from '../../../src/core/metadata/field.ts';
import { toJiraValues } from '../../../src/core/metadata/field-values.ts';

const field = (changes: Partial<Field>): Field => ({ id: 'f', name: 'F', required: false, kind: 'text', multiple: false, hasDefault: false, type: 'string', ...changes });
const toJira = (value: unknown, changes: Partial<Field>) => toJiraValues({ f: value }, [field(changes)], (markdown) => `wiki(${markdown})`)['f'];

describe('a field', () => {
  it('of a recorded screen of Jira 8.20.7 has its kind', () => {
    const recorded = JSON.parse(readFileSync(join(import.meta.dirname, '..', '..', 'jira', 'captures', 'createmeta.json'), 'utf8')) as {
      projects: { issuetypes: { name: string; fields: Record<string, unknown> }[] }[];
    };
    const story = recorded.projects[0]?.issuetypes.find(({ name }) => name === 'Story')?.fields ?? {};
    const fields = Object.entries(story).map(([id, meta]) => toField(id, meta));
    for (const each of fields) assert.deepEqual(FieldSchema.parse(each), each);
    const kinds = Object.fromEntries(fields.map(({ id, kind, multiple }) => [id, multiple ? `${kind}s` : kind]));
    assert.include(kinds, {
      summary: 'text', issuetype: 'issueType', reporter: 'user', components: 'components', description: 'markup', fixVersions: 'versions',
      priority: 'priority', labels: 'labels', attachment: 'attachments', issuelinks: 'issueLinks', customfield_10102: 'issue', customfield_10101: 'sprint',
      assignee: 'user', project: 'project',
    });
  });

  it('of which Jira says nothing that one could read is still one', () => {
    for (const meta of [undefined, null, 'x', [], {}, { schema: null }, { schema: { type: 7 }, name: '', allowedValues: [null, 1, {}] }]) {
      const found = toField('customfield_1', meta);
      assert.deepEqual(FieldSchema.parse(found), found);
      assert.deepEqual([found.id, found.name, found.kind], ['customfield_1', 'customfield_1', 'other']);
    }
  });
});

describe('the plain value', () => {
  const options = { allowedValues: [{ id: '1', name: 'Rot' }, { id: '2', name: 'Grün' }, { id: '3', name: 'Grün' }] };
  for (const [what, value, kind, expected] of [
    ['of an option, by its id', '1', { kind: 'option', ...options }, { id: '1' }],
    ['of an option, by its name', 'Rot', { kind: 'option', ...options }, { id: '1' }],
    ['of an option, by a name that two have', 'Grün', { kind: 'option', ...options }, { value: 'Grün' }],
    ['of an option that nobody listed', 'Blau', { kind: 'option' }, { value: 'Blau' }],
    ['of a priority, by its name', 'Hoch', { kind: 'priority' }, { name: 'Hoch' }],
    ['of a user', 'mia', { kind: 'user' }, { name: 'mia' }],
    ['of several users, of which there is one', 'mia', { kind: 'user', multiple: true }, [{ name: 'mia' }]],
    ['of several options', ['1', 'Rot'], { kind: 'option', multiple: true, ...options }, [{ id: '1' }, { id: '1' }]],
    ['of a number, as text', ' 2.5 ', { kind: 'number' }, 2.5],
    ['of a number', 3, { kind: 'number' }, 3],
    ['of a sprint', '7', { kind: 'sprint' }, 7],
    ['of a time', '2026-03-01T10:30:00+01:00', { kind: 'dateTime' }, '2026-03-01T09:30:00.000+0000'],
    ['of a time that is none', 'later', { kind: 'dateTime' }, 'later'],
    ['of a date', '2026-03-01', { kind: 'date' }, '2026-03-01'],
    ['of a parent', 'ABC-1', { kind: 'issue', type: 'issuelink' }, { key: 'ABC-1' }],
    ['of an epic', 'ABC-1', { kind: 'issue', type: 'com.pyxis.greenhopper.jira:gh-epic-link' }, 'ABC-1'],
    ['of a project, by its key', 'ABC', { kind: 'project' }, { key: 'ABC' }],
    ['of a project, by its id', '10000', { kind: 'project' }, { id: '10000' }],
    ['of text, as Markdown', { markdown: '**x**' }, { kind: 'markup' }, 'wiki(**x**)'],
    ['of text, as it is', '*x*', { kind: 'markup' }, '*x*'],
    ['of times', { originalEstimate: 5400, remainingEstimate: '1h' }, { kind: 'timeTracking' }, { originalEstimate: '90m', remainingEstimate: '1h' }],
    ['of a cascade', ['1', null], { kind: 'cascade', ...options }, { id: '1' }],
    ['that is Jira’s own form', { value: 'Rot' }, { kind: 'option', ...options }, { value: 'Rot' }],
    ['that empties the field', null, { kind: 'option', ...options }, null],
    ['that empties a field of several values, for which Jira takes no null', null, { kind: 'label', multiple: true }, []],
    ['of labels', ['a', 'b'], { kind: 'label', multiple: true }, ['a', 'b']],
    ['of a truth', true, { kind: 'other' }, true],
  ] as const) {
    it(what, () => assert.deepEqual(toJira(value, kind as Partial<Field>), expected));
  }

  it('of a field that the screen does not have stays as it is', () => {
    assert.deepEqual(toJiraValues({ other: 'x' }, [field({})], String), { other: 'x' });
  });

  it('of a number that is none is told', () => {
    for (const value of ['', 'x', 'Infinity', '1,5']) assert.throws(() => toJira(value, { kind: 'number' }), /takes a number/);
  });
});
