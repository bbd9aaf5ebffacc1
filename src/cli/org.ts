/** `jira-language-server org`: what an administrator does for everybody, in a terminal and with no editor. */
import { StorageFailure } from '../infrastructure/storage/storage.ts';
import { JiraError } from '../core/errors.ts';
import type { OrgArguments } from './org-arguments.ts';
import { orgCommands } from './org-commands.ts';
import { createTerminalCore } from './terminal-core.ts';

/** Does it, prints what came of it to stdout, and sets the exit code: 0, or 1 where it was not done. It never rejects. */
export async function runOrg({ command, operands, options, storage, database, json }: OrgArguments): Promise<void> {
  try {
    const core = createTerminalCore(storage, database === undefined ? {} : { organization: database });
    try {
      const { result, text } = await orgCommands[command](core, operands, options, new AbortController().signal);
      process.stdout.write(json ? `${JSON.stringify(result, undefined, 2)}\n` : text);
    } finally {
      await core.organization.close();
      await core.connections.close();
    }
  } catch (error) {
    process.stderr.write(`${messageOf(error)}\n`);
    process.exitCode = 1;
  }
}

/** The hint of an error is for whoever sends requests, and its message says the same. */
function messageOf(error: unknown): string {
  if (error instanceof JiraError || error instanceof StorageFailure || (error instanceof Error && error.name === 'CommandMistake')) return error.message;
  return `A bug of the agent: ${error instanceof Error ? error.name : typeof error}`;
}
