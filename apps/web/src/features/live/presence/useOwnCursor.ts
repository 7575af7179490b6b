import type { editor } from 'monaco-editor/editor/editor.api.js';
import { useEffect } from 'react';
import type * as Y from 'yjs';
import type { WorkspaceModels } from '#features/code/WorkspaceModels.ts';
import { encodeCursor } from './cursor.ts';
import type { PlaceChange } from './OwnPlace.ts';

/** Cursors that are told to others; as many as the contract takes. */
const maxCursors = 20;

/** Tells where one is in an editor: file, cursors, and the lines that can be seen. */
export function useOwnCursor({
  instance,
  models,
  files,
  onPlace,
}: {
  instance: editor.IStandaloneCodeEditor | undefined;
  models: WorkspaceModels | undefined;
  files: Y.Map<Y.Text>;
  onPlace: (change: PlaceChange) => void;
}): void {
  useEffect(() => {
    if (instance === undefined || models === undefined) return undefined;
    const tell = () => onPlace(placeIn(instance, models, files));
    const subscriptions = [
      instance.onDidChangeCursorSelection(tell),
      instance.onDidChangeModel(tell),
      instance.onDidScrollChange(tell),
    ];
    tell();
    return () => {
      for (const subscription of subscriptions) subscription.dispose();
    };
  }, [instance, models, files, onPlace]);
}

function placeIn(
  instance: editor.IStandaloneCodeEditor,
  models: WorkspaceModels,
  files: Y.Map<Y.Text>,
): PlaceChange {
  const model = instance.getModel();
  const file = model === null ? undefined : models.pathOf(model.uri);
  const text = file === undefined ? undefined : files.get(file);
  if (model === null || text === undefined)
    return { file: undefined, cursors: undefined, lines: undefined };
  const cursors = (instance.getSelections() ?? []).slice(0, maxCursors).map((selection) => {
    const anchor = {
      lineNumber: selection.selectionStartLineNumber,
      column: selection.selectionStartColumn,
    };
    return encodeCursor(text, {
      anchor: model.getOffsetAt(anchor),
      head: model.getOffsetAt(selection.getPosition()),
    });
  });
  const ranges = instance.getVisibleRanges();
  const [first, last] = [ranges[0]?.startLineNumber, ranges.at(-1)?.endLineNumber];
  const lines: [number, number] | undefined =
    first === undefined || last === undefined ? undefined : [first, last];
  return { file, cursors, lines };
}
