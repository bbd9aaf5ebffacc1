/** Forgets what was learnt and kept of the issues of a provider. */
import type { Core } from '../core.ts';

/** For a provider that was signed out or removed: somebody else may sign in next. */
export async function forgetIssues({ memory, jql, cache, attachments, pages }: Core, provider: string): Promise<void> {
  memory.projects.forget(provider);
  jql.forget(provider);
  await cache.forget(provider);
  await attachments.forget(provider);
  await pages.forget(provider);
}
