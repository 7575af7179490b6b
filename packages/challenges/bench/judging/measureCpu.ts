import { readFileSync } from 'node:fs';

/** Length of a tick in /proc/<pid>/stat, ms: USER_HZ is 100 on every Linux that Node runs on. */
const tickMs = 10;

/**
 * CPU that this process and those of its children that have ended have used so far, ms.
 * @returns `undefined` where the system has no /proc
 */
function usedCpuMs(): number | undefined {
  try {
    const stat = readFileSync('/proc/self/stat', 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    // utime, stime, cutime, cstime: fields 14 to 17 of proc(5), the first here being field 3.
    return fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks), 0) * tickMs;
  } catch {
    return undefined;
  }
}

/** CPU that `run` and the children that it starts and ends use, ms. */
export async function measureCpu(run: () => Promise<void>): Promise<number | undefined> {
  const before = usedCpuMs();
  await run();
  const after = usedCpuMs();
  return before === undefined || after === undefined ? undefined : after - before;
}
