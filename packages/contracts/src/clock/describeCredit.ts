import { z } from 'zod';

/** Why time was given beyond the allotted. */
export const CreditCause = z.enum([
  'judge_slow',
  'judge_failed',
  'service_down',
  'connection_lost',
  'organiser',
]);
export type CreditCause = z.infer<typeof CreditCause>;

const reasons: Record<CreditCause, string> = {
  judge_slow: 'our judge was slow',
  judge_failed: 'our judge failed',
  service_down: 'our service was away',
  connection_lost: 'our server dropped the connection',
  organiser: 'given by the organiser',
};

/** A credit in words: `3 minutes added: our judge was slow`. `addedMs` is rounded for reading, never for counting. */
export function describeCredit({
  cause,
  addedMs,
}: {
  cause: CreditCause;
  addedMs: number;
}): string {
  return `${describeSpan(addedMs)} added: ${reasons[cause]}`;
}

/** A stretch of time in words: seconds below two minutes, then minutes. */
export function describeSpan(ms: number): string {
  const seconds = Math.max(1, Math.round(ms / 1_000));
  if (seconds < 120 && seconds !== 60) return seconds === 1 ? '1 second' : `${seconds} seconds`;
  const minutes = Math.round(seconds / 60);
  return minutes === 1 ? '1 minute' : `${minutes} minutes`;
}
