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

/** The stretches between `fromMs` and `toMs` that none of `spans` covers, in order. */
export function findGaps(spans: readonly Span[], { fromMs, toMs }: Span): Span[] {
  const covered = joinSpans(spans);
  const ends = [fromMs, ...covered.map((span) => span.toMs)];
  const starts = [...covered.map((span) => span.fromMs), toMs];
  return ends.flatMap((end, index) => {
    const gap = {
      fromMs: Math.max(end, fromMs),
      toMs: Math.min(starts[index] ?? toMs, toMs),
    };
    return gap.toMs > gap.fromMs ? [gap] : [];
  });
}
