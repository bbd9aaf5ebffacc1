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
