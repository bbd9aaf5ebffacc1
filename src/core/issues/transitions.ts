/** The transitions of an issue: which there are, and which one is meant. */
import type { Transition } from '../../../protocol/issue-detail.ts';
import { invalidParams, JiraError } from '../errors.ts';
import { identifier, list, record, text } from '../jira/json.ts';
import { toField } from '../metadata/field.ts';
import type { Access } from './access.ts';
import { toStatus } from './issue.ts';

/** The transitions that are open to the user now, with the fields of their screens. */
export async function readTransitions(access: Access, key: string): Promise<Transition[]> {
  const answer = record(await access.read(`/rest/api/2/issue/${encodeURIComponent(key)}/transitions`, [['expand', 'transitions.fields']]));
  if (!Array.isArray(answer['transitions'])) throw new JiraError('server', 'The answer of Jira is no list of transitions.');
  return list(answer['transitions']).map(toTransition);
}

/**
 * The transition that is meant: by its id; by its name; by its name in another case.
 *
 * @param offered whether a client was offered it before
 * @throws {JiraError} invalidParams for `transition`, naming those that there are; `conflict` for one that was offered
 */
export function chooseTransition(transitions: readonly Transition[], wanted: string, offered: boolean): Transition {
  const lower = wanted.toLowerCase();
  const ways = [
    transitions.filter(({ id }) => id === wanted),
    transitions.filter(({ name }) => name === wanted),
    transitions.filter(({ name }) => name.toLowerCase() === lower),
  ];
  const fitting = ways.find(({ length }) => length > 0) ?? [];
  const [transition, ...others] = fitting;
  if (transition !== undefined && others.length === 0) return transition;
  if (transition !== undefined) {
    throw invalidParams('transition', `Several transitions are called “${wanted}”: say which one by its id. There are ${sayTransitions(fitting)}.`);
  }
  const there = transitions.length === 0 ? 'None is open to you: the workflow or your permissions allow none.' : `There are ${sayTransitions(transitions)}.`;
  if (offered) throw new JiraError('conflict', `The transition ${wanted} is not open any more: somebody else changed the issue meanwhile. ${there}`);
  throw invalidParams('transition', `The issue has no transition “${wanted}” now. ${there}`);
}

/** Transitions in words. */
export function sayTransitions(transitions: readonly Transition[]): string {
  return transitions.map(({ id, name, to }) => `${id} (“${name}”, to “${to.name}”)`).join(', ');
}

function toTransition(value: unknown): Transition {
  const { id, name, to, fields } = record(value);
  return {
    id: identifier(id) ?? '',
    name: text(name) ?? '',
    to: { id: identifier(record(to)['id']) ?? '', ...toStatus(to) },
    fields: Object.entries(record(fields)).map(([field, meta]) => toField(field, meta)),
  };
}
