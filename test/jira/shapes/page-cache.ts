import type { Issue } from '../data/issue.ts';
import type { Rendering } from './issue-fields.ts';
import { fieldNames, fieldSchemas, issueShape } from './issue.ts';

/** One page of a search, before it is written. */
export interface Page {
  readonly issues: readonly Issue[];
  readonly total: number;
  readonly startAt: number;
  readonly maxResults: number;
  readonly fields: readonly string[];
  readonly expand: readonly string[];
  /** Absent where the answer has no `warningMessages`. */
  readonly warnings: readonly string[] | undefined;
}

/** Bytes: room for the 10,000 issues of the benchmark in each way in which a contender asks for them. */
const capacity = 400_000_000;

/**
 * Writes pages of search results, and keeps what it wrote: for a benchmark, building JSON should not be what is
 * measured. Whatever was written since, to issues or users, gives an entry another name: nothing old is ever given.
 */
export class PageCache {
  readonly #pages = new Map<string, Buffer>();
  #size = 0;

  /** The page in JSON. */
  page(page: Page, rendering: Rendering): Buffer {
    const { issues, total, startAt, maxResults, fields, expand, warnings } = page;
    const name = JSON.stringify([
      [rendering.user?.name, rendering.site.issues.revision, rendering.site.users.revision],
      [total, startAt, maxResults, fields, expand, warnings],
      issues.map((issue) => issue.revision),
    ]);
    const known = this.#pages.get(name);
    if (known !== undefined) return known;
    const ids = [...new Set(issues.flatMap((issue) => (expand.length === 0 ? [] : Object.keys(shapeOf(issue)))))];
    function shapeOf(issue: Issue): object {
      return issueShape(issue, fields, [], rendering)['fields'] as object;
    }
    const written = Buffer.from(
      JSON.stringify({
        expand: 'schema,names',
        startAt,
        maxResults,
        total,
        issues: issues.map((issue) => issueShape(issue, fields, expand, rendering)),
        ...(warnings !== undefined && { warningMessages: warnings }),
        ...(expand.includes('names') && { names: fieldNames(ids) }),
        ...(expand.includes('schema') && { schema: fieldSchemas(ids) }),
      }),
    );
    this.#keep(name, written, expand);
    return written;
  }

  #keep(name: string, written: Buffer, expand: readonly string[]): void {
    if (expand.includes('renderedFields')) return;
    if (this.#size + written.length > capacity) {
      this.#pages.clear();
      this.#size = 0;
    }
    this.#pages.set(name, written);
    this.#size += written.length;
  }
}
