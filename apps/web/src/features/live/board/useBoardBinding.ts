import { BoardBinding, type BoardScene } from '@assay/workspace/board';
import { CaptureUpdateAction, reconcileElements, restoreElements } from '@excalidraw/excalidraw';
import type { RemoteExcalidrawElement } from '@excalidraw/excalidraw/data/reconcile';
import type { AppState, ExcalidrawImperativeAPI } from '@excalidraw/excalidraw/types';
import { useCallback, useLayoutEffect, useRef } from 'react';
import type * as Y from 'yjs';
import { refusalWords } from './refusalWords.ts';

/** Keeps the drawing surface and a document the same; returns what the surface calls after each of its changes. */
export function useBoardBinding(
  surface: ExcalidrawImperativeAPI | undefined,
  doc: Y.Doc,
  readOnly: boolean,
): (state: AppState) => void {
  const binding = useRef<BoardBinding>(null);
  const isReadOnly = useRef(readOnly);
  // A layout effect ends before the surface does, while it still knows what was drawn last.
  useLayoutEffect(() => {
    if (surface === undefined) return undefined;
    const created = new BoardBinding(doc, sceneOf(surface), {
      readOnly: isReadOnly.current,
      onRefused: (reason) =>
        surface.setToast({ message: refusalWords[reason], closable: true, duration: 10_000 }),
    });
    binding.current = created;
    return () => {
      binding.current = null;
      created.dispose();
    };
  }, [surface, doc]);
  useLayoutEffect(() => {
    isReadOnly.current = readOnly;
    binding.current?.setReadOnly(readOnly);
  }, [readOnly]);
  return useCallback((state: AppState) => binding.current?.sceneChanged(isSettled(state)), []);
}

function sceneOf(surface: ExcalidrawImperativeAPI): BoardScene {
  return {
    elements: () => surface.getSceneElementsIncludingDeleted(),
    merge: (elements) => {
      const local = surface.getSceneElementsIncludingDeleted();
      const restored = restoreElements(elements as never, null) as RemoteExcalidrawElement[];
      surface.updateScene({
        elements: reconcileElements(local, restored, surface.getAppState()),
        // Undo is for what this person did.
        captureUpdate: CaptureUpdateAction.NEVER,
      });
    },
  };
}

/** Whether nobody is in the middle of a stroke, a drag or a word. */
function isSettled({
  cursorButton,
  newElement,
  multiElement,
  editingTextElement,
}: AppState): boolean {
  return cursorButton === 'up' && !newElement && !multiElement && !editingTextElement;
}
