/** Moves issues to another status. */
import type { Issue } from '../../../protocol/issues.ts';
import type { Transition } from '../../../protocol/issue-detail.ts';
import { JiraError } from '../errors.ts';
import { toJiraValues } from '../metadata/field-values.ts';
import type { Access } from './access.ts';
import { changedSince, memberOf, readAfter, sendChange } from './change.ts';
import { addComment } from './comment.ts';
import { chooseTransition, readTransitions } from './transitions.ts';
import { afterwards, type Done } from './unanswered.ts';
import { wikiWriter } from './wiki.ts';

/** What goes along with a transition. */
export interface Along {
  /** Values of fields, in the plain form. */
  readonly fields?: Readonly<Record<string, unknown>> | undefined;
  /** Markdown. */
  readonly comment?: string | undefined;
}

/**
 * Moves an issue by the transition that is meant.
 *
 * @param wanted id or name
 * @throws {JiraError} `validation` that names the fields which are missing; `conflict` where somebody else was faster
 */
export async function transitionIssue(access: Access, key: string, wanted: string, along: Along): Promise<Done<Issue>> {
  const { memory, provider } = access;
  const transitions = await readTransitions(access, key);
  const transition = chooseTransition(transitions, wanted, memory.transitions.includes(provider.id, key, wanted));
  memory.transitions.note(provider.id, key, transitions);
  const warnings = await moveIssue(access, key, transition, along);
  return { value: await readAfter(access, key, doneBy(transition)), warnings };
}

/**
 * Moves an issue by a transition that is open. A comment that the screen has no field for is added after it: Jira
 * drops it there, and answers 204 all the same (measured on 8.20).
 *
 * @returns what the user must know of how it went
 */
export async function moveIssue(access: Access, key: string, transition: Transition, { fields, comment }: Along): Promise<string[]> {
  const onScreen = transition.fields.some(({ kind }) => kind === 'comment');
  const done = doneBy(transition);
  const toWiki = await wikiWriter(access);
  const json = {
    transition: { id: transition.id },
    ...(fields === undefined ? {} : { fields: toJiraValues(fields, transition.fields, toWiki) }),
    ...(comment === undefined || !onScreen ? {} : { update: { comment: [{ add: { body: toWiki(comment) } }] } }),
  };
  const isDone = (value: Record<string, unknown>, since: number) => memberOf(value, 'status', 'id') === transition.to.id && changedSince(value, since);
  const warnings = await sendChange(access, { key, method: 'POST', part: '/transitions', json, done, notDone: 'The issue has not moved', isDone }).catch(
    async (error: unknown) => {
      throw await explain(access, key, transition, fields ?? {}, error);
    },
  );
  if (comment === undefined || onScreen) return warnings;
  try {
    return [...warnings, ...(await addComment(access, key, comment)).warnings];
  } catch (error) {
    throw afterwards(done, error);
  }
}

function doneBy({ to }: Transition): string {
  return `The issue has moved to “${to.name}”`;
}

/** Why Jira refuses a transition: somebody else moved the issue, or its screen wants what was not given. */
async function explain(access: Access, key: string, transition: Transition, given: Readonly<Record<string, unknown>>, error: unknown): Promise<unknown> {
  if (!(error instanceof JiraError) || (error.kind !== 'validation' && error.details.httpStatus !== 500)) return error;
  const now = await readTransitions(access, key).catch(() => undefined);
  if (now !== undefined && !now.some(({ id }) => id === transition.id)) {
    return new JiraError('conflict', `Somebody else changed the issue meanwhile: “${transition.name}” is not open any more. ${error.message}`, error.details, error.cause);
  }
  const missing = transition.fields.filter(({ id, required, hasDefault }) => required && !hasDefault && (given[id] ?? null) === null);
  if (error.kind !== 'validation' || missing.length === 0) return error;
  const hint = missing
    .map(({ id, name, allowedValues = [] }) => {
      const choice = allowedValues.length === 0 ? '' : `: one of ${allowedValues.map((each) => `${each.name} (${each.id})`).join(', ')}`;
      return `Give “${name}” under \`fields.${id}\`${choice}.`;
    })
    .join(' ');
  return new JiraError('validation', `${error.message} ${hint}`, { ...error.details, hint }, error.cause);
}
