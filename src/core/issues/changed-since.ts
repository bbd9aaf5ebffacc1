/** What changed since a moment, as JQL: its times have minutes, and are in the zone of the account. */
import { parse } from '../jql/parser.ts';

/** Milliseconds that are asked for again: the search index lags, and two clocks differ. */
const overlap = 120_000;
/** Milliseconds around a moment within which a zone may change its clocks; no zone does so by more. */
const nearChange = 3 * 3_600_000;

/**
 * The issues of a query that were changed since a moment, and some that were changed shortly before.
 *
 * @param since milliseconds since the epoch
 * @param timeZone of the account, by which Jira reads times
 * @returns `undefined` where the query or the zone cannot be understood
 */
export function changedSinceJql(jql: string, since: number, timeZone: string): string | undefined {
  const time = minuteIn(timeZone, since - overlap);
  const condition = time === undefined ? undefined : conditionOf(jql);
  if (condition === undefined) return undefined;
  return `${condition === '' ? '' : `(${condition}) AND `}updated >= "${time}"`;
}

/** The query without its order. */
function conditionOf(jql: string): string | undefined {
  const { where, orderBy, problems, tokens, keywords } = parse(jql);
  if (problems.length > 0) return undefined;
  if (where === undefined) return '';
  if (orderBy.length === 0) return jql.trim();
  const order = tokens.find((token) => keywords.has(token) && token.text.toLowerCase() === 'order' && token.start >= where.end);
  return order === undefined ? undefined : jql.slice(0, order.start).trim();
}

/** A clock reading in a zone, no later than the moment: where the clocks were set back, one reading means two moments. */
function minuteIn(timeZone: string, moment: number): string | undefined {
  const isChanging = offsetAt(timeZone, moment - nearChange) !== offsetAt(timeZone, moment + nearChange);
  const offset = offsetAt(timeZone, isChanging ? moment - nearChange : moment);
  if (offset === undefined) return undefined;
  return new Date((isChanging ? moment - nearChange : moment) + offset).toISOString().slice(0, 16).replace('T', ' ');
}

/** Milliseconds by which a zone's clocks are ahead of UTC; `undefined` for a zone that is not known here. */
function offsetAt(timeZone: string, moment: number): number | undefined {
  try {
    const parts = new Intl.DateTimeFormat('en-US', {
      timeZone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric',
    }).formatToParts(moment);
    const of = (type: string): number => Number(parts.find((part) => part.type === type)?.value);
    return Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second')) - Math.floor(moment / 1000) * 1000;
  } catch {
    return undefined;
  }
}
