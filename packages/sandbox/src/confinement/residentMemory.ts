import { readFileSync } from 'node:fs';
import { listChildren } from './listChildren.ts';

/** The page size of every Linux that Node 26 is built for but 64 KB ARM kernels, bytes. */
const pageBytes = 4_096;

/**
 * Resident memory of a process and all that descend from it, MB; `undefined` where the system does not say.
 * Source: proc(5), statm.
 */
export function readResidentMb(pid: number | undefined): number | undefined {
  if (pid === undefined) return undefined;
  try {
    const [, pages] = readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ');
    const descendants = listChildren(pid).map((child) => readResidentMb(child) ?? 0);
    return descendants.reduce((sum, mb) => sum + mb, (Number(pages) * pageBytes) / 1_048_576);
  } catch {
    return undefined;
  }
}
