import type { RosterEntry } from '@assay/contracts/live';
import type { ExcalidrawElement } from '@excalidraw/excalidraw/element/types';
import { getCommonBounds } from '@excalidraw/excalidraw';
import { useSyncExternalStore } from 'react';
import { personStyle } from '#features/live/presence/personColour.ts';
import { personOf, type Presence } from '#features/live/presence/presence.ts';
import classes from './Board.module.css';

/** What of the board can be seen: its coordinates and zoom, as Excalidraw counts them. */
export type BoardView = { scrollX: number; scrollY: number; zoom: number };

/** The others’ pointers, with their names, and what they have selected. */
export function BoardPeople({
  presence,
  roster,
  view,
  elements,
}: {
  presence: Presence;
  roster: readonly RosterEntry[];
  view: BoardView;
  elements: readonly ExcalidrawElement[];
}) {
  const others = useSyncExternalStore(presence.subscribe, presence.others);
  const place = (x: number, y: number) =>
    `translate(${(x + view.scrollX) * view.zoom}px, ${(y + view.scrollY) * view.zoom}px)`;
  return (
    <div className={classes.people} aria-hidden="true">
      {[...others].map(([connection, state]) => {
        const person = personOf(roster, connection);
        if (person === undefined || state.view !== 'board') return null;
        const { pointer, selected = [] } = state;
        return (
          <div key={connection} style={personStyle(person.colour)}>
            {elements
              .filter(({ id }) => selected.includes(id))
              .map((element) => {
                const [left, top, right, bottom] = getCommonBounds([element]);
                return (
                  <div
                    key={element.id}
                    className={classes.selected}
                    style={{
                      transform: place(left, top),
                      width: (right - left) * view.zoom,
                      height: (bottom - top) * view.zoom,
                    }}
                  />
                );
              })}
            {pointer ? (
              <div className={classes.pointer} style={{ transform: place(pointer.x, pointer.y) }}>
                <svg width="16" height="18" viewBox="0 0 16 18">
                  <path d="M1 1 L15 8 L8.5 10 L5.5 17 Z" />
                </svg>
                <span>{person.name}</span>
              </div>
            ) : null}
          </div>
        );
      })}
    </div>
  );
}
