/** The client for the IDEs of JetBrains, built and tested by Maven against the built agent; each of its tests is one here. */
import { expect } from 'chai';
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import Mocha from 'mocha';
import { agentFile } from '../../support/agent.ts';
import { SurefireReports } from './surefire-reports.ts';
import { openScreen } from './x-server.ts';

const client = join(import.meta.dirname, '..', '..', '..', 'clients', 'jetbrains');

/** Milliseconds for all of it, on a machine that is slow and has to download everything first. */
const longest = 1_200_000;

const modules = [...readFileSync(join(client, 'pom.xml'), 'utf8').matchAll(/<module>(.*?)<\/module>/g)].map(([, name = '']) => name);

describe('the client for JetBrains IDEs', () => {
  let status: number | null;
  let output = '';
  let errors = '';
  let maven: ChildProcess | undefined;

  before(async function () {
    this.timeout(longest);
    const reports = modules.map((name) => new SurefireReports(client, name));
    for (const each of reports) each.remove();
    await using screen = await openScreen();
    // Tests that fail do not end the build: those of every module are run, and each is told by its name.
    maven = spawn('mvn', ['--batch-mode', '--no-transfer-progress', '--update-snapshots', '--fail-at-end', '-Dstyle.color=never', '-Dmaven.test.failure.ignore=true', 'verify'], {
      cwd: client,
      env: { ...process.env, DISPLAY: screen.display, JIRA_DIST: dirname(agentFile) },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    const ended = new Promise<number | null>((resolve, reject) => {
      maven!.once('error', reject);
      maven!.once('close', resolve);
    });
    [output, errors, status] = await Promise.all([text(maven.stdout!), text(maven.stderr!), ended]);
    maven = undefined;

    const suite = this.test!.parent!;
    for (const module of reports) {
      for (const { title, failure } of module.read()) {
        const test = new Mocha.Test(`${module.name}: ${title}`, () => {
          if (failure !== undefined) throw new Error(failure);
        });
        test.file = suite.file;
        suite.addTest(test);
      }
    }
  });

  after(() => {
    // Its group, since the tests’ own processes are children of Maven’s.
    if (maven?.pid !== undefined) process.kill(-maven.pid, 'SIGKILL');
  });

  it('is built by Maven', () => {
    if (status === 0) return;
    const told = new Set(output.split('\n').filter((line) => line.startsWith('[ERROR]') && !/Tests run:|<<< (FAILURE|ERROR)!/.test(line)));
    throw new Error([...told].slice(0, 60).concat(errors).join('\n'));
  });

  for (const name of modules) {
    if (!existsSync(join(client, name, 'src', 'test', 'java'))) continue;
    it(`has tests in ${name}, all of which were run`, () => {
      expect(new SurefireReports(client, name).read()).to.not.be.empty;
    });
  }
});
