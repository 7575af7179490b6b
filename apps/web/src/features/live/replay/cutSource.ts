import type { ReplaySource, ReplaySpan } from '#features/replay/replaySource.ts';

/** A stretch of a source. What is before it stays in its documents, where it has led to what is in it. */
export function cutSource(source: ReplaySource, wanted: ReplaySpan): ReplaySource {
  const fromMs = Math.max(source.span.fromMs, wanted.fromMs);
  const span = { fromMs, untilMs: Math.max(fromMs, Math.min(source.span.untilMs, wanted.untilMs)) };
  const clip = <Stretch extends ReplaySpan>(stretches: readonly Stretch[]) =>
    stretches.flatMap((stretch) => {
      const from = Math.max(stretch.fromMs, span.fromMs);
      const until = Math.min(stretch.untilMs, span.untilMs);
      return from > until ? [] : [{ ...stretch, fromMs: from, untilMs: until }];
    });
  return {
    ...source,
    span,
    marks: source.marks.filter(({ atMs }) => atMs >= span.fromMs && atMs <= span.untilMs),
    bands: clip(source.bands),
    visits: clip(source.visits),
  };
}
