/** Reading JSON of which nothing is sure. */
import { plainLine } from '../text/plain-text.ts';

/** An object's members; none where it is something else. */
export function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

/** A line of text that is not empty, without what would act on a screen instead of being read. */
export function text(value: unknown): string | undefined {
  const line = typeof value === 'string' ? plainLine(value) : '';
  return line === '' ? undefined : line;
}

/** An identifier: Jira has some as text and some as a number. */
export function identifier(value: unknown): string | undefined {
  return typeof value === 'number' ? String(value) : text(value);
}

/** The members of an array; none where it is something else. */
export function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** Whatever is there of some optional members: those that are `undefined` are left out. */
export function present<T extends Record<string, unknown>>(members: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as { [K in keyof T]?: Exclude<T[K], undefined> };
}

/** Levels of a value that programs can still write and read again; Jira's fields have some ten. */
const mostLevels = 100;

/** Whether a value is nested no deeper than programs can take, which read and write by recursion. */
export function isShallow(value: unknown): boolean {
  let level = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > mostLevels) return false;
    level = level.flatMap((each) => (typeof each === 'object' && each !== null ? Object.values(each) : []));
  }
  return true;
}
