/** People who may be given an issue, as somebody types a name. */
import type { Agent } from '../../agent.ts';

/** Whose issue it is, or becomes. */
export interface PeoplePlace {
  readonly provider?: string | undefined;
  readonly key?: string;
  readonly project?: string;
}

/** @param query the beginning of a name */
export async function suggestPeople(agent: Agent, { provider, key, project }: PeoplePlace, query: string): Promise<{ value: string; label: string }[]> {
  const { users } = await agent.request('jira/assignableUsers', { provider, key, project, query, limit: 20 });
  return users.map(({ name, displayName }) => ({ value: name, label: displayName }));
}
