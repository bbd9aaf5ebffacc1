/** What is wrong with a query: Jira's verdict, and what is known of the grammar and of the server. */
import type { JqlProblem } from '../../../protocol/jql.ts';
import { JiraError } from '../errors.ts';
import { list, record, text } from '../jira/json.ts';
import { check } from './check.ts';
import type { JqlLanguage } from './language.ts';
import type { JqlMemory } from './memory.ts';
import { parse } from './parser.ts';
import { placeMessage } from './place-error.ts';
import { Lines } from './positions.ts';
import type { JqlSource } from './source.ts';
import type { Query } from './syntax.ts';
import type { Problem, Span } from './tokens.ts';

/** What was found, and whether Jira itself was asked. */
export interface Validation {
  readonly problems: readonly JqlProblem[];
  readonly checked: 'server' | 'local';
  readonly warnings: readonly string[];
}

/**
 * Validates a query. Jira is asked for none of its issues, only whether it takes it. Whatever keeps Jira from saying so
 * is a warning.
 */
export async function validate(source: JqlSource, memory: JqlMemory, jql: string, signal: AbortSignal): Promise<Validation> {
  const [{ language, warning }, verdict] = await Promise.all([memory.language(source, signal), askJira(source, jql, signal)]);
  const query = parse(jql);
  const local = [...query.problems, ...check(query, language)];
  if (verdict instanceof JiraError) {
    const warnings = [`${source.provider.name} was not asked: ${verdict.message}`, ...(warning === undefined ? [] : [warning])];
    return { problems: merge(jql, [], local), checked: 'local', warnings };
  }
  const said = verdict.messages.map((message) => ({ message, severity: verdict.refused ? 1 : 2, ...placeOf(message, jql, query) }));
  // What Jira takes is right, whatever the grammar here says.
  return { problems: merge(jql, said, verdict.refused ? local : []), checked: 'server', warnings: [] };
}

/** What is wrong as far as it can be known without asking. */
export function validateLocally(jql: string, language: JqlLanguage): readonly JqlProblem[] {
  const query = parse(jql);
  return merge(jql, [], [...query.problems, ...check(query, language)]);
}

interface Verdict {
  readonly refused: boolean;
  readonly messages: readonly string[];
}

interface Said extends Span {
  readonly message: string;
  readonly severity: number;
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

/** Jira's words go before the agent's own about the same part, of which the hint stays. */
function merge(jql: string, said: readonly Said[], local: readonly Problem[]): JqlProblem[] {
  const lines = new Lines(jql);
  const meets = (left: Span, right: Span) => left.start <= right.end && right.start <= left.end;
  const jira = said.map((each) => ({ ...each, hint: local.find((problem) => meets(problem, each))?.hint, source: 'jira' as const }));
  const own = local.filter((problem) => !said.some((each) => meets(problem, each))).map((problem) => ({ ...problem, severity: 1, source: 'agent' as const }));
  return [...jira, ...own]
    .toSorted((left, right) => left.start - right.start)
    .map(({ message, severity, hint, source, ...span }) => ({ range: lines.range(span), severity, message, ...(hint === undefined ? {} : { hint }), source }));
}
