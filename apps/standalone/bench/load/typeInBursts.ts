import { setTimeout as sleep } from 'node:timers/promises';
import type { Habits } from './crowdMessages.ts';
import type { KeyClock } from './KeyClock.ts';

/** How long somebody types before they think, ms. */
const burstMs = 3_000;

/** Types for a while and thinks for a while, until `end` on the clock of `performance`. */
export async function typeInBursts(
  clock: KeyClock,
  { keysPerSecond, typingShare }: Habits,
  end: number,
  random: () => number,
): Promise<void> {
  if (keysPerSecond === 0 || typingShare === 0) return;
  const cycleMs = burstMs / typingShare;
  // Everybody is somewhere else in it.
  let began = performance.now() - random() * cycleMs;
  while (performance.now() < end) {
    const until = Math.min(end, began + burstMs);
    while (performance.now() < until) {
      clock.press();
      await sleep(1_000 / keysPerSecond);
    }
    began += cycleMs;
    await sleep(Math.max(0, Math.min(began, end) - performance.now()));
  }
}
