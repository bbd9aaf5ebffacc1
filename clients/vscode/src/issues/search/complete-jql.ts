/** A query while it is being typed on one line: what can be written next, and what is wrong. */
import type { ResultOf } from '../../../../../protocol/definition.ts';
import type { Requests } from '../../../../../protocol/index.ts';
import type { JqlCompletionItem, JqlProblem } from '../../../../../protocol/jql.ts';

/** What to show below a query. */
export interface JqlAdvice {
  /** What can be written at its end, the likeliest first. */
  readonly completions: readonly JqlCompletionItem[];
  readonly problems: readonly JqlProblem[];
  /** Whether Jira itself was asked what is wrong. */
  readonly isChecked: boolean;
}

/** Puts both answers of the agent together. What is wrong at the very end is only not finished yet. */
export function adviceFor(jql: string, completion: ResultOf<Requests['jira/completeJql']>, validation: ResultOf<Requests['jira/validateJql']>): JqlAdvice {
  const completions = completion.items.toSorted((one, other) => (one.sortText < other.sortText ? -1 : one.sortText > other.sortText ? 1 : 0));
  const isTyping = completions.length > 0;
  const problems = validation.problems.filter(({ range }) => !(isTyping && range.end.character >= jql.length && range.end.line === 0));
  return { completions, problems, isChecked: validation.checked === 'server' };
}

/** The query with a completion written into it, and a space after it to go on. */
export function applyCompletion(jql: string, { textEdit: { range, newText } }: JqlCompletionItem): string {
  const written = jql.slice(0, range.start.character) + newText;
  const rest = jql.slice(range.end.character);
  return rest === '' && !/[(\s]$/.test(written) ? `${written} ` : written + rest;
}
