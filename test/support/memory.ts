/** What a process takes, as Linux tells it (proc_pid_status(5), proc_pid_fd(5)). */
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

/** Memory of a process, in MiB. */
export interface Memory {
  /** What it takes now. */
  readonly resident: number;
  /** The most that it ever took. */
  readonly peak: number;
}

/** Reads how much memory a process takes. */
export function memoryOf(pid: number): Memory {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const mebibytes = (name: string): number => Number(new RegExp(`^${name}:\\s+(\\d+) kB$`, 'm').exec(status)?.[1]) / 1024;
  return { resident: mebibytes('VmRSS'), peak: mebibytes('VmHWM') };
}

/** What each open file descriptor of a process is, for instance `socket:[4711]`. */
export function handlesOf(pid: number): string[] {
  const folder = `/proc/${pid}/fd`;
  return readdirSync(folder).flatMap((name) => {
    try {
      return [readlinkSync(`${folder}/${name}`)];
    } catch {
      return []; // It was closed meanwhile.
    }
  });
}
