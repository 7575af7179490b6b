import type { SaveState } from '@assay/workspace/browser';
import { UnstyledButton } from '@mantine/core';
import { IconLayoutSidebar } from '@tabler/icons-react';
import type { editor } from 'monaco-editor/editor/editor.api.js';
import { useEffect, useState } from 'react';
import { languageOf } from '#features/code/languageOf.ts';
import { Hallmark } from '#features/verdict/Hallmark.tsx';
import classes from './StatusBar.module.css';

/** Where the cursor is, in what language, whether we are connected, and the last hallmark. */
export function StatusBar({
  instance,
  path,
  saveState,
  hallmark,
  onToggleBrief,
}: {
  instance: editor.IStandaloneCodeEditor | undefined;
  path: string | undefined;
  saveState: SaveState;
  hallmark: string | undefined;
  onToggleBrief: () => void;
}) {
  const [position, setPosition] = useState({ lineNumber: 1, column: 1 });
  useEffect(() => {
    const subscription = instance?.onDidChangeCursorPosition((event) =>
      setPosition(event.position),
    );
    return () => subscription?.dispose();
  }, [instance]);
  const isOnline = saveState.kind !== 'offline';
  return (
    <footer className={`${classes.bar} numbers`} aria-label="Status">
      <UnstyledButton
        className={classes.toggle}
        onClick={onToggleBrief}
        aria-label="Show or hide the statement"
      >
        <IconLayoutSidebar size={15} stroke={1.6} />
      </UnstyledButton>
      {path === undefined ? null : (
        <>
          <span>
            Line {position.lineNumber}, column {position.column}
          </span>
          <span>{languageOf(path).label}</span>
        </>
      )}
      <span className={classes.connection} data-online={isOnline || undefined}>
        {isOnline ? 'Connected' : 'Not connected'}
      </span>
      <span className={classes.space} />
      {hallmark ? <Hallmark value={hallmark} /> : null}
    </footer>
  );
}
