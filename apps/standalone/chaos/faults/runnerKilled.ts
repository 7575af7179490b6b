import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { listChildren } from '@assay/sandbox/listChildren';
import type { Fault } from '#chaos/Fault.ts';

/** How long runs take to begin and to end, ms. */
const runMs = 400;

/** A run whose runner dies is our fault: it is tried again on a fresh one, and its verdict is that. */
export const runnerKilled: Fault = {
  on: 'cluster',
  name: 'runner-killed',
  title: 'SIGKILL of the runners of a worker, at work and waiting',
  inject: async ({ system, load, random }) => {
    load.hurry();
    await delay(random() * runMs);
    const { pid } = system.pick('workers', random).program.child;
    for (const child of listChildren(pid ?? 0)) if (isRunner(child)) kill(child);
  },
  heal: async () => {},
};

function isRunner(pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('runner');
  } catch {
    return false;
  }
}

/** It may have ended by itself since. */
function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // Then there is nothing left to do.
  }
}
