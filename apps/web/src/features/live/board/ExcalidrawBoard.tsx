import './excalidrawAssets.ts';
import '@excalidraw/excalidraw/index.css';
import { readBoard } from '@assay/workspace/board';
import {
  CaptureUpdateAction,
  convertToExcalidrawElements,
  Excalidraw,
  getCommonBounds,
  MainMenu,
} from '@excalidraw/excalidraw';
import type { AppState, ExcalidrawImperativeAPI } from '@excalidraw/excalidraw/types';
import { useComputedColorScheme } from '@mantine/core';
import { useCallback, useRef, useState } from 'react';
import { tokens } from '#theme/tokens.ts';
import classes from './Board.module.css';
import type { BoardProps } from './Board.tsx';
import { BoardBar } from './BoardBar.tsx';
import { BoardPeople, type BoardView } from './BoardPeople.tsx';
import { BoardSummary } from './BoardSummary.tsx';
import { type BoardShape, drawShape } from './boardShapes.ts';
import { type BoardFormat, exportBoard, saveFile } from './exportBoard.ts';
import { findFreePlace } from './findFreePlace.ts';
import { nameMenu } from './nameMenu.ts';
import { useBoardBinding } from './useBoardBinding.ts';

const uiOptions = {
  canvasActions: {
    changeViewBackgroundColor: false,
    export: false,
    loadScene: false,
    saveAsImage: false,
    saveToActiveFile: false,
    toggleTheme: false,
  },
  tools: { image: false },
} as const;

/** Excalidraw bound to a document. Fetched by `Board`. */
export function ExcalidrawBoard({
  doc,
  readOnly,
  presence,
  roster,
  onPlace,
  fileName,
}: BoardProps) {
  const scheme = useComputedColorScheme('light');
  const element = useRef<HTMLElement>(null);
  const [surface, setSurface] = useState<ExcalidrawImperativeAPI>();
  const [view, setView] = useState<BoardView>({ scrollX: 0, scrollY: 0, zoom: 1 });
  const noteChange = useBoardBinding(surface, doc, readOnly);
  const [initialData] = useState(() => ({
    elements: readBoard(doc) as never,
    appState: { viewBackgroundColor: tokens.normal.light.panel },
    scrollToContent: true,
  }));

  const onChange = useCallback(
    (_: unknown, state: AppState) => {
      noteChange(state);
      if (element.current !== null) nameMenu(element.current);
      const next = { scrollX: state.scrollX, scrollY: state.scrollY, zoom: state.zoom.value };
      setView((shown) => (isSame(shown, next) ? shown : next));
      const selected = Object.keys(state.selectedElementIds).slice(0, maxSelected);
      onPlace({ selected: selected.length > 0 ? selected : undefined });
    },
    [noteChange, onPlace],
  );
  const onPointerUpdate = useCallback(
    ({ pointer: { x, y }, button }: { pointer: { x: number; y: number }; button: string }) =>
      onPlace({ pointer: { x: Math.round(x), y: Math.round(y), down: button === 'down' } }),
    [onPlace],
  );

  const putShape = (shape: BoardShape) => {
    if (surface !== undefined) addShape(surface, shape);
  };
  const saveAs = async (format: BoardFormat) => {
    if (surface !== undefined)
      saveFile(await exportBoard(surface, format), `${fileName}.${format}`);
  };

  return (
    <section ref={element} className={classes.board} aria-label="Whiteboard">
      <BoardBar readOnly={readOnly} onShape={putShape} onExport={(format) => void saveAs(format)} />
      <div className={classes.surface} onPointerLeave={() => onPlace({ pointer: undefined })}>
        <Excalidraw
          excalidrawAPI={setSurface}
          initialData={initialData}
          viewModeEnabled={readOnly}
          theme={scheme}
          langCode="en"
          aiEnabled={false}
          validateEmbeddable={false}
          handleKeyboardGlobally={false}
          UIOptions={uiOptions}
          onChange={onChange}
          onPointerUpdate={onPointerUpdate}
        >
          <MainMenu>
            <MainMenu.DefaultItems.SearchMenu />
            <MainMenu.DefaultItems.Help />
            {readOnly ? null : <MainMenu.DefaultItems.ClearCanvas />}
          </MainMenu>
        </Excalidraw>
        <BoardPeople
          presence={presence}
          roster={roster}
          view={view}
          elements={surface?.getSceneElements() ?? []}
        />
      </div>
      <BoardSummary doc={doc} />
    </section>
  );
}

/** Of selected elements told to others; as many as the contract takes. */
const maxSelected = 50;

/** Between the edges of the board and new shapes, px: Excalidraw’s own buttons stand there. */
const margin = 90;

/** From this width of the board on, px, Excalidraw keeps the styles of what is selected at its left, this wide. */
const widthWithStyles = 900;
const stylesWidth = 150;

function isSame(a: BoardView, b: BoardView): boolean {
  return a.scrollX === b.scrollX && a.scrollY === b.scrollY && a.zoom === b.zoom;
}

/** Puts a shape to the upper left of what is seen, or beside what is there, and selects it. */
function addShape(surface: ExcalidrawImperativeAPI, shape: BoardShape): void {
  const drawn = convertToExcalidrawElements(drawShape(shape));
  const [x0, y0, x1, y1] = getCommonBounds(drawn);
  const size = { width: x1 - x0, height: y1 - y0 };
  const { scrollX, scrollY, zoom, width } = surface.getAppState();
  const left = width > widthWithStyles ? margin + stylesWidth : margin;
  const start = { x: left / zoom.value - scrollX, y: margin / zoom.value - scrollY };
  const { x, y } = findFreePlace(size, start, {
    within: (width - left - margin) / zoom.value,
    taken: surface.getSceneElements(),
  });
  const placed = drawn.map((part) => ({ ...part, x: part.x + x - x0, y: part.y + y - y0 }));
  surface.updateScene({
    elements: [...surface.getSceneElementsIncludingDeleted(), ...placed],
    appState: {
      selectedElementIds: Object.fromEntries(placed.map(({ id }) => [id, true as const])),
    },
    captureUpdate: CaptureUpdateAction.IMMEDIATELY,
  });
}
