import type { SaveState } from '@assay/workspace/browser';
import { UnstyledButton } from '@mantine/core';
import { IconCircleX, IconLayoutSidebar } from '@tabler/icons-react';
import type { editor } from 'monaco-editor/editor/editor.api.js';
import { useEffect, useState } from 'react';
import { languageOf } from '#features/code/languageOf.ts';
import { useEditorSettings } from '#features/code/settings/useEditorSettings.ts';
import { useKeymap } from '#features/code/settings/useKeymap.ts';
import { Hallmark } from '#features/verdict/Hallmark.tsx';
import type { Problem } from './problems/useProblems.ts';
import classes from './StatusBar.module.css';

/** Where the cursor is, in what language, whether we are connected, and the last hallmark. */
export function StatusBar({
  instance,
  path,
  saveState,
  hallmark,
  problems,
  onProblems,
  toggles = 'the statement',
  onToggleBrief,
}: {
  instance: editor.IStandaloneCodeEditor | undefined;
  path: string | undefined;
  saveState: SaveState;
  hallmark: string | undefined;
  problems: Problem[];
  onProblems: () => void;
  /** What the button at its beginning shows or hides. */
  toggles?: string;
  onToggleBrief: () => void;
}) {
  const { keys, tabSize } = useEditorSettings();
  const [mode, setMode] = useState<HTMLElement | null>(null);
  useKeymap(instance, keys, mode);
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
        aria-label={`Show or hide ${toggles}`}
      >
        <IconLayoutSidebar size={15} stroke={1.6} />
      </UnstyledButton>
      {path === undefined ? null : (
        <>
          <span>
            Line {position.lineNumber}, column {position.column}
          </span>
          <span>{languageOf(path).label}</span>
          <span>{languageOf(path).indent ?? tabSize} spaces</span>
        </>
      )}
      <UnstyledButton className={classes.problems} onClick={onProblems}>
        <IconCircleX size={14} stroke={1.7} aria-hidden="true" />
        {problems.length === 1 ? '1 problem' : `${problems.length} problems`}
      </UnstyledButton>
      {keys === 'vim' ? <span ref={setMode} className={classes.mode} /> : null}
      {keys === 'emacs' ? <span>Emacs keys</span> : null}
      <span className={classes.connection} data-online={isOnline || undefined}>
        {isOnline ? 'Connected' : 'Not connected'}
      </span>
      <span className={classes.space} />
      {hallmark ? <Hallmark value={hallmark} /> : null}
    </footer>
  );
}
