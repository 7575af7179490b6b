import { Recording } from '@assay/workspace/replay';
import { useEffect, useMemo } from 'react';
import type { ReplaySource } from './replaySource.ts';

const nothing: never[] = [];

/** The documents of a source as of any moment, and the moments at which something changed or happened. */
export function useRecordings({ code, board, marks, bands, span }: ReplaySource) {
  const recordings = useMemo(
    () => ({ code: new Recording(code), board: new Recording(board ?? nothing) }),
    [code, board],
  );
  useEffect(
    () => () => {
      recordings.code.dispose();
      recordings.board.dispose();
    },
    [recordings],
  );
  const moments = useMemo(
    () => [
      ...recordings.code.moments,
      ...recordings.board.moments,
      ...marks.map(({ atMs }) => atMs),
      ...bands.flatMap(({ fromMs, untilMs }) => [fromMs, untilMs]),
    ],
    [recordings, marks, bands],
  );
  const drawn = useMemo(
    () => (board ?? nothing).map((update) => ({ ...update, atMs: update.at.getTime() })),
    [board],
  );
  /** At the end everything is shown, also what a clock that went back dates behind it. */
  const shownAt = (atMs: number) => (atMs >= span.untilMs ? Infinity : atMs);
  return { recordings, moments, drawn, shownAt };
}
