import type { Services } from '#services.ts';
import { compareWaiting } from './compareWaiting.ts';

/** How often new submissions are looked for, ms. Nobody waits for what comparing them shows. */
const sweepMs = 15_000;

/** Compares submissions some seconds after they were judged, out of everybody's way; what was left over, too. */
export function sweepComparisons(services: Services): { ready(): Promise<void>; close(): void } {
  const { background } = services;
  let isBusy = false;

  async function sweep(): Promise<void> {
    if (isBusy) return;
    isBusy = true;
    try {
      await compareWaiting(services);
    } finally {
      isBusy = false;
    }
  }

  const timer = setInterval(() => background.run('compare submissions', sweep), sweepMs);
  return { ready: async () => {}, close: () => clearInterval(timer) };
}
