/** What is wrong with a query: Jira's verdict, and what is known of the grammar and of the server. */
import { JiraError } from '../errors.ts';
import { list, record, text } from '../jira/json.ts';
import { check, mostProblems } from './check.ts';
import type { JqlLanguage } from './language.ts';
import type { JqlMemory } from './memory.ts';
import { parse } from './parser.ts';
import { placeMessage } from './place-error.ts';
import type { JqlSource } from './source.ts';
import type { Query } from './syntax.ts';
import type { Problem, Span } from './tokens.ts';

/** Something wrong. */
export interface Found extends Problem {
  /** Whether Jira takes the query all the same. */
  readonly isWarning: boolean;
  /** Who says so. */
  readonly source: 'jira' | 'agent';
}

/** What was found, in the order of the query, and whether Jira itself was asked. */
export interface Validation {
  readonly problems: readonly Found[];
  readonly checked: 'server' | 'local';
  readonly warnings: readonly string[];
}

/**
 * Validates a query. Jira is asked for none of its issues, only whether it takes it. Whatever keeps Jira from saying so
 * is a warning.
 */
export async function validate(source: JqlSource, memory: JqlMemory, jql: string, signal: AbortSignal): Promise<Validation> {
  const [{ language, warning }, verdict] = await Promise.all([memory.language(source, signal), askJira(source, jql, signal)]);
  if (verdict instanceof JiraError) {
    const warnings = [`${source.provider.name} was not asked: ${verdict.message}`, ...(warning === undefined ? [] : [warning])];
    return { problems: localProblems(jql, language), checked: 'local', warnings };
  }
  const query = parse(jql);
  const said = verdict.messages.map((message): Found => ({ ...placeOf(message, jql, query), message, isWarning: !verdict.refused, source: 'jira' }));
  // What Jira takes is right, whatever the grammar here says.
  return { problems: merge(said, verdict.refused ? localProblems(jql, language) : []), checked: 'server', warnings: [] };
}

/** What is wrong as far as it can be known without asking. */
export function localProblems(jql: string, language: JqlLanguage): Found[] {
  const query = parse(jql);
  const found = [...query.problems, ...check(query, language)].map((problem): Found => ({ ...problem, isWarning: false, source: 'agent' }));
  return found.toSorted((left, right) => left.start - right.start).slice(0, mostProblems);
}

interface Verdict {
  readonly refused: boolean;
  readonly messages: readonly string[];
}

/** A longer address is not sure to pass every proxy; the query then travels in a body. */
const longestQuery = 2000;

async function askJira(source: JqlSource, jql: string, signal: AbortSignal): Promise<Verdict | JiraError> {
  const path = '/rest/api/2/search';
  try {
    const answer =
      encodeURIComponent(jql).length > longestQuery
        ? await source.write('POST', path, { jql, maxResults: 0, fields: ['summary'] })
        : await source.read(path, [['jql', jql], ['maxResults', '0'], ['fields', 'summary']], { purpose: 'search' });
    return { refused: false, messages: list(record(answer)['warningMessages']).flatMap((each) => text(each) ?? []) };
  } catch (error) {
    signal.throwIfAborted();
    if (!(error instanceof JiraError)) throw error;
    const messages = error.details.jira?.errorMessages ?? [];
    return (error.kind === 'invalidJql' || error.kind === 'validation') && messages.length > 0 ? { refused: true, messages } : error;
  }
}

/** Where a message says nothing that can be found, it is about what the grammar finds wrong; else about all of it. */
function placeOf(message: string, jql: string, query: Query): Span {
  const { start, end } = placeMessage(message, jql, query) ?? query.problems[0] ?? { start: 0, end: jql.length };
  return { start, end };
}

/** Jira's words go before the agent's own about the same part, of which the help stays. */
function merge(said: readonly Found[], local: readonly Found[]): Found[] {
  const meets = (left: Span, right: Span) => left.start <= right.end && right.start <= left.end;
  const helped = said.map((each) => ({ ...each, hint: local.find((problem) => meets(problem, each))?.hint }));
  return [...helped, ...local.filter((problem) => !said.some((each) => meets(problem, each)))].toSorted((left, right) => left.start - right.start);
}
