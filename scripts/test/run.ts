/**
 * Runs every test, then those that drive the built agent once more on each other version of
 * Node.js, side by side. At the end comes what failed in any of the runs; the last line says how
 * it went: `N passed, N failed`.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { otherNodes } from './node-versions.ts';
import { totalsVariable, type Totals } from './reporter.ts';

interface Run {
  readonly title: string;
  readonly succeeded: boolean;
  readonly totals: Totals;
}

const root = join(import.meta.dirname, '..', '..');
const reporter = join(import.meta.dirname, 'reporter.ts');
const mocha = join(root, 'node_modules', 'mocha', 'bin', 'mocha.js');

const runs = [await run(`on Node.js ${process.versions.node}`, 'test/**/*.spec.ts')];
const others = otherNodes().map(({ major, path }) => run(`the agent on Node.js ${major}`, 'test/e2e/**/*.spec.ts', { JIRA_TEST_NODE: path }, true));
runs.push(...await Promise.all(others));

for (const { title, totals } of runs) {
  for (const failure of totals.failures) process.stdout.write(`\nFailed ${title}: ${failure.title}\n${failure.reason}\n`);
}
const passed = runs.reduce((sum, { totals }) => sum + totals.passed, 0);
const failed = runs.reduce((sum, { totals }) => sum + totals.failed, 0);
process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
process.exitCode = runs.every(({ succeeded }) => succeeded) && passed > 0 ? 0 : 1;

/**
 * One run of mocha. One that dies before its end counts as a failed test more.
 *
 * @param isOneOfMany its report is shown when it is over, so that reports are not mixed
 */
async function run(title: string, spec: string, environment: NodeJS.ProcessEnv = {}, isOneOfMany = false): Promise<Run> {
  if (!isOneOfMany) process.stdout.write(`\n${title}\n`);
  const folder = mkdtempSync(join(tmpdir(), 'jira-tests-'));
  const file = join(folder, 'totals.json');
  try {
    const child = spawn(process.execPath, [mocha, '--reporter', reporter, spec], {
      cwd: root,
      stdio: isOneOfMany ? ['ignore', 'pipe', 'inherit'] : 'inherit',
      env: { ...process.env, ...environment, [totalsVariable]: file },
    });
    const [[status], report] = await Promise.all([once(child, 'close') as Promise<[number | null]>, child.stdout === null ? '' : text(child.stdout)]);
    if (isOneOfMany) process.stdout.write(`\n${title}\n${report}`);
    return { title, succeeded: status === 0, totals: JSON.parse(readFileSync(file, 'utf8')) as Totals };
  } catch {
    return { title, succeeded: false, totals: { passed: 0, failed: 1, failures: [{ title: 'the run', reason: 'It died before its end.' }] } };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
