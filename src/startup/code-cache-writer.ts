/** Writes the code cache, and removes what earlier versions left. Loaded only when there is something to write. */
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';

/** What V8 compiled of one file of the bundle. */
export interface CompiledFile {
  readonly name: string;
  readonly data: Buffer;
}

/** Milliseconds after which a folder that was not written to counts as left behind: 30 days. */
const leftBehind = 30 * 24 * 60 * 60 * 1000;

/**
 * Writes each file whole or not at all, so that agents which start side by side never read half of one.
 *
 * @param folder the folder of this version; its siblings are those of other versions
 * @throws where the file system refuses
 */
export async function writeCodeCache(folder: string, files: readonly CompiledFile[]): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  for (const { name, data } of files) {
    await writeFileAtomic(join(folder, name), data, { mode: 0o600 });
  }

  const parent = dirname(folder);
  for (const sibling of await readdir(parent)) {
    const path = join(parent, sibling);
    const { mtimeMs } = await stat(path);
    if (Date.now() - mtimeMs > leftBehind) await rm(path, { recursive: true, force: true });
  }
}
