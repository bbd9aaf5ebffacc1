/** What a query asks for, as JQL. */
import type { PresetId } from '../../../protocol/presets.ts';
import { invalidParams, JiraError } from '../errors.ts';
import type { JiraClient } from '../jira/client.ts';
import type { Query } from './text-query.ts';

/** The open issues of whoever asks, by category, so that it works in every language and workflow. */
export const openIssuesOfMine = 'assignee = currentUser() AND statusCategory != Done ORDER BY updated DESC';

/** The ways to say what is wanted; one of them at the most. */
export interface Wish {
  readonly jql?: string | undefined;
  readonly text?: string | undefined;
  readonly filter?: string | undefined;
  readonly preset?: PresetId | undefined;
  /** Of a preset: the project to which it is narrowed down. */
  readonly project?: string | undefined;
}

/**
 * The query of a wish.
 *
 * @throws {JiraError} invalidParams where it says two things at once, `notFound` for a filter that is not there
 */
export async function toQuery(whole: Wish, client: JiraClient, signal: AbortSignal): Promise<Query> {
  assertOneWish(whole);
  const { jql, text, filter, preset, project } = whole;
  if (jql !== undefined) return { jql };
  if (filter !== undefined) return { jql: await filterJql(filter, client, signal) };
  if (preset !== undefined) return { jql: await presetQuery(preset, project, client, signal) };
  if (text === undefined) return { jql: openIssuesOfMine };
  const { textWish } = await import('./text-query.ts');
  const wish = textWish(text);
  return 'filter' in wish ? { jql: await filterJql(wish.filter, client, signal) } : wish;
}

/** @throws {JiraError} invalidParams where a wish says two things at once */
export function assertOneWish({ jql, text, filter, preset, project }: Wish): void {
  const [first, second] = Object.entries({ jql, text, filter, preset }).filter(([, value]) => value !== undefined);
  if (first !== undefined && second !== undefined) {
    throw invalidParams(second[0], `\`${second[0]}\` is given beside \`${first[0]}\`: give one of \`jql\`, \`text\`, \`filter\` and \`preset\`.`);
  }
  if (project !== undefined && preset === undefined) throw invalidParams('project', '`project` narrows a `preset` down; write it into the `jql` otherwise.');
}

async function presetQuery(preset: PresetId, project: string | undefined, client: JiraClient, signal: AbortSignal): Promise<string> {
  const { presetJql } = await import('./presets.ts');
  if (preset !== 'currentSprint') return presetJql(preset, project);
  const { requireSprintField } = await import('../jql/sprint-field.ts');
  const { value } = await client.request({ path: '/rest/api/2/field', signal });
  return presetJql(preset, project, requireSprintField(value));
}

/** Jira answers 400 for a filter that is not there, or is not shared with the user. */
async function filterJql(id: string, client: JiraClient, signal: AbortSignal): Promise<string> {
  try {
    const { value } = await client.request({ path: `/rest/api/2/filter/${encodeURIComponent(id)}`, signal });
    const { jql } = (value ?? {}) as { jql?: unknown };
    return typeof jql === 'string' ? jql : '';
  } catch (error) {
    if (!(error instanceof JiraError) || error.kind !== 'validation') throw error;
    throw new JiraError('notFound', `There is no filter ${id}, or you may not see it.`, error.details);
  }
}
