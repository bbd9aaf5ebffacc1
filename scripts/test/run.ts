/**
 * Runs every test, those of the clients beside the others; then those that drive the built agent
 * once more on each other version of Node.js, side by side. A few that failed are run again, see
 * `mostTriedAgain`. At the end comes what failed in any of the runs; the last line says how it went:
 * `N passed, N failed`.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { otherNodes } from './node-versions.ts';
import { type Failure, totalsVariable, type Totals } from './reporter.ts';

interface Run {
  readonly title: string;
  readonly environment: NodeJS.ProcessEnv;
  readonly succeeded: boolean;
  readonly totals: Totals;
  /** What it printed, where it was kept back. */
  readonly report?: string | undefined;
}

/**
 * So many specs with a failure are run once more, alone, and count as they end then: among thousands of tests
 * with real editors, browsers and databases, one a run meets a moment in which a shared machine stands still.
 * What failed the first time is told all the same, and what is broken fails twice. Where more fail it is no accident.
 */
const mostTriedAgain = 3;

const root = join(import.meta.dirname, '..', '..');
const reporter = join(import.meta.dirname, 'reporter.ts');
const mocha = join(root, 'node_modules', 'mocha', 'bin', 'mocha.js');

const running = `Node.js ${process.versions.node}`;
const runs = await sideBySide([
  run(`the agent on ${running}`, ['test/**/*.spec.ts', '--ignore', 'test/clients/**']),
  run(`the clients on ${running}`, ['test/clients/**/*.spec.ts'], {}, true),
]);
runs.push(...await sideBySide(otherNodes().map(({ major, path }) =>
  run(`the agent on Node.js ${major}`, ['test/e2e/**/*.spec.ts'], { JIRA_TEST_NODE: path }, true))));

const unsteady: string[] = [];
for (const [index, first] of runs.entries()) runs[index] = await triedAgain(first);

if (unsteady.length > 0) process.stdout.write(`\nFailed at first, and passed when run again:\n${unsteady.join('\n')}\n`);
for (const { title, totals } of runs) {
  for (const failure of totals.failures) process.stdout.write(`\n${told(title, failure)}\n`);
}
const passed = runs.reduce((sum, { totals }) => sum + totals.passed, 0);
const failed = runs.reduce((sum, { totals }) => sum + totals.failed, 0);
process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
process.exitCode = runs.every(({ succeeded }) => succeeded) && passed > 0 ? 0 : 1;

/** Waits for all, and then shows the reports that were kept back. */
async function sideBySide(all: readonly Promise<Run>[]): Promise<Run[]> {
  const over = await Promise.all(all);
  for (const { title, report } of over) if (report !== undefined) process.stdout.write(`\n${title}\n${report}`);
  return over;
}

function told(title: string, failure: Failure): string {
  return `Failed ${title}: ${failure.title}\n${failure.reason}`;
}

/** The run as it is after its few failed specs were run once more. */
async function triedAgain(first: Run): Promise<Run> {
  const files = [...new Set(first.totals.failures.map(({ file }) => file))];
  if (first.succeeded || files.length === 0 || files.length > mostTriedAgain || files.includes('')) return first;
  const again = await run(`once more ${first.title}`, files, first.environment);
  const failures = again.succeeded ? [] : again.totals.failures;
  if (again.succeeded) unsteady.push(...first.totals.failures.map((failure) => told(first.title, failure)));
  const passed = first.totals.passed + (again.succeeded ? first.totals.failed : 0);
  return { ...first, succeeded: again.succeeded, totals: { passed, failed: failures.length, failures } };
}

/**
 * One run of mocha. One that dies before its end counts as a failed test more.
 *
 * @param specs paths or patterns, and mocha's options for them
 * @param keepsBack whether its report is kept back, so that it is not mixed with another one
 */
async function run(title: string, specs: readonly string[], environment: NodeJS.ProcessEnv = {}, keepsBack = false): Promise<Run> {
  if (!keepsBack) process.stdout.write(`\n${title}\n`);
  const folder = mkdtempSync(join(tmpdir(), 'jira-tests-'));
  const file = join(folder, 'totals.json');
  try {
    const child = spawn(process.execPath, [mocha, '--reporter', reporter, ...specs], {
      cwd: root,
      stdio: keepsBack ? ['ignore', 'pipe', 'inherit'] : 'inherit',
      env: { ...process.env, ...environment, [totalsVariable]: file },
    });
    const [[status], report] = await Promise.all([once(child, 'close') as Promise<[number | null]>, child.stdout === null ? undefined : text(child.stdout)]);
    return { title, environment, report, succeeded: status === 0, totals: JSON.parse(readFileSync(file, 'utf8')) as Totals };
  } catch {
    const failures = [{ title: 'the run', file: '', reason: 'It died before its end.' }];
    return { title, environment, succeeded: false, totals: { passed: 0, failed: 1, failures } };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
