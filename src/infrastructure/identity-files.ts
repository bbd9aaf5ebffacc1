/** Files with identities of age, as `age-keygen` writes them. */
import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';

/**
 * Reads the identities of files; a line is one, a comment, or empty.
 *
 * @param paths absolute, or beginning with `~/`
 * @param onProblem told, in words for people, of a file that cannot be read
 */
export async function readIdentities(paths: readonly string[], onProblem: (message: string) => void): Promise<string[]> {
  const texts = await Promise.all(paths.map((path) => read(path, onProblem)));
  return texts.flatMap((text) => text.split(/\r?\n/).map((line) => line.trim()).filter((line) => /^AGE-SECRET-KEY-/.test(line)));
}

async function read(path: string, onProblem: (message: string) => void): Promise<string> {
  const absolute = /^~[\\/]/.test(path) ? join(homedir(), path.slice(2)) : path;
  try {
    if (!isAbsolute(absolute)) throw new Error('It is a relative path.');
    return await readFile(absolute, 'utf8');
  } catch {
    onProblem(`The file ${path} of \`ageIdentities\` cannot be read. Give an absolute path, or one that begins with “~/”.`);
    return '';
  }
}
