import type { RosterEntry } from '@assay/contracts/live';
import { Component, lazy, type ReactNode, Suspense } from 'react';
import type * as Y from 'yjs';
import { Loading } from '#app/Loading.tsx';
import { ProblemNotice } from '#app/ProblemNotice.tsx';
import type { PlaceChange } from '#features/live/presence/OwnPlace.ts';
import type { Presence } from '#features/live/presence/presence.ts';

export type BoardProps = {
  /** Its elements are the board. */
  doc: Y.Doc;
  readOnly: boolean;
  presence: Presence;
  roster: readonly RosterEntry[];
  /** Told where one is on the board. */
  onPlace: (change: PlaceChange) => void;
  /** Of exported files, without an ending. */
  fileName: string;
};

const ExcalidrawBoard = lazy(async () => ({
  default: (await import('./ExcalidrawBoard.tsx')).ExcalidrawBoard,
}));

/** A shared whiteboard. It fills what it is put into; its code is fetched when it is first shown. */
export function Board(props: BoardProps) {
  return (
    <CatchBoard>
      <Suspense fallback={<Loading label="Loading the whiteboard" />}>
        <ExcalidrawBoard {...props} />
      </Suspense>
    </CatchBoard>
  );
}

/** A whiteboard that breaks leaves the code beside it alone. */
export class CatchBoard extends Component<{ children: ReactNode }, { error?: unknown }> {
  override state: { error?: unknown } = {};

  static getDerivedStateFromError(error: unknown): { error: unknown } {
    return { error };
  }

  override render(): ReactNode {
    if (!('error' in this.state)) return this.props.children;
    return <ProblemNotice error={this.state.error} order={3} />;
  }
}
