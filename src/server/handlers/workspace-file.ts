import type { Handler } from '../handler.ts';

/** `jira/workspaceFile`: the text of a file that names servers for all who work in a repository. */
export const workspaceFile: Handler<'jira/workspaceFile'> = async (params, { core }) => {
  const { makeWorkspaceFile } = await import('../../core/workspace/make-workspace-file.ts');
  return makeWorkspaceFile(core, params);
};
