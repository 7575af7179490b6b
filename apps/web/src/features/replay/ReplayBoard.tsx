import { lazy, Suspense } from 'react';
import type * as Y from 'yjs';
import { Loading } from '#app/Loading.tsx';
import { CatchBoard } from '#features/live/board/Board.tsx';

const ReplayCanvas = lazy(async () => ({
  default: (await import('./ReplayCanvas.tsx')).ReplayCanvas,
}));

/** The whiteboard of a moment, to look at. Its code is fetched when it is first shown. */
export function ReplayBoard(props: { doc: Y.Doc; version: number }) {
  return (
    <CatchBoard>
      <Suspense fallback={<Loading label="Loading the whiteboard" />}>
        <ReplayCanvas {...props} />
      </Suspense>
    </CatchBoard>
  );
}
