/** Jira's way of writing a time. */

/**
 * Jira's `2026-08-14T11:32:13.465+0000`, with no colon in the offset, as RFC 3339 in UTC.
 *
 * @returns `undefined` where it is no time
 */
export function toTime(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const time = Date.parse(value.replace(/([+-]\d\d)(\d\d)$/, '$1:$2'));
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}
