/**
 * The smallest client: does the whole job in a terminal, and says what it does.
 *
 * With no `--url` it brings a Jira of its own, and plays the administrator and the user.
 */
import { join } from 'node:path';
import { startAgent } from './agent.ts';
import { doTheJob } from './job.ts';
import { parseOptions, usage, type Options } from './options.ts';
import { say, sayFailure } from './output.ts';

const agentFile = join(import.meta.dirname, '..', '..', 'dist', 'main.js');

const options = parseOptions(process.argv.slice(2));
if (options.kind === 'run') process.exitCode = await run(options);
else {
  say(options.kind === 'mistake' ? `${options.message}\n\n${usage}` : usage);
  process.exitCode = options.kind === 'mistake' ? 2 : 0;
}

/** @returns the exit code of the process */
async function run(options: Options): Promise<number> {
  try {
    const { stage } = options.url === undefined ? await import('./demonstration.ts') : await import('./conversation.ts');
    await using scene = await stage(options);
    await using agent = await startAgent(agentFile, scene.storage);
    await doTheJob(agent, scene.people, { ...options, url: scene.url });
    return 0;
  } catch (error) {
    sayFailure(error);
    return 1;
  }
}
