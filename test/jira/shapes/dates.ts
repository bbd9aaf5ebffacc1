/** A moment as Jira writes it: milliseconds, and an offset without a colon. */
export function timestamp(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace('Z', '+0000');
}

/** A moment as it comes from the search index: cut down to whole seconds. */
export function indexedTimestamp(milliseconds: number): string {
  return timestamp(Math.floor(milliseconds / 1000) * 1000);
}
