/** Mocha's own report, which also hands its totals, and what failed, to `run.ts`. */
import { writeFileSync } from 'node:fs';
import Mocha from 'mocha';

/** How many tests a run had. */
export interface Totals {
  readonly passed: number;
  readonly failed: number;
  readonly failures: readonly Failure[];
}

/** A test, or a hook, that failed. */
export interface Failure {
  /** With the titles of all that it is in. */
  readonly title: string;
  /** The spec that it is in: a path. */
  readonly file: string;
  readonly reason: string;
}

/** The environment variable that names the file for the totals. */
export const totalsVariable = 'JIRA_TEST_TOTALS';

/** Writes the totals once the run is over. A run that dies leaves none. */
export default class TotalsReporter extends Mocha.reporters.Spec {
  constructor(runner: Mocha.Runner, options: Mocha.MochaOptions) {
    super(runner, options);
    const failures: Failure[] = [];
    runner.on(Mocha.Runner.constants.EVENT_TEST_FAIL, (test: Mocha.Runnable, error: unknown) => {
      failures.push({ title: test.fullTitle(), file: test.file ?? '', reason: error instanceof Error ? error.message : String(error) });
    });
    runner.once(Mocha.Runner.constants.EVENT_RUN_END, () => {
      const totals: Totals = { passed: this.stats.passes, failed: this.stats.failures, failures };
      writeFileSync(process.env[totalsVariable]!, JSON.stringify(totals));
    });
  }
}
