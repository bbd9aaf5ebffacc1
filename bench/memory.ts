/** The memory of a process as Linux counts it. */
import { readdirSync, readFileSync } from 'node:fs';

/** Megabytes that a process has resident now. @returns NaN on other systems */
export function residentMemory(pid: number): number {
  return fromStatus(pid, 'VmRSS');
}

/** Megabytes that a process had resident at its peak. @returns NaN on other systems */
export function peakMemory(pid: number): number {
  return fromStatus(pid, 'VmHWM');
}

/** Megabytes that a process and all below it have resident now. */
export function residentMemoryOfTree(pid: number): number {
  return childrenOf(pid).reduce((sum, child) => sum + residentMemoryOfTree(child), residentMemory(pid));
}

function childrenOf(pid: number): number[] {
  try {
    const tasks = readdirSync(`/proc/${pid}/task`);
    return tasks.flatMap((task) => readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').split(' ').filter(Boolean).map(Number));
  } catch {
    return [];
  }
}

function fromStatus(pid: number, name: string): number {
  try {
    return Number(new RegExp(`^${name}:\\s+(\\d+) kB$`, 'm').exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;
  } catch {
    return Number.NaN;
  }
}
