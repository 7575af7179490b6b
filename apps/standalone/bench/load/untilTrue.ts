import { setTimeout as sleep } from 'node:timers/promises';

/** Waits until `holds`; says whether it came to that within `withinMs`. */
export async function untilTrue(holds: () => boolean, withinMs: number): Promise<boolean> {
  const deadline = performance.now() + withinMs;
  while (!holds()) {
    if (performance.now() > deadline) return false;
    await sleep(20);
  }
  return true;
}
