import { readFileSync } from 'node:fs';
import { listChildren } from './listChildren.ts';

/**
 * CPU that the main threads of a process and of all that descend from it have used, ms; `undefined` where
 * the system does not say. Threads that compile and collect garbage in the background do not count.
 * Source: Linux, Documentation/scheduler/sched-stats.rst, /proc/pid/task/tid/schedstat, first field in ns.
 */
export function readMainThreadCpuMs(pid: number | undefined): number | undefined {
  if (pid === undefined) return undefined;
  try {
    const [ns] = readFileSync(`/proc/${pid}/task/${pid}/schedstat`, 'utf8').split(' ');
    const below = listChildren(pid).map((child) => readMainThreadCpuMs(child) ?? 0);
    return below.reduce((sum, ms) => sum + ms, Number(ns) / 1_000_000);
  } catch {
    return undefined;
  }
}
