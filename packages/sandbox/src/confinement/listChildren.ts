import { readdirSync, readFileSync } from 'node:fs';

/**
 * The processes that threads of `pid` started and that are left; none where the system does not say.
 * Source: proc(5), /proc/pid/task/tid/children.
 */
export function listChildren(pid: number): number[] {
  try {
    return readdirSync(`/proc/${pid}/task`).flatMap((thread) =>
      readFileSync(`/proc/${pid}/task/${thread}/children`, 'utf8')
        .split(' ')
        .filter((child) => child !== '')
        .map(Number),
    );
  } catch {
    return [];
  }
}
