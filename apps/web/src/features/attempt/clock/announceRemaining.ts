/** Minutes before the end at which the time is said aloud. */
const announcedMinutes = [10, 5, 1];

/**
 * What a screen reader says when the time left went from `before` to `now`, ms; nothing when no mark
 * was passed. Of several marks passed at once, as after a laptop slept, only the last is said.
 */
export function announceRemaining(before: number, now: number): string | undefined {
  if (now <= 0) return before > 0 ? 'Time is over. Your work is being handed in.' : undefined;
  const passed = announcedMinutes.filter(
    (minutes) => before > minutes * 60_000 && now <= minutes * 60_000,
  );
  const last = passed.at(-1);
  if (last === undefined) return undefined;
  return last === 1 ? 'One minute left.' : `${last} minutes left.`;
}
