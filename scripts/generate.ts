/**
 * Writes what is made from `protocol/`: the JSON Schema, the document, and the types in Java.
 *
 *     npm run generate             writes them
 *     npm run generate -- --check  writes nothing, and fails where a file is out of date
 */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { generatedFiles, leftoverFiles, outdatedFiles } from './protocol/files.ts';

const root = join(import.meta.dirname, '..');

if (process.argv.includes('--check')) {
  const outdated = await outdatedFiles(root);
  for (const file of outdated) console.error(`${file} is out of date: run \`npm run generate\`.`);
  process.exitCode = outdated.length === 0 ? 0 : 1;
} else {
  for (const { file, text } of await generatedFiles(root)) {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
    console.log(`Wrote ${relative(root, file)}.`);
  }
  for (const file of await leftoverFiles(root)) await rm(file);
}
