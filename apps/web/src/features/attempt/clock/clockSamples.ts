import { type ClockSample, estimateOffset } from '@assay/contracts/clock';

/** Samples that are kept: enough for one with a fast answer, few enough to follow a clock that drifts. */
const maxKept = 8;

/** What the server said about its time, newest last. It has one clock, whatever is asked about. */
let samples: readonly ClockSample[] = [];

/** Asks, and learns from the answer how far the server's clock is from this computer's. */
export async function sampleClock<Answer extends { serverNow: string }>(
  ask: () => Promise<Answer>,
): Promise<Answer> {
  const askedMs = Date.now();
  const answer = await ask();
  const sample = { askedMs, answeredMs: Date.now(), serverMs: Date.parse(answer.serverNow) };
  samples = [...samples, sample].slice(-maxKept);
  return answer;
}

/** How far the server's clock is ahead of this computer's, ms; 0 while nothing is known. */
export function readOffset(): number {
  return estimateOffset(samples);
}
