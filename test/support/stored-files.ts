/** What an agent has on disk, and waiting for it without asking again and again. */
import { readdirSync, readFileSync, watch } from 'node:fs';
import { join } from 'node:path';

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

/** A temporary file may be gone by now. */
function readIfThere(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw error;
  }
}
