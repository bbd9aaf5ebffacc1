import type { Command } from './command.ts';

/** `jira.refresh`: asks Jira anew for what is shown. */
export const refresh: Command<'jira.refresh'> = async (_args, { workbench: { lookup, pages, projects, references } }, signal) => {
  lookup.outdate();
  await projects.refresh();
  references.rescan();
  await pages.refresh(signal);
  return null;
};
