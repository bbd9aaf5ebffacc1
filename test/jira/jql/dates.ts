const units: Readonly<Record<string, number>> = {
  w: 7 * 86_400_000,
  d: 86_400_000,
  h: 3_600_000,
  m: 60_000,
};

/** What dates are reckoned from: milliseconds since 1970, and the zone of the user. */
export interface DateContext {
  readonly now: number;
  readonly timeZone: string;
}

/**
 * Reads a date of JQL: `yyyy-MM-dd` or `yyyy/MM/dd`, with `HH:mm` or without, in the user's zone; a period like `-1d`
 * or `4w 2d` from now; or milliseconds since 1970. Gives milliseconds since 1970, or undefined for anything else.
 */
export function parseDate(text: string, context: DateContext): number | undefined {
  const value = text.trim();
  const written = /^(\d{4})([-/])(\d{1,2})\2(\d{1,2})(?:\s+(\d{1,2}):(\d{2}))?$/.exec(value);
  if (written !== null) {
    const [year = 0, , month = 1, day = 1, hour = 0, minute = 0] = written.slice(1).map((part) => Number(part ?? 0));
    return fromZone(Date.UTC(year, month - 1, day, hour, minute), context.timeZone);
  }
  if (/^\d{5,}$/.test(value)) return Number(value);
  const period = parsePeriod(value);
  return period === undefined ? undefined : context.now + period;
}

/** Reads a period like `-1d`, `2h` or `4w 2d`; in milliseconds. */
export function parsePeriod(text: string): number | undefined {
  if (!/^[+-]?\d+[wdhm]?(?:\s*\d+[wdhm])*$/.test(text)) return undefined;
  const sum = [...text.matchAll(/(\d+)([wdhm]?)/g)].reduce(
    (total, [, count = '0', unit]) => total + Number(count) * (units[unit || 'm'] as number),
    0,
  );
  return text.startsWith('-') ? -sum : sum;
}

/** The functions `startOfDay()`, `endOfMonth()` and their like, with an increment such as `-1d` or `1`. */
export function boundary(name: string, increment: string | undefined, context: DateContext): number | undefined {
  const [, edge, unit] = /^(start|end)of(day|week|month|year)$/.exec(name.toLowerCase()) ?? [];
  if (edge === undefined || unit === undefined) return undefined;
  const local = new Date(context.now + offsetAt(context.now, context.timeZone));
  const step = /^[+-]?\d+$/.test(increment ?? '') ? Number(increment) : 0;
  const shift = (edge === 'end' ? 1 : 0) + step;
  const [year, month, day] = [local.getUTCFullYear(), local.getUTCMonth(), local.getUTCDate()];
  const start = {
    day: () => Date.UTC(year, month, day + shift),
    week: () => Date.UTC(year, month, day - local.getUTCDay() + 7 * shift),
    month: () => Date.UTC(year, month + shift, 1),
    year: () => Date.UTC(year + shift, 0, 1),
  }[unit as 'day' | 'week' | 'month' | 'year']();
  const period = increment === undefined || step !== 0 ? 0 : (parsePeriod(increment) ?? 0);
  return fromZone(start, context.timeZone) - (edge === 'end' ? 1 : 0) + period;
}

/** Turns a clock reading in a zone into a moment. */
function fromZone(reading: number, timeZone: string): number {
  const guess = reading - offsetAt(reading, timeZone);
  return reading - offsetAt(guess, timeZone);
}

/** By how many milliseconds a zone's clocks are ahead of UTC at a moment. */
function offsetAt(moment: number, timeZone: string): number {
  if (timeZone === 'Etc/UTC') return 0;
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(moment);
  const of = (type: string): number => Number(parts.find((part) => part.type === type)?.value ?? 0);
  const reading = Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second'));
  return reading - Math.floor(moment / 1000) * 1000;
}
