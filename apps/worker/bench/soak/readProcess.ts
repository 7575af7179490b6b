import { readdirSync, readFileSync } from 'node:fs';
import { listChildren } from '@assay/sandbox/listChildren';

const megabyte = 1_048_576;
const pageBytes = 4_096;

/** Resident memory of a process, MB. Source: proc(5), statm. */
export function readResidentMb(pid: number): number {
  const [, pages] = readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ');
  return (Number(pages) * pageBytes) / megabyte;
}

/** Descriptors that a process has open. */
export function countDescriptors(pid: number): number {
  return readdirSync(`/proc/${pid}/fd`).length;
}

export type ChildProcess = { pid: number; zombie: boolean; startedAt: string };

/** All processes below `pid`, with the moment of their start, which tells a process from a later one of the same id. */
export function listDescendants(pid: number): ChildProcess[] {
  return listChildren(pid).flatMap((child) => {
    const found = readStat(child);
    return found === undefined ? [] : [found, ...listDescendants(child)];
  });
}

/** `undefined` once the process is gone. Source: proc(5), stat: the name in parentheses may hold anything. */
export function readStat(pid: number): ChildProcess | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return { pid, zombie: fields[0] === 'Z', startedAt: fields[19] ?? '' };
  } catch {
    return undefined;
  }
}
