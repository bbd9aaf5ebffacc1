/**
 * Finds the part of a query that a message of Jira is about, in whatever language Jira speaks: by the line and the
 * character that it states, or by the values and names between its quotation marks.
 */
import type { Range } from '../../../protocol/primitives.ts';
import { JiraError } from '../errors.ts';
import { plainLine } from '../text/plain-text.ts';
import { parse } from './parser.ts';
import { Lines } from './positions.ts';
import { comparisons, operands, type Query } from './syntax.ts';
import type { Span } from './tokens.ts';

/**
 * The same error, with the range of what is wrong in the query that the user wrote.
 *
 * @param jql the query as the user sent it
 */
export function withRange(error: JiraError, jql: string): JiraError {
  const query = parse(jql);
  const lines = new Lines(jql);
  const spans = (error.details.jira?.errorMessages ?? []).map((message) => placeMessage(message, jql, query));
  const span = spans.find((each) => each !== undefined) ?? query.problems[0];
  if (span === undefined) return error;
  const range: Range = lines.range(span);
  return new JiraError('invalidJql', error.message, { ...error.details, range }, error);
}

/**
 * What a message is about.
 *
 * @param query the same query, read
 * @returns `undefined` where the message says nothing that can be found
 */
export function placeMessage(message: string, jql: string, query: Query): Span | undefined {
  const stated = statedOffset(message, jql);
  if (stated !== undefined) return around(stated, jql, query);
  return namedPart(message, query);
}

/** A count of at least 1, as a language groups its digits: `1,234`, `1.234`, `1 234`. */
const count = /\d{1,3}(?:[.,'’\u00a0\u202f\u2009 ]\d{3})+(?!\d)|\d+/g;
/** What stands in parentheses at the end: “(line 1, character 9)”, in any language. */
const statement = /[(（]([^()（）]*)[)）][\s.。]*$/u;

/** Jira counts lines and characters from 1, characters in UTF-16, and a line ends with a line feed. */
function statedOffset(message: string, jql: string): number | undefined {
  const numbers = statement.exec(message)?.[1]?.match(count) ?? [];
  const [line = 0, character = 0] = numbers.map((digits) => Number(digits.replace(/\D/g, '')));
  if (numbers.length !== 2 || line < 1 || character < 1) return undefined;
  let start = 0;
  for (let left = line - 1; left > 0; left -= 1) {
    start = jql.indexOf('\n', start) + 1;
    if (start === 0) return undefined;
  }
  const offset = start + character - 1;
  return offset <= jql.length ? offset : undefined;
}

/** From a place to the end of its token; one character where there is none. */
function around(offset: number, jql: string, { tokens }: Query): Span {
  const token = tokens.find(({ start, end }) => start <= offset && offset < end);
  return { start: offset, end: token?.end ?? Math.min(offset + 1, jql.length) };
}

interface Named extends Span {
  /** What must be named, all of it; each in one of its spellings. */
  readonly texts: readonly (readonly string[])[];
}

/** The part of which the message names the most: a value with its field, before a field alone. */
function namedPart(message: string, query: Query): Span | undefined {
  const line = plainLine(message).toLowerCase();
  const named = candidates(query).filter(({ texts }) => texts.every((spellings) => spellings.some((text) => isNamed(line, text))));
  const found = named.find(({ texts }) => texts.length === 2) ?? named[0];
  return found === undefined ? undefined : { start: found.start, end: found.end };
}

/** In the order in which they are preferred, where a message names as much of one as of another. */
function candidates({ where, orderBy }: Query): Named[] {
  const all = comparisons(where);
  const values = all.flatMap(({ field, ...comparison }) =>
    operands(comparison).flatMap((operand) => {
      if (operand.kind === 'empty') return [];
      const { text, start, end } = operand.token;
      const spellings = operand.kind === 'function' ? [`${text}()`, text] : [text, `"${text}"`];
      return [{ start, end, spellings, field: field.name, called: operand.kind === 'function' }];
    }),
  );
  const operators = all.flatMap(({ field, operator }) => (operator === undefined ? [] : [{ ...operator, texts: [[operator.name, operator.name.toUpperCase()], [field.name]] }]));
  const fields = [...all, ...orderBy].map(({ field }) => ({ ...field, texts: [[field.name]] }));
  const alone = (called: boolean) => values.filter((value) => value.called === called).map((value) => ({ ...value, texts: [value.spellings] }));
  return [...values.map((value) => ({ ...value, texts: [value.spellings, [value.field]] })), ...operators, ...alone(true), ...fields, ...alone(false)];
}

/** Whether a message, in lower case, has a text between quotation marks of any language; French puts spaces inside of its own. */
function isNamed(lower: string, text: string): boolean {
  const shown = plainLine(text).toLowerCase();
  for (let at = lower.indexOf(shown); shown !== '' && at >= 0; at = lower.indexOf(shown, at + 1)) {
    const isQuoted = /(?:['"‘’‚“”„«‹「『]|[«‹]\s)$/.test(lower.slice(Math.max(0, at - 2), at)) && /^(?:['"‘’“”»›」』]|\s[»›])/.test(lower.slice(at + shown.length, at + shown.length + 2));
    if (isQuoted) return true;
  }
  return false;
}
