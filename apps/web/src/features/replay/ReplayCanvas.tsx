import '#features/live/board/excalidrawAssets.ts';
import '@excalidraw/excalidraw/index.css';
import { describeBoard, readBoard } from '@assay/workspace/board';
import { CaptureUpdateAction, Excalidraw, restoreElements } from '@excalidraw/excalidraw';
import type { ExcalidrawImperativeAPI } from '@excalidraw/excalidraw/types';
import { useComputedColorScheme } from '@mantine/core';
import { useEffect, useMemo, useRef, useState } from 'react';
import type * as Y from 'yjs';
import classes from '#features/live/board/Board.module.css';
import { BoardLines } from '#features/live/board/BoardSummary.tsx';
import { nameMenu } from '#features/live/board/nameMenu.ts';
import { tokens } from '#theme/tokens.ts';

const uiOptions = {
  canvasActions: {
    changeViewBackgroundColor: false,
    clearCanvas: false,
    export: false,
    loadScene: false,
    saveAsImage: false,
    saveToActiveFile: false,
    toggleTheme: false,
  },
} as const;

/** Excalidraw, showing what a document holds: always all of it, since a replay goes back as well as on. */
export function ReplayCanvas({ doc, version }: { doc: Y.Doc; version: number }) {
  const scheme = useComputedColorScheme('light');
  const element = useRef<HTMLElement>(null);
  const [surface, setSurface] = useState<ExcalidrawImperativeAPI>();
  /** The surface begins by itself with what it is given first; until then it would forget anything else. */
  const [ready, setReady] = useState(false);
  const elements = useMemo(
    () => readBoard(doc),
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the document changes without becoming another object
    [doc, version],
  );
  const [initialData] = useState(() => ({
    elements: elements as never,
    appState: { viewBackgroundColor: tokens.normal.light.panel },
    scrollToContent: true,
  }));
  const wasEmpty = useRef(elements.length === 0);
  useEffect(() => {
    if (surface === undefined || !ready) return;
    surface.updateScene({
      elements: restoreElements(elements as never, null),
      captureUpdate: CaptureUpdateAction.NEVER,
    });
    if (wasEmpty.current && elements.length > 0) surface.scrollToContent();
    wasEmpty.current = elements.length === 0;
  }, [surface, ready, elements]);
  return (
    <section ref={element} className={classes.board} aria-label="Whiteboard">
      <div className={classes.surface}>
        <Excalidraw
          excalidrawAPI={setSurface}
          initialData={initialData}
          viewModeEnabled
          theme={scheme}
          langCode="en"
          aiEnabled={false}
          validateEmbeddable={false}
          handleKeyboardGlobally={false}
          UIOptions={uiOptions}
          onChange={() => {
            setReady(true);
            if (element.current !== null) nameMenu(element.current);
          }}
        />
      </div>
      <BoardLines lines={describeBoard(elements)} />
    </section>
  );
}
