import type { Handler } from '../handler.ts';

/** `jira/completeJql`: what can be written at a place of a query. */
export const completeJql: Handler<'jira/completeJql'> = async ({ provider, jql, position }, { core }, signal) => {
  const [{ accessTo }, { complete }, { Lines }, { completionItems }] = await Promise.all([
    import('../../core/issues/access.ts'),
    import('../../core/jql/complete.ts'),
    import('../../core/jql/positions.ts'),
    import('../features/jql/completion-items.ts'),
  ]);
  const access = await accessTo(core, { provider }, signal);
  const { language, warning } = await core.jql.language(access, signal);
  const lines = new Lines(jql);
  const offset = typeof position === 'object' ? lines.offset(position) : Math.min(position ?? jql.length, jql.length);
  const { items, isIncomplete, warnings } = await complete(jql, offset, language, (request) => core.jql.values(access, request, signal));
  return { isIncomplete, items: completionItems(items, (span) => lines.range(span)), warnings: [...(warning === undefined ? [] : [warning]), ...warnings] };
};
