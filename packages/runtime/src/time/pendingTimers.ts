/** Timers of a program that has no clock: they wait in `pending` until somebody lets them fire. */
export function createPendingTimers(): { pending: number[]; arm(): number } {
  let last = 0;
  const pending: number[] = [];
  return {
    pending,
    arm() {
      pending.push((last += 1));
      return last;
    },
  };
}
