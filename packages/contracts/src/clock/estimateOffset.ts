/** One question for the server's time: when it was asked and answered here, and what the answer said, ms since 1970. */
export type ClockSample = { askedMs: number; answeredMs: number; serverMs: number };

/** How wrong a sample can be, ms: its answer was written at some moment between asking and hearing. */
export const errorOf = ({ askedMs, answeredMs }: ClockSample): number => (answeredMs - askedMs) / 2;

const offsetOf = ({ askedMs, answeredMs, serverMs }: ClockSample): number =>
  serverMs - (askedMs + answeredMs) / 2;

/**
 * How far the server's clock is ahead of this computer's, ms: by the sample whose answer came fastest, of those
 * that the newest one does not contradict. Those that it does are from before somebody set this computer's clock.
 * 0 without samples. Expects the newest last.
 */
export function estimateOffset(samples: readonly ClockSample[]): number {
  const newest = samples.at(-1);
  if (newest === undefined) return 0;
  const agrees = (sample: ClockSample) =>
    Math.abs(offsetOf(sample) - offsetOf(newest)) <= errorOf(sample) + errorOf(newest);
  const best = samples.filter(agrees).reduce((a, b) => (errorOf(b) <= errorOf(a) ? b : a), newest);
  return offsetOf(best);
}
