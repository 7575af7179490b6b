import { Button, Kbd } from '@mantine/core';
import { IconCopy, IconPlayerPlay, IconPlayerStop, IconTrash } from '@tabler/icons-react';
import type { editor } from 'monaco-editor/editor/editor.api.js';
import { useCallback, useEffect, useEffectEvent, useState } from 'react';
import { modKey } from '#app/modKey.ts';
import { EditorPane } from '#features/attempt/workbench/editor/EditorPane.tsx';
import { useEditorOpener } from '#features/code/useEditorOpener.ts';
import { useTypes } from '#features/code/typescript/useTypes.ts';
import type { Draft } from '#features/author/bench/Draft.ts';
import { useDraftChanges, useDraftPaths } from '#features/author/bench/useDraft.ts';
import { useDraftModels } from '#features/author/bench/useDraftModels.ts';
import type { CodePlace } from '#features/code/CodeView.tsx';
import { useMonaco } from '#features/code/useMonaco.ts';
import classes from './CopyView.module.css';
import type { Copy } from './useCopy.ts';

/** The editor of a copy. It looks like one: nobody shall take it for what the candidate handed in. */
export function CopyView({
  copy,
  draft,
  entry,
  path,
  place,
  onOpen,
  onPlace,
}: {
  copy: Copy;
  draft: Draft;
  entry: string;
  path: string | undefined;
  place: CodePlace | undefined;
  onOpen: (path: string) => void;
  onPlace: (place: CodePlace) => void;
}) {
  const paths = useDraftPaths(draft);
  const changed = useDraftChanges(draft);
  const { monaco, error } = useMonaco();
  const folder = `copy-${draft.basedOn}`;
  const models = useDraftModels(monaco, draft, folder);
  const [instance, setInstance] = useState<editor.IStandaloneCodeEditor>();
  useTypes(monaco, models, [{ folder, entry }], false);
  const openPlace = useCallback((at: CodePlace) => onPlace(at), [onPlace]);
  useEditorOpener(monaco, models, openPlace);
  const active = path !== undefined && paths.includes(path) ? path : paths[0];

  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.shiftKey) return;
    event.preventDefault();
    event.stopPropagation();
    copy.run();
  });
  useEffect(() => {
    // Before the editor, in which the keys make a new line.
    window.addEventListener('keydown', press, { capture: true });
    return () => window.removeEventListener('keydown', press, { capture: true });
  }, []);

  return (
    <div className={classes.copy}>
      <header className={classes.head}>
        <IconCopy size={16} stroke={1.7} aria-hidden="true" />
        <p>
          <b>Your copy.</b> The submission stays as it is.
        </p>
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconTrash size={14} stroke={1.7} />}
          onClick={copy.discard}
        >
          Discard
        </Button>
        {copy.isRunning ? (
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconPlayerStop size={14} stroke={1.7} />}
            onClick={copy.stop}
          >
            Stop
          </Button>
        ) : (
          <Button
            size="compact-sm"
            leftSection={<IconPlayerPlay size={14} stroke={1.7} />}
            rightSection={<Kbd size="xs">{modKey} ↵</Kbd>}
            onClick={copy.run}
          >
            Run hidden tests
          </Button>
        )}
      </header>
      <div className={classes.editor}>
        <EditorPane
          monaco={monaco}
          monacoError={error}
          models={models}
          open={paths}
          active={active}
          hasFiles={paths.length > 0}
          opened
          readOnly={false}
          place={place}
          marked={{ paths: changed, meaning: 'edited in your copy' }}
          onOpen={onOpen}
          instance={instance}
          onEditor={setInstance}
        />
      </div>
    </div>
  );
}
