import { fieldsOfSite } from '../data/fields.ts';
import { labels } from '../data/words.ts';
import { jiraError } from '../errors.ts';
import type { Exchange } from '../exchange.ts';
import { JqlContext } from '../jql/context.ts';
import { findField, type JqlField } from '../jql/fields.ts';
import { isReserved, reservedWords } from '../jql/words.ts';
import { escapeHtml } from '../pages.ts';
import { json, type Reply } from '../replies.ts';
import type { Route } from '../router.ts';

/** What an editor needs to complete JQL. */
export const jqlRoutes: readonly Route[] = [
  { method: 'GET', pattern: '/rest/api/2/jql/autocompletedata', access: 'site', handle: data },
  { method: 'GET', pattern: '/rest/api/2/jql/autocompletedata/suggestions', access: 'site', handle: suggestions },
];

const operatorsOf: Readonly<Record<JqlField['kind'], readonly string[]>> = {
  choice: ['=', '!=', 'in', 'not in', 'is', 'is not'],
  user: ['=', '!=', 'in', 'not in', 'is', 'is not'],
  words: ['=', '!=', 'in', 'not in', 'is', 'is not'],
  issue: ['=', '!=', 'in', 'not in', '<', '<=', '>', '>='],
  date: ['=', '!=', 'in', 'not in', 'is', 'is not', '<', '<=', '>', '>='],
  number: ['=', '!=', 'in', 'not in', 'is', 'is not', '<', '<=', '>', '>='],
  text: ['~', '!~', 'is', 'is not'],
  filter: ['=', '!=', 'in', 'not in'],
};

const sprintType = 'com.atlassian.greenhopper.service.sprint.Sprint';
const ofThePast = ['was', 'was in', 'was not', 'was not in', 'changed'];
const withPast = new Set(['assignee', 'fixVersion', 'priority', 'reporter', 'resolution', 'status']);

/** Fields of queries that are no fields of issues. */
const queryFields = [
  { value: 'statusCategory', auto: 'true', operators: ['=', '!=', 'in', 'not in'], types: ['com.atlassian.jira.issue.status.category.StatusCategory'] },
  { value: 'watcher', auto: 'true', operators: operatorsOf.user, types: ['com.atlassian.crowd.embedded.api.User'] },
  { value: 'voter', auto: 'true', operators: operatorsOf.user, types: ['com.atlassian.crowd.embedded.api.User'] },
  { value: 'parent', operators: ['=', '!=', 'in', 'not in'], types: ['com.atlassian.jira.issue.Issue'] },
  { value: 'filter', auto: 'true', operators: operatorsOf.filter, types: ['com.atlassian.jira.issue.search.SearchRequest'] },
  { value: 'text', operators: ['~'], types: ['java.lang.String'] },
].map((field) => ({ ...field, displayName: field.value, searchable: 'true' }));

const functions = [
  { value: 'issueHistory()', isList: 'true', types: ['com.atlassian.jira.issue.Issue'] },
  { value: 'currentUser()', types: ['com.atlassian.crowd.embedded.api.User'] },
  { value: 'membersOf("")', isList: 'true', types: ['com.atlassian.crowd.embedded.api.User'] },
  ...['now()', 'startOfDay()', 'startOfWeek()', 'startOfMonth()', 'startOfYear()', 'endOfDay()', 'endOfWeek()', 'endOfMonth()', 'endOfYear()'].map(
    (value) => ({ value, types: ['java.util.Date'] }),
  ),
  ...['openSprints()', 'closedSprints()', 'futureSprints()'].map((value) => ({
    value,
    isList: 'true',
    types: [sprintType],
  })),
];

function data({ site }: Exchange): Reply {
  const fields = fieldsOfSite(site.settings.software).flatMap(({ id, name, custom, orderable, clauseNames, schema }) => {
    const value = custom ? name : clauseNames[0];
    const field = value === undefined ? undefined : findField(value);
    if (value === undefined || field === undefined) return [];
    const cf = custom ? `cf[${id.replace('customfield_', '')}]` : undefined;
    return [
      {
        value: quoted(value),
        displayName: cf === undefined ? value : `${name} - ${cf}`,
        ...(field.kind !== 'text' && field.kind !== 'number' && field.kind !== 'date' && { auto: 'true' }),
        ...(orderable && { orderable: 'true' }),
        searchable: 'true',
        ...(cf !== undefined && { cfid: cf }),
        operators: [...operatorsOf[field.kind], ...(withPast.has(value) ? ofThePast : [])],
        types: [field.clauses.includes('sprint') ? sprintType : javaType(schema?.type ?? 'issue')],
      },
    ];
  });
  return json(200, {
    visibleFieldNames: [...fields, ...queryFields],
    visibleFunctionNames: functions.filter(({ types }) => site.settings.software || !types.includes(sprintType)).map((one) => ({ ...one, displayName: one.value })),
    jqlReservedWords: reservedWords,
  });
}

function javaType(type: string): string {
  const types: Readonly<Record<string, string>> = {
    user: 'com.atlassian.crowd.embedded.api.User',
    datetime: 'java.util.Date',
    date: 'java.util.Date',
    number: 'java.lang.Number',
    string: 'java.lang.String',
  };
  return types[type] ?? `com.atlassian.jira.issue.${type}`;
}

function suggestions(exchange: Exchange): Reply {
  const name = exchange.parameter('fieldName') ?? '';
  const predicate = exchange.parameter('predicateName')?.toLowerCase();
  const typed = exchange.parameter(predicate === undefined ? 'fieldValue' : 'predicateValue') ?? '';
  const field = findField(name.replace(/^"(.*)"$/, '$1'));
  if (field === undefined) throw jiraError(400, [`Field '${name}' does not exist or you do not have permission to view it.`]);
  const results = (predicate === 'by' ? users(exchange) : predicate === undefined || ['from', 'to'].includes(predicate) ? valuesOf(exchange, field) : [])
    .filter(({ value, shown }) => [value, shown].some((text) => text.toLowerCase().startsWith(typed.toLowerCase())))
    .slice(0, 15)
    .map(({ value, shown }) => ({ value: quoted(value), displayName: highlighted(shown, typed) }));
  return json(200, { results });
}

interface Suggested {
  readonly value: string;
  readonly shown: string;
}

function valuesOf(exchange: Exchange, field: JqlField): Suggested[] {
  const { site, identity } = exchange;
  if (field.kind === 'user') return users(exchange);
  if (field.kind === 'words') return labels.map((label) => ({ value: label, shown: label }));
  if (field.kind !== 'choice') return [];
  return field.values(new JqlContext(site, identity.user)).map(({ names: [value = '', full = value] }) => ({
    value,
    shown: field.clauses.includes('project') ? `${full} (${value})` : value,
  }));
}

function users({ site }: Exchange): Suggested[] {
  const active = site.users.all().filter((user) => user.active);
  return active.map(({ name, displayName, emailAddress }) => ({ value: name, shown: `${displayName} - ${emailAddress} (${name})` }));
}

/** The part that was typed stands out; everything else is made safe for HTML. */
function highlighted(shown: string, typed: string): string {
  if (typed === '' || !shown.toLowerCase().startsWith(typed.toLowerCase())) return escapeHtml(shown);
  return `<b>${escapeHtml(shown.slice(0, typed.length))}</b>${escapeHtml(shown.slice(typed.length))}`;
}

function quoted(value: string): string {
  const plain = /^[\p{L}\p{N}_.-]+$/u.test(value) && !isReserved(value);
  return plain ? value : `"${value.replace(/[\\"]/g, '\\$&')}"`;
}
