/** The configurations of `docs/editors/`: what is tested is what is documented, letter for letter. */
import { assert } from 'chai';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(import.meta.dirname, '..', '..', '..', 'docs', 'editors');

/**
 * The first block of code in a section of a page.
 *
 * @param page name of the file, without `.md`
 * @param heading of the section
 */
export function documented(page: string, heading: string): string {
  const text = readFileSync(join(folder, `${page}.md`), 'utf8');
  const section = text.split(/^## /m).find((part) => part.startsWith(`${heading}\n`));
  const code = /^```\w+\n([^]*?)^```$/m.exec(section ?? '')?.[1];
  assert.isDefined(code, `${page}.md has no code under “${heading}”.`);
  return code!;
}
