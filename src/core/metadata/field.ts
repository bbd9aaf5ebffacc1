/** Fields as Jira describes them, and their values from the plain form to the one that Jira takes. */
import type { Field, FieldKind, FieldOption } from '../../../protocol/fields.ts';
import { identifier, list, present, record, text } from '../jira/json.ts';

/** The kinds of system fields, by their ids, where the type alone does not say it. */
const systemKinds: Readonly<Record<string, FieldKind>> = {
  description: 'markup', environment: 'markup', comment: 'comment', attachment: 'attachment', issuelinks: 'issueLink', labels: 'label', parent: 'issue',
  timetracking: 'timeTracking',
};

/** The kinds of custom fields, by the last part of the key of their type, where the type of their value does not say it. */
const customKinds: Readonly<Record<string, FieldKind>> = {
  textarea: 'markup', url: 'url', labels: 'label', 'gh-epic-link': 'issue', 'gh-epic-label': 'text', 'gh-sprint': 'sprint', 'jpo-custom-field-parent': 'issue',
};

/** The kinds by the type of a value, or of each of several values. */
const typeKinds: Readonly<Record<string, FieldKind>> = {
  string: 'text', number: 'number', date: 'date', datetime: 'dateTime', option: 'option', 'option-with-child': 'cascade', user: 'user', group: 'group',
  version: 'version', component: 'component', project: 'project', priority: 'priority', resolution: 'resolution', issuetype: 'issueType',
  securitylevel: 'securityLevel', issuelink: 'issue', issuelinks: 'issueLink', timetracking: 'timeTracking', attachment: 'attachment', 'comments-page': 'comment',
};

/**
 * A field of createmeta, of editmeta, or of a transition.
 *
 * @param id `undefined` where the field itself tells it, as from Jira 9 on
 */
export function toField(id: string | undefined, value: unknown): Field {
  const meta = record(value);
  const schema = record(meta['schema']);
  const type = text(schema['type']) ?? 'any';
  const custom = text(schema['custom']);
  const kind = kindOf(type, schema, custom?.split(':').at(-1));
  const fieldId = id ?? identifier(meta['fieldId']) ?? '';
  return {
    id: fieldId,
    name: text(meta['name']) ?? fieldId,
    required: meta['required'] === true,
    kind,
    multiple: type === 'array' && kind !== 'sprint',
    hasDefault: meta['hasDefaultValue'] === true,
    ...present({ allowedValues: Array.isArray(meta['allowedValues']) ? meta['allowedValues'].flatMap(toOption) : undefined }),
    type: custom ?? type,
  };
}

function kindOf(type: string, schema: Record<string, unknown>, custom: string | undefined): FieldKind {
  const byName = systemKinds[text(schema['system']) ?? ''] ?? customKinds[custom ?? ''];
  if (byName !== undefined) return byName;
  return typeKinds[type === 'array' ? (text(schema['items']) ?? '') : type] ?? 'other';
}

/** A value, and those that it leads to: Jira's cascades have two levels. */
function toOption(value: unknown): FieldOption[] {
  const children = list(record(value)['children']).flatMap((child) => nameOf(child) ?? []);
  const option = nameOf(value);
  return option === undefined ? [] : [{ ...option, ...(children.length === 0 ? {} : { children }) }];
}

/** Options have a `value`, everything else a `name`, and users are known by their names. */
function nameOf(value: unknown): { id: string; name: string } | undefined {
  if (typeof value === 'string') return { id: value, name: value };
  const each = record(value);
  const id = identifier(each['id']) ?? text(each['name']) ?? text(each['value']);
  return id === undefined ? undefined : { id, name: text(each['value']) ?? text(each['displayName']) ?? text(each['name']) ?? id };
}
