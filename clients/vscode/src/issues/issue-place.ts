/** Which issue is meant. */
import type { Issue } from '../../../../protocol/issues.ts';

/** Where an issue is found. The provider may be left out where the agent can tell by the project. */
export interface IssuePlace {
  readonly provider?: string | undefined;
  readonly key: string;
}

/**
 * The issue that a command was given: a row of the view, an issue of the protocol, its place, or a bare key.
 *
 * @returns `undefined` where the argument names none, as from the command palette
 */
export function placeOf(argument: unknown): IssuePlace | undefined {
  if (typeof argument === 'string') return argument === '' ? undefined : { key: argument };
  if (typeof argument !== 'object' || argument === null) return undefined;
  const { issue, key, provider } = argument as { issue?: unknown; key?: unknown; provider?: unknown };
  if (issue !== undefined) return placeOf(issue);
  return typeof key === 'string' ? { key, ...(typeof provider === 'string' ? { provider } : {}) } : undefined;
}

/** Whether two are the same issue. */
export function isSameIssue(one: Pick<Issue, 'provider' | 'key'>, other: Pick<Issue, 'provider' | 'key'>): boolean {
  return one.provider === other.provider && one.key === other.key;
}
