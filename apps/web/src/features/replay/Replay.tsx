import { NativeSelect, SegmentedControl } from '@mantine/core';
import { type ReactNode, useMemo, useState } from 'react';
import { Group, Panel, Separator, useDefaultLayout } from 'react-resizable-panels';
import panes from '#panes/Resizable.module.css';
import { changesOf, type Followed, placeOfAction } from './followed.ts';
import classes from './Replay.module.css';
import { ReplayBoard } from './ReplayBoard.tsx';
import { ReplayCode } from './ReplayCode.tsx';
import { ReplayControls } from './ReplayControls.tsx';
import { ReplayList } from './ReplayList.tsx';
import type { ReplayMark, ReplaySource } from './replaySource.ts';
import { ReplayTimeline } from './ReplayTimeline.tsx';
import { useRecordings } from './useRecordings.ts';
import { useReplayClock } from './useReplayClock.ts';
import { useReplayKeys } from './useReplayKeys.ts';

type View = 'code' | 'both' | 'board';

/** Plays what happened to files, and to a whiteboard where there is one, with everything that happened beside them. */
export function Replay({
  source,
  start,
  empty,
  actions,
  output,
}: {
  source: ReplaySource;
  start: { atMs?: number | undefined; playing?: boolean | undefined };
  /** Said in the list where nothing happened beside the changes. */
  empty: ReactNode;
  /** At the end of the controls, for a moment. */
  actions?: (atMs: number) => ReactNode;
  /** Below the code: what the last run until a moment gave. */
  output?: ((mark: ReplayMark) => ReactNode) | undefined;
}) {
  const { changes, board, people, marks, describe } = source;
  const { recordings, moments, drawn, shownAt } = useRecordings(source);
  const clock = useReplayClock(moments, source.span, start);
  useReplayKeys(clock, marks);
  const [followed, setFollowed] = useState<Followed>('anyone');
  const [chosenPath, setChosenPath] = useState<string>();
  const [chosenView, setChosenView] = useState<View>('code');
  const layout = useDefaultLayout({ id: 'assay/replay', panelIds: ['work', 'list'] });

  const atMs = shownAt(clock.atMs);
  const own = useMemo(() => changesOf(changes, followed), [changes, followed]);
  const ownDrawn = useMemo(() => changesOf(drawn, followed), [drawn, followed]);
  const action = placeOfAction(own, ownDrawn, atMs);
  const change = action?.view === 'code' ? action.change : undefined;
  const view = chosenView === 'both' ? 'both' : (action?.view ?? chosenView);
  const lastRun = marks.findLast((mark) => mark.kind === 'run' && mark.atMs <= atMs);

  const rows = useDefaultLayout({
    id: 'assay/replay-rows',
    panelIds: lastRun && output ? ['shown', 'output'] : ['shown'],
  });

  const chooseView = (next: View) => {
    setChosenView(next);
    if (next !== 'both') setFollowed('nobody');
  };
  const openFile = (path: string) => {
    setFollowed('nobody');
    setChosenView(view);
    setChosenPath(path);
  };
  const follow = (value: string) => {
    // Who stops to follow stays where they are.
    if (value === 'nobody') {
      setChosenView(view);
      setChosenPath(change?.path ?? chosenPath);
    }
    setFollowed(value === 'anyone' || value === 'nobody' ? value : { id: value });
  };

  const work = (
    <div className={classes.work}>
      {view === 'board' ? null : (
        <ReplayCode
          doc={recordings.code.at(atMs)}
          version={recordings.code.countUntil(atMs)}
          changes={changes}
          people={people}
          atMs={atMs}
          path={change?.path ?? chosenPath ?? own[0]?.path}
          reveal={change?.author}
          onOpen={openFile}
        />
      )}
      {view === 'code' || board === undefined ? null : (
        <ReplayBoard doc={recordings.board.at(atMs)} version={recordings.board.countUntil(atMs)} />
      )}
    </div>
  );
  return (
    <div className={classes.replay}>
      <Group className={panes.group} {...layout} orientation="horizontal">
        <Panel id="work" minSize={360}>
          <Group
            className={panes.group}
            {...rows}
            orientation="vertical"
            style={{ height: '100%' }}
          >
            <Panel id="shown" minSize={120}>
              {work}
            </Panel>
            {lastRun && output ? (
              <>
                <Separator className={panes.row} aria-label="Height of the run" />
                <Panel id="output" defaultSize="34%" minSize={60}>
                  {output(lastRun)}
                </Panel>
              </>
            ) : null}
          </Group>
        </Panel>
        <Separator className={panes.column} aria-label="Width of the list" />
        <Panel id="list" defaultSize={340} minSize={240} maxSize={560}>
          <ReplayList
            marks={marks}
            atMs={clock.atMs}
            describe={describe}
            onSeek={clock.seek}
            empty={empty}
          />
        </Panel>
      </Group>
      <ReplayControls source={source} clock={clock}>
        {board === undefined ? null : (
          <SegmentedControl
            size="xs"
            aria-label="What is in front"
            data={views}
            value={view}
            onChange={chooseView}
          />
        )}
        <NativeSelect
          size="xs"
          aria-label="Follow"
          value={typeof followed === 'string' ? followed : followed.id}
          data={[
            { value: 'anyone', label: 'Follow whoever acts' },
            ...people.map(({ id, name }) => ({ value: id, label: `Follow ${name}` })),
            { value: 'nobody', label: 'Follow nobody' },
          ]}
          onChange={({ currentTarget: { value } }) => follow(value)}
        />
        {actions?.(clock.atMs)}
      </ReplayControls>
      <ReplayTimeline source={source} clock={clock} />
    </div>
  );
}

const views: { value: View; label: string }[] = [
  { value: 'code', label: 'Code' },
  { value: 'both', label: 'Both' },
  { value: 'board', label: 'Whiteboard' },
];
