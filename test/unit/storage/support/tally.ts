/** The document of the tests: who changed it, one entry for each change. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { createJsonDocument } from '../../../../src/infrastructure/storage/json-document.ts';
import type { Document } from '../../../../src/infrastructure/storage/storage.ts';

/** Its state. */
export interface Tally {
  entries: string[];
}

/** Milliseconds: as short as it may be, so that tests of killed writers wait less. */
const stale = 2_000;

const shape = z.looseObject({ entries: z.array(z.string()) });

/** Opens it. `repairs` gets the messages of repairs; without it, a repair is an error. */
export function openTally(file: string, repairs?: string[]): Document<Tally> {
  return createJsonDocument<Tally>({
    file,
    version: 1,
    initial: () => ({ entries: [] }),
    parse: (value) => shape.parse(value),
    stale,
    onRepair: (message) => {
      if (repairs === undefined) throw new Error(message);
      repairs.push(message);
    },
  });
}

/** A folder that is gone after the test. */
export class TemporaryFolder implements Disposable {
  readonly path: string = mkdtempSync(join(tmpdir(), 'jira-storage-'));

  /** The path of a file in it. */
  file(name = 'tally.json'): string {
    return join(this.path, name);
  }

  [Symbol.dispose](): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}
