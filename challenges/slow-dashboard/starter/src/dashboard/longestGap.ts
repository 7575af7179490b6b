import type { MeterOfDay } from './dashboard.ts';
import type { Reading } from './readingsOf.ts';

export function longestGap(readings: Reading[]): MeterOfDay['longestGap'] {
  let longest: { from: Date; ms: number } | undefined;
  for (const reading of readings) {
    const next = readings.find((other) => other.read_at > reading.read_at);
    if (!next) continue;
    const ms = next.read_at.getTime() - reading.read_at.getTime();
    if (!longest || ms > longest.ms) longest = { from: reading.read_at, ms };
  }
  return longest ? { from: longest.from, seconds: Math.floor(longest.ms / 1000) } : null;
}
