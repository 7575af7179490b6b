import { useEffect, useRef } from 'react';
import { Board } from '#features/live/board/Board.tsx';
import type { PlaceChange } from '#features/live/presence/OwnPlace.ts';
import { useLiveSession } from './LiveSession.ts';
import classes from './Pad.module.css';
import { useRights } from './usePadCode.ts';

/** The whiteboard in its place. Beside the code, one is where one acted last. */
export function BoardPane({
  onPlace,
  beside,
}: {
  onPlace: (change: PlaceChange) => void;
  beside: boolean;
}) {
  const { documents, presence, roster, status } = useLiveSession();
  const { mayWrite } = useRights(undefined);
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!beside) return undefined;
    const tell = ({ target }: Event) =>
      onPlace({ view: element.current?.contains(target as Node) ? 'board' : 'code' });
    window.addEventListener('pointerdown', tell, { capture: true });
    return () => window.removeEventListener('pointerdown', tell, { capture: true });
  }, [beside, onPlace]);
  const doc = documents.get('board')?.doc;
  if (doc === undefined) return null;
  return (
    <div
      ref={element}
      className={classes.board}
      data-beside={beside || undefined}
      data-pane="board"
      tabIndex={-1}
    >
      <Board
        key={doc.guid}
        doc={doc}
        readOnly={!mayWrite}
        presence={presence}
        roster={roster}
        onPlace={onPlace}
        fileName={`${status.title} whiteboard`}
      />
    </div>
  );
}
