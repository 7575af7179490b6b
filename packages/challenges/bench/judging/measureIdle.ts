import { readFileSync } from 'node:fs';
import { createJudge } from '@assay/sandbox';
import { listChildren } from '@assay/sandbox/listChildren';
import { round } from './measureRuns.ts';

export type Waiting = { name: string; residentMb: number };

/** Programs that a judge keeps waiting, by what their command line shows. */
const programs: [name: string, pattern: RegExp][] = [
  ['PostgreSQL', /postgres/],
  ['runner', /runner/],
  ['compiler', /esbuild/],
  ['bundler', /bundler/],
];

/** Resident memory of each process that a judge with one of each keeps ready; `undefined` without /proc. */
export async function measureIdle(): Promise<Waiting[] | undefined> {
  const judge = await createJudge({ warmRunners: 1, postgresRunners: 1, concurrency: 1 });
  try {
    return descendants(process.pid)
      .filter((pid) => descendants(pid).every((child) => nameOf(child) !== nameOf(pid)))
      .flatMap((pid) => {
        const name = nameOf(pid);
        return name === undefined ? [] : [{ name, residentMb: round(residentMb(pid), 0) }];
      });
  } catch {
    return undefined;
  } finally {
    await judge.close();
  }
}

function nameOf(pid: number): string | undefined {
  const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  return programs.find(([, pattern]) => pattern.test(command))?.[0];
}

function descendants(pid: number): number[] {
  return listChildren(pid).flatMap((child) => [child, ...descendants(child)]);
}

function residentMb(pid: number): number {
  const line = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  return Number(line?.[1] ?? 0) / 1_024;
}
