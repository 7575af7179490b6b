/** A stretch of time, ms since 1970; empty when it does not end after it begins. */
export type Span = { fromMs: number; toMs: number };

/** The same moments as stretches that neither touch nor overlap, in order: what happened twice at once counts once. */
export function joinSpans(spans: readonly Span[]): Span[] {
  const joined: Span[] = [];
  const inOrder = spans
    .filter(({ fromMs, toMs }) => toMs > fromMs)
    .toSorted((a, b) => a.fromMs - b.fromMs);
  for (const { fromMs, toMs } of inOrder) {
    const last = joined.at(-1);
    if (last !== undefined && fromMs <= last.toMs) last.toMs = Math.max(last.toMs, toMs);
    else joined.push({ fromMs, toMs });
  }
  return joined;
}
