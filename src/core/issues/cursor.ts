/** The cursor of a list of issues: opaque to clients, and good in any agent of the same storage. */
import * as z from 'zod';
import { invalidParams } from '../errors.ts';

const Cursor = z.object({
  v: z.literal(1),
  provider: z.string(),
  jql: z.string(),
  startAt: z.int().min(0),
});

/** Where a list goes on. */
export type Cursor = Omit<z.output<typeof Cursor>, 'v'>;

/** Writes a cursor. */
export function writeCursor(cursor: Cursor): string {
  return Buffer.from(JSON.stringify({ v: 1, ...cursor }), 'utf8').toString('base64url');
}

/** Reads a cursor. @throws {JiraError} invalidParams for `cursor`, where it is not one of ours */
export function readCursor(text: string): Cursor {
  try {
    return Cursor.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')));
  } catch {
    throw invalidParams('cursor', 'This is no cursor of a list of issues. Take the one of the page before, or leave it out for the first page.');
  }
}
