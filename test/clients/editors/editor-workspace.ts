/** What a person has who sits down at an editor: a project with issues in its text, `jira-language-server` on the PATH, and a Jira to which the agent is signed in. */
import { chmod, mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Issue } from '../../../protocol/issues.ts';
import { agentFile, agentNode, startAgent } from '../../support/agent.ts';
import { agentEnvironment } from '../../support/environment.ts';
import { connectByToken, type DisposableJira, openJira } from '../../support/jira.ts';

/** A home, a project in it, and the Jira: `await using workspace = await EditorWorkspace.open()`. */
export class EditorWorkspace implements AsyncDisposable {
  readonly jira: DisposableJira;
  readonly home: string;
  /** The folder of the project. */
  readonly project: string;
  /** An issue that is still to be done. */
  readonly open: Issue;
  /** An issue that is done. */
  readonly closed: Issue;

  private constructor(parts: Pick<EditorWorkspace, 'jira' | 'home' | 'open' | 'closed'>) {
    ({ jira: this.jira, home: this.home, open: this.open, closed: this.closed } = parts);
    this.project = join(this.home, 'project');
  }

  /** Makes the home, starts the Jira, and signs in to it. */
  static async open(): Promise<EditorWorkspace> {
    const home = await realpath(await mkdtemp(join(tmpdir(), 'jira-editor-')));
    const jira = await openJira();
    await mkdir(join(home, 'project'));
    await mkdir(join(home, 'bin'));
    const program = join(home, 'bin', 'jira-language-server');
    await writeFile(program, `#!/bin/sh\nexec '${agentNode}' '${agentFile}' "$@"\n`);
    await chmod(program, 0o755);
    await using agent = await startAgent({ storage: join(home, '.local', 'share', 'jira-language-server') });
    await connectByToken(agent, jira);
    const find = async (jql: string): Promise<Issue> => (await agent.request('jira/issues', { jql: `${jql} order by key`, limit: 1 })).issues[0]!;
    return new EditorWorkspace({ jira, home, open: await find('resolution is empty'), closed: await find('statusCategory = Done') });
  }

  /** What the programs of this home inherit. */
  get env(): NodeJS.ProcessEnv {
    return agentEnvironment(this.home, { PATH: `${join(this.home, 'bin')}:${process.env['PATH'] ?? ''}`, TERM: 'tmux-256color', COLORTERM: 'truecolor', LC_ALL: 'C.UTF-8' });
  }

  /** Writes a file. @param path below the home */
  async write(path: string, text: string): Promise<string> {
    const file = join(this.home, path);
    await mkdir(join(file, '..'), { recursive: true });
    await writeFile(file, text);
    return file;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.jira.close();
    // The agent of an editor that was just ended may still write.
    await rm(this.home, { recursive: true, force: true, maxRetries: 10 });
  }
}
