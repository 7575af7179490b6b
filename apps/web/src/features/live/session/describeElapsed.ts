/** How long a session has gone on, ms, of its planned minutes; without a start, what is planned. */
export function describeElapsed(
  elapsedMs: number | undefined,
  minutes: number,
): { text: string; over: boolean } {
  if (elapsedMs === undefined) return { text: `${minutes} min planned`, over: false };
  const seconds = Math.max(0, Math.floor(elapsedMs / 1_000));
  const elapsed = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  const overMs = elapsedMs - minutes * 60_000;
  if (overMs < 60_000) return { text: `${elapsed} of ${minutes} min`, over: false };
  return { text: `${elapsed}, ${Math.floor(overMs / 60_000)} min over`, over: true };
}
