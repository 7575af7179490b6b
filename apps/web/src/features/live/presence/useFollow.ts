import type { Awareness, RosterEntry } from '@assay/contracts/live';
import type { editor } from 'monaco-editor/editor/editor.api.js';
import { useCallback, useEffect, useRef, useState } from 'react';
import type * as Y from 'yjs';
import type { WorkspaceModels } from '#features/code/WorkspaceModels.ts';
import { decodeCursor } from './cursor.ts';
import { Follower } from './Follower.ts';
import type { PlaceChange } from './OwnPlace.ts';
import type { Presence } from './presence.ts';

/**
 * Following somebody: the page shows what they look at, until one types, clicks or turns the wheel.
 * `open` brings up a file or the board.
 */
export function useFollow({
  instance,
  models,
  files,
  presence,
  roster,
  open,
  onPlace,
}: {
  instance: editor.IStandaloneCodeEditor | undefined;
  models: WorkspaceModels | undefined;
  files: Y.Map<Y.Text>;
  presence: Presence;
  roster: readonly RosterEntry[];
  open: (view: Awareness['view'], file: string | undefined) => void;
  onPlace: (change: PlaceChange) => void;
}): { following: string | undefined; follow: (participantId: string) => void; stop: () => void } {
  const [following, setFollowing] = useState<string>();
  const follower = useRef<Follower>(null);
  const person = roster.find(({ participantId }) => participantId === following);
  const latest = useRef(person);
  useEffect(() => {
    latest.current = person;
  }, [person]);
  const stop = useCallback(() => setFollowing(undefined), []);

  useEffect(() => {
    onPlace({ following });
    if (following === undefined || latest.current === undefined) return undefined;
    const created = new Follower(presence, latest.current, {
      go: (place) => {
        open(place.view, place.file);
        if (instance !== undefined && isShown(instance, models, place.file))
          reveal(instance, place, files);
      },
      end: stop,
    });
    follower.current = created;
    return () => {
      follower.current = null;
      created.dispose();
    };
  }, [following, presence, instance, models, files, open, onPlace, stop]);

  useEffect(() => {
    if (following !== undefined) follower.current?.setPerson(person);
  }, [following, person]);

  useEffect(() => {
    if (following === undefined || instance === undefined) return undefined;
    const subscriptions = [
      // The file that they are in comes up after the place is known.
      instance.onDidChangeModel(() => follower.current?.again()),
      instance.onKeyDown(({ browserEvent: { key } }) => {
        if (!modifiers.has(key)) stop();
      }),
      instance.onMouseDown(stop),
    ];
    const element = instance.getDomNode();
    element?.addEventListener('wheel', stop, { passive: true });
    return () => {
      element?.removeEventListener('wheel', stop);
      for (const subscription of subscriptions) subscription.dispose();
    };
  }, [following, instance, stop]);

  return { following, follow: setFollowing, stop };
}

const modifiers = new Set(['Shift', 'Control', 'Alt', 'Meta']);

function isShown(
  instance: editor.IStandaloneCodeEditor,
  models: WorkspaceModels | undefined,
  file: string | undefined,
): boolean {
  const model = instance.getModel();
  return model !== null && file !== undefined && models?.pathOf(model.uri) === file;
}

/** Brings their cursor into view, or else the lines that they see. */
function reveal(
  instance: editor.IStandaloneCodeEditor,
  { file, cursors: [cursor] = [], lines }: Awareness,
  files: Y.Map<Y.Text>,
): void {
  const model = instance.getModel();
  const text = file === undefined ? undefined : files.get(file);
  if (model === null || text === undefined) return;
  const place = cursor === undefined ? undefined : decodeCursor(cursor, text);
  if (place !== undefined)
    instance.revealPositionInCenterIfOutsideViewport(model.getPositionAt(place.head));
  else if (lines !== undefined) instance.revealLinesNearTop(...lines);
}
