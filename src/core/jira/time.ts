/** Jira's way of writing a time. */

/**
 * Jira's `2026-08-14T11:32:13.465+0000`, with no colon in the offset, as RFC 3339 in UTC.
 *
 * @returns `undefined` where it is no time, or one that RFC 3339 cannot tell
 */
export function toTime(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
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
