import type { Awareness, RosterEntry } from '@assay/contracts/live';
import { SegmentedControl } from '@mantine/core';
import type { editor } from 'monaco-editor/editor/editor.api.js';
import { useCallback, useEffect, useState } from 'react';
import { Loading } from '#app/Loading.tsx';
import { ProblemNotice } from '#app/ProblemNotice.tsx';
import { CodeEditor } from '#features/code/CodeEditor.tsx';
import { FileTabs } from '#features/code/FileTabs.tsx';
import { useMonaco } from '#features/code/useMonaco.ts';
import { WorkspaceModels } from '#features/code/WorkspaceModels.ts';
import { Board } from '#features/live/board/Board.tsx';
import { FilePeople } from '#features/live/presence/FilePeople.tsx';
import type { PlaceChange } from '#features/live/presence/OwnPlace.ts';
import { PeopleBar } from '#features/live/presence/PeopleBar.tsx';
import { useFollow } from '#features/live/presence/useFollow.ts';
import { useOwnCursor } from '#features/live/presence/useOwnCursor.ts';
import { useRemoteCursors } from '#features/live/presence/useRemoteCursors.ts';
import type { PlaygroundPerson } from './openPlayground.ts';
import classes from './Playground.module.css';

/** What one of two people has before them: people, files, editor, whiteboard. */
export function PlaygroundSide({
  person,
  roster,
  readOnly,
}: {
  person: PlaygroundPerson;
  roster: RosterEntry[];
  readOnly: boolean;
}) {
  const { entry, files, presence, place } = person;
  const { monaco, error } = useMonaco();
  const [view, setView] = useState<Awareness['view']>('code');
  const [path, setPath] = useState('src/app.ts');
  const [models, setModels] = useState<WorkspaceModels>();
  const [instance, setInstance] = useState<editor.IStandaloneCodeEditor>();

  useEffect(() => {
    if (monaco === undefined) return undefined;
    const folder = `playground/${entry.role}`;
    const created = new WorkspaceModels(monaco, files, folder, `assay/undo/${folder}`);
    setModels(created);
    return () => {
      setModels(undefined);
      created.dispose();
    };
  }, [monaco, files, entry]);

  const onPlace = useCallback((change: PlaceChange) => place.tell(change), [place]);
  const open = useCallback((next: Awareness['view'], file: string | undefined) => {
    setView(next);
    if (file !== undefined) setPath(file);
  }, []);
  useEffect(() => onPlace({ view }), [view, onPlace]);
  const shown = { instance, models, files, presence, roster, onPlace };
  useOwnCursor(shown);
  useRemoteCursors({ ...shown, monaco });
  const { following, follow, stop } = useFollow({ ...shown, open });
  const choose = (next: Awareness['view'], file = path) => {
    stop();
    open(next, file);
  };

  return (
    <section className={classes.side} aria-label={`What ${entry.role} sees`}>
      <header className={classes.head}>
        <PeopleBar
          roster={roster}
          presence={presence}
          self={entry.participantId}
          following={following}
          onFollow={follow}
          onStop={stop}
        />
        <SegmentedControl
          size="xs"
          aria-label="What is in front"
          data={[
            { value: 'code', label: 'Code' },
            { value: 'board', label: 'Whiteboard' },
          ]}
          value={view}
          onChange={(next) => choose(next === 'board' ? 'board' : 'code')}
        />
      </header>
      <div className={classes.content} data-shown={view === 'code'}>
        <FileTabs
          open={[...files.keys()]}
          active={path}
          badge={(file) => <FilePeople path={file} presence={presence} roster={roster} />}
          onOpen={(file) => choose('code', file)}
        />
        <div className={classes.editor}>
          {error === undefined ? null : <ProblemNotice error={error} order={3} />}
          {monaco === undefined ? (
            <Loading label="Loading the editor" />
          ) : (
            <CodeEditor
              monaco={monaco}
              model={models?.get(path) ?? null}
              label={`${path} of the ${entry.role}`}
              readOnly={readOnly}
              onEditor={setInstance}
            />
          )}
        </div>
      </div>
      {view === 'board' ? (
        <div className={classes.content} data-shown>
          <Board
            doc={person.board}
            readOnly={readOnly}
            presence={presence}
            roster={roster}
            onPlace={onPlace}
            fileName="whiteboard"
          />
        </div>
      ) : null}
    </section>
  );
}
