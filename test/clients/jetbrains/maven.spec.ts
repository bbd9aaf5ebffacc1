/** The client for the IDEs of JetBrains, built and tested by Maven against the built agent; each of its tests is one here. */
import { assert } from 'chai';
import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import Mocha from 'mocha';
import { agentFile } from '../../support/agent.ts';
import { SurefireReports } from './surefire-reports.ts';
import { openScreen } from './x-server.ts';

const client = join(import.meta.dirname, '..', '..', '..', 'clients', 'jetbrains');

/** Milliseconds for all of it, on a machine that is slow and has to download everything first. */
const longest = 1_200_000;

/** Tests that fail do not end the build: those of every module are run, and each is told by its name. */
const command = ['--batch-mode', '--no-transfer-progress', '--update-snapshots', '--fail-at-end', '-Dstyle.color=never', '-Dmaven.test.failure.ignore=true', 'verify'];

const modules = [...readFileSync(join(client, 'pom.xml'), 'utf8').matchAll(/<module>(.*?)<\/module>/g)].map(([, name = '']) => new SurefireReports(client, name));

describe('the client for JetBrains IDEs', () => {
  let status: number | null;
  let output = '';
  let maven: ChildProcess | undefined;

  before(async function () {
    this.timeout(longest);
    for (const reports of modules) reports.remove();
    await using screen = await openScreen();
    maven = spawn('mvn', command, {
      cwd: client,
      env: { ...process.env, DISPLAY: screen.display, JIRA_DIST: dirname(agentFile) },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    const ended = new Promise<number | null>((resolve, reject) => {
      maven!.once('error', reject);
      maven!.once('close', resolve);
    });
    const [said, complained, code] = await Promise.all([text(maven.stdout!), text(maven.stderr!), ended]);
    maven = undefined;
    status = code;
    output = `${said}\n${complained}`;
    for (const reports of modules) addTests(this.test!.parent!, reports);
  });

  after(() => {
    // Its group, since the tests’ own processes are children of Maven’s.
    if (maven?.pid !== undefined) process.kill(-maven.pid, 'SIGKILL');
  });

  it('is built by Maven', () => {
    if (status !== 0) throw new Error(complaints(output));
  });

  for (const reports of modules) {
    if (reports.classes.length === 0) continue;
    it(`has all tests of ${reports.module} run`, () => assert.includeMembers(reports.reported, reports.classes));
  }
});

/** Each test of JUnit becomes one of mocha, which passed or failed already. */
function addTests(suite: Mocha.Suite, { module, tests }: SurefireReports): void {
  for (const { title, failure } of tests) {
    const test = new Mocha.Test(`${module}: ${title}`, () => {
      if (failure !== undefined) throw new Error(failure);
    });
    test.file = suite.file;
    suite.addTest(test);
  }
}

/** What Maven says is wrong with the build, but for tests that failed, which are told by themselves. */
function complaints(said: string): string {
  const lines = said.split('\n').filter((line) => line.startsWith('[ERROR]') && !/Tests run:|<<< (FAILURE|ERROR)!|\tat /.test(line));
  return [...new Set(lines)].slice(0, 60).join('\n');
}
