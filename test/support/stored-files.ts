/** What an agent has on disk, and waiting for it without asking again and again. */
import { readdirSync, readFileSync, watch } from 'node:fs';
import { join } from 'node:path';

/** Every file below a folder, while others are written and go: what goes meanwhile is not there. */
export function filesBelow(folder: string): string[] {
  return ifThere([], () => readdirSync(folder, { withFileTypes: true })).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesBelow(path) : entry.isFile() ? [path] : [];
  });
}

/** The text of all files in a storage folder, those of backups included. */
export function storedText(folder: string): string {
  const files = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile());
  return files.map(({ name }) => readIfThere(join(folder, name))).join('\n');
}

/** Waits until the text of all files in a storage folder is as it should be. */
export function untilStored(folder: string, matches: (text: string) => boolean): Promise<void> {
  return new Promise((resolve) => {
    const look = (): void => {
      if (!matches(storedText(folder))) return;
      watcher.close();
      resolve();
    };
    const watcher = watch(folder, look);
    look();
  });
}

/** What a file holds; nothing where it is gone by now, as temporary ones are. */
export function readIfThere(file: string, encoding: BufferEncoding = 'utf8'): string {
  return ifThere('', () => readFileSync(file, encoding));
}

function ifThere<T>(otherwise: T, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return otherwise;
    throw error;
  }
}
