/** From here on, ms, a clock counts seconds: before, minutes are enough, and calmer. */
export const countdownMs = 10 * 60_000;

/** Minutes before the end at which the time is said aloud. */
const warnedMinutes = [10, 5, 1] as const;
export type WarnedMinutes = (typeof warnedMinutes)[number] | 0;

/** Time until a deadline by the server's clock, ms; negative when it is over. `offsetMs`: the server is ahead by this. */
export function findRemaining(deadlineMs: number, localMs: number, offsetMs: number): number {
  return deadlineMs - (localMs + offsetMs);
}

/** Until what a clock shows changes, ms: the next full second that is left. */
export function untilNextSecond(remainingMs: number): number {
  const part = ((remainingMs % 1_000) + 1_000) % 1_000;
  return part === 0 ? 1_000 : part;
}

/**
 * The mark that was passed when the time left went from `beforeMs` to `nowMs`; 0 for the end. Of several marks
 * passed at once, as after a laptop slept, only the last. Time that was added passes none.
 */
export function findWarning(beforeMs: number, nowMs: number): WarnedMinutes | undefined {
  if (nowMs <= 0) return beforeMs > 0 ? 0 : undefined;
  return warnedMinutes.findLast(
    (minutes) => beforeMs > minutes * 60_000 && nowMs <= minutes * 60_000,
  );
}
