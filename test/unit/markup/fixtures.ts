/** Texts as people write them into issues, each beside what it becomes. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A text and what it becomes. */
export interface Fixture {
  readonly name: string;
  readonly source: string;
  readonly expected: string;
}

/** The texts of a folder. @param kind `read` for wiki markup that is read as Markdown, `write` for Markdown that is written as wiki markup */
export function fixtures(kind: 'read' | 'write'): Fixture[] {
  const folder = join(import.meta.dirname, 'fixtures', kind);
  const [from, to] = kind === 'read' ? ['.wiki', '.md'] : ['.md', '.wiki'];
  return readdirSync(folder)
    .filter((file) => file.endsWith(from))
    .map((file) => file.slice(0, -from.length))
    .map((name) => ({ name, source: readFileSync(join(folder, name + from), 'utf8'), expected: readFileSync(join(folder, name + to), 'utf8').trimEnd() }));
}
