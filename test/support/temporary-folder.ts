/** A folder for one test. */
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** An empty folder, removed with all that is in it at the end of its scope. */
export class TemporaryFolder implements Disposable {
  /** Without links in it, as programs print it. */
  readonly path: string = realpathSync(mkdtempSync(join(tmpdir(), 'jira-test-')));

  [Symbol.dispose](): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}
