/** Jira's way of writing a time. */

/** A time in UTC, which most servers write, and which needs no calculation; every month has the days up to 28. */
const usual = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}\+0000$/;

/**
 * Jira's `2026-08-14T11:32:13.465+0000`, with no colon in the offset, as RFC 3339 in UTC.
 *
 * @returns `undefined` where it is no time, or one that RFC 3339 cannot tell
 */
export function toTime(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  if (usual.test(value)) return `${value.slice(0, 23)}Z`;
  const time = Date.parse(value.replace(/([+-]\d\d)(\d\d)$/, '$1:$2'));
  const text = Number.isNaN(time) ? '' : new Date(time).toISOString();
  return text.length === 24 ? text : undefined;
}

/**
 * A time of RFC 3339 in Jira's way of writing, the only one that it takes.
 *
 * @returns `undefined` where it is no time
 */
export function toJiraTime(text: string): string | undefined {
  const time = Date.parse(text);
  return Number.isNaN(time) ? undefined : new Date(time).toISOString().replace('Z', '+0000');
}
