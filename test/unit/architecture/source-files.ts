/** The files that people write and read. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

export const root = join(import.meta.dirname, '..', '..', '..');

/** The folders of code. */
export const codeFolders = readdirSync(root).filter((name) => ['src', 'protocol', 'clients', 'test', 'scripts', 'bench'].includes(name));

/** A file of code. */
export interface SourceFile {
  /** From the root of the project, with slashes. */
  readonly path: string;
  readonly text: string;
}

/** Every file of code that matches, dependencies and generated ones left out. @param folders below the root */
export function sourceFiles(folders: readonly string[] = codeFolders, pattern = /\.(ts|mts|cts|js|mjs|cjs|py|vim|lua|java)$/): SourceFile[] {
  return folders
    .flatMap((folder) => readdirSync(join(root, folder), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && pattern.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((path) => !/(^|\/)(node_modules|dist|out|generated|target|org\/jiralanguageserver\/protocol)\//.test(path))
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
}
