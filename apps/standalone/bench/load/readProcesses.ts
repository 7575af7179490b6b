import { readdirSync, readFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';

export type Used = {
  /** CPU so far, ms: of the processes themselves, and of what they started, with all that has ended. */
  ownCpuMs: number;
  childCpuMs: number;
  /** Resident memory now, bytes. */
  ownRss: number;
  childRss: number;
};

type Stat = { parent: number; cpu: number; endedCpu: number; rssPages: number };

let units: { ticks: number; page: number } | undefined;

/** What these processes use, and those that they started; read in `/proc`, so on Linux only. */
export function readProcesses(pids: readonly number[]): Used {
  units ??= {
    ticks: Number(execFileSync('getconf', ['CLK_TCK'])),
    page: Number(execFileSync('getconf', ['PAGESIZE'])),
  };
  const { ticks, page } = units;
  const all = new Map<number, Stat>();
  for (const name of readdirSync('/proc')) {
    const stat = /^\d+$/.test(name) && readStat(name);
    if (stat) all.set(Number(name), stat);
  }
  const isChild = (pid: number): boolean => {
    const parent = all.get(pid)?.parent ?? 0;
    return pids.includes(parent) || (parent > 1 && isChild(parent));
  };
  const used = { ownCpuMs: 0, childCpuMs: 0, ownRss: 0, childRss: 0 };
  const toMs = (count: number) => (count * 1_000) / ticks;
  for (const [pid, { cpu, endedCpu, rssPages }] of all) {
    if (pids.includes(pid)) {
      used.ownCpuMs += toMs(cpu);
      used.childCpuMs += toMs(endedCpu);
      used.ownRss += rssPages * page;
    } else if (isChild(pid)) {
      used.childCpuMs += toMs(cpu + endedCpu);
      used.childRss += rssPages * page;
    }
  }
  return used;
}

function readStat(pid: string): Stat | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name, in brackets, may hold blanks; what follows it is field 3 and on of proc(5).
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    const field = (number: number) => Number(fields[number - 3]);
    return {
      parent: field(4),
      cpu: field(14) + field(15),
      endedCpu: field(16) + field(17),
      rssPages: field(24),
    };
  } catch {
    // It has ended meanwhile.
    return undefined;
  }
}
