import type { Command } from './command.ts';

/** `jira.refresh`: asks Jira anew for what is shown. */
export const refresh: Command<'jira.refresh'> = async (_args, { workbench }, signal) => {
  await workbench.pages.refresh(signal);
  return null;
};
