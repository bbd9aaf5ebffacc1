/** What was seen before, and is shown before Jira answers or without it. */
import * as z from 'zod';
import { Id, Time, withDefault } from './primitives.ts';

/** How a request uses what was seen before. */
export const CacheUse = withDefault(z.enum(['fallback', 'first', 'only', 'none']), 'fallback').describe(
  'How what was seen before is used. `fallback`: Jira is asked; where it cannot be reached, what was seen last is answered. ' +
    '`first`: what was seen last is answered at once, and Jira is asked afterwards where the client takes `jira/issuesChanged`; what was never seen is asked for. ' +
    '`only`: what was seen last is answered, and nothing is sent; what was never seen is an error of the kind `offline`. `none`: Jira is asked, and it alone answers.',
);

/** Says that a result is what was seen before. */
export const Cached = z
  .object({
    at: Time.describe('When it was seen.'),
    refresh: Id.optional().describe('Jira is being asked: `jira/issuesChanged` with this id tells what is different. Absent where nothing more will come.'),
  })
  .meta({ id: 'Cached', description: 'A result is what was seen before; absent where it comes from Jira just now.' });

export type CacheUse = z.output<typeof CacheUse>;
export type Cached = z.output<typeof Cached>;
