import type { LiveView } from '@assay/workspace/browser';
import { notifications } from '@mantine/notifications';
import { useEffect, useState } from 'react';
import {
  Group,
  Panel,
  type PanelImperativeHandle,
  Separator,
  useDefaultLayout,
  usePanelRef,
} from 'react-resizable-panels';
import { KeyHelp } from '#features/attempt/workbench/KeyHelp.tsx';
import { focusNextPane } from '#features/attempt/workbench/focusNextPane.ts';
import { QuickOpen } from '#features/attempt/workbench/navigate/QuickOpen.tsx';
import { SettingsDialog } from '#features/attempt/workbench/settings/SettingsDialog.tsx';
import { StatusBar } from '#features/attempt/workbench/StatusBar.tsx';
import { useKeys } from '#features/attempt/workbench/useKeys.ts';
import bench from '#features/attempt/workbench/Workbench.module.css';
import { CallStrip } from '#features/live/call/CallStrip.tsx';
import { ChatAnnouncer } from '#features/live/chat/ChatAnnouncer.tsx';
import panes from '#panes/Resizable.module.css';
import { FocusCover } from './focus/FocusCover.tsx';
import { useLiveSession } from './LiveSession.ts';
import { BoardPane } from './BoardPane.tsx';
import { CodePane } from './CodePane.tsx';
import { Notes } from './Notes.tsx';
import { PadBar } from './PadBar.tsx';
import { PadBottom } from './PadBottom.tsx';
import { padKeys } from './padKeys.ts';
import { PadRail } from './PadRail.tsx';
import type { PanelTab } from '#features/attempt/workbench/BottomPanel.tsx';
import { RunControls } from '#features/live/runs/RunControls.tsx';
import { usePadRuns } from '#features/live/runs/usePadRuns.ts';
import { useAddPrepared } from './useAddPrepared.ts';
import { useAddTest } from './useAddTest.ts';
import { type PadView, usePadCode, usePadSaveState, useRights } from './usePadCode.ts';

/** Where a session takes place: people, files, editor, whiteboard, and a rail for what belongs beside them. */
export function Pad({ lost }: { lost: LiveView['lost'] }) {
  const { sessionId, status, self } = useLiveSession();
  const [view, setView] = useState<PadView>('code');
  const code = usePadCode(view, setView);
  const saveState = usePadSaveState();
  const [dialog, setDialog] = useState<'keys' | 'settings' | 'quick-open'>();
  const [searching, setSearching] = useState(false);
  const rail = usePanelRef();
  const bottom = usePanelRef();
  const rows = useDefaultLayout({ id: 'assay/pad-rows', panelIds: ['code', 'bottom'] });
  const layout = useDefaultLayout({ id: 'assay/pad', panelIds: ['work', 'rail'] });
  useAddPrepared(self.role === 'interviewer' && status.state !== 'ended');
  const runs = usePadRuns();
  const [tab, setTab] = useState<PanelTab>('tests');
  const { mayWrite } = useRights(undefined);
  const addTest = useAddTest(code, {
    enabled: mayWrite && code.opened,
    http: runs.state.offers?.http ?? false,
  });
  const run = (suite: 'public' | 'hidden') => {
    setTab('tests');
    openBottom(bottom.current);
    void runs.ask({ kind: 'tests', suite });
  };
  const { right } = runs;
  const isRunning = runs.goingOn.length > 0;
  useEffect(() => {
    // What somebody runs is for all to see; who folds it away later has seen it.
    if (isRunning) openBottom(bottom.current);
  }, [isRunning, bottom]);
  useKeys({
    ...(right.may === 'run' && {
      run: () => run('public'),
      ...(right.hidden && { submit: () => run('hidden') }),
    }),
    help: () => setDialog('keys'),
    nextPane: focusNextPane,
    quickOpen: () => setDialog('quick-open'),
    search: () => setSearching(true),
  });
  useEffect(() => {
    document.title = `${status.title} · Assay`;
  }, [status.title]);
  useEffect(() => {
    if (lost === undefined) return;
    notifications.show({
      id: 'lost',
      title: 'Your last change was not taken',
      message: `${lost.message} What you see is what everybody sees; everything else of yours is in place.`,
      color: 'orange',
    });
  }, [lost]);

  const isLookingAway = status.focus !== undefined && self.role !== 'candidate';
  const choose = (next: PadView) => {
    code.follow.stop();
    setView(next);
  };
  return (
    <div className={bench.workbench} data-session={sessionId}>
      <PadBar
        view={view}
        onView={choose}
        follow={code.follow}
        saveState={isLookingAway ? undefined : saveState}
        onKeys={() => setDialog('keys')}
        onSettings={() => setDialog('settings')}
        run={<RunControls runs={runs} mayWrite={mayWrite} onRun={run} onAddTest={addTest} />}
      />
      <CallStrip />
      <ChatAnnouncer />
      <Notes />
      <main className={panes.bench}>
        <Group className={panes.group} {...layout} orientation="horizontal">
          <Panel id="work" minSize={480}>
            <Group className={panes.group} {...rows} orientation="vertical">
              <Panel id="code" minSize={160}>
                {isLookingAway ? <FocusCover /> : null}
                <Work
                  hidden={isLookingAway}
                  view={view}
                  code={code}
                  searching={searching}
                  onSearching={setSearching}
                />
              </Panel>
              <Separator className={panes.row} aria-label="Height of the panel below" />
              <Panel
                id="bottom"
                panelRef={bottom}
                defaultSize={36}
                minSize={36}
                collapsible
                collapsedSize={36}
                groupResizeBehavior="preserve-pixel-size"
              >
                <PadBottom code={code} runs={runs} tab={tab} onTab={setTab} />
              </Panel>
            </Group>
          </Panel>
          <Separator className={panes.column} aria-label="Width of the side panel" />
          <Panel
            id="rail"
            panelRef={rail}
            defaultSize={320}
            minSize={260}
            maxSize={560}
            collapsible
            collapsedSize={0}
          >
            <PadRail />
          </Panel>
        </Group>
        <StatusBar
          instance={code.instance}
          path={view === 'board' || isLookingAway ? undefined : code.tabs.active}
          saveState={saveState}
          hallmark={runs.shown?.verdict?.hallmark}
          problems={code.problems}
          onProblems={() => {
            setTab('problems');
            openBottom(bottom.current);
          }}
          toggles="the side panel"
          onToggleBrief={() => {
            if (rail.current?.isCollapsed()) rail.current.expand();
            else rail.current?.collapse();
          }}
        />
      </main>
      <QuickOpen
        opened={dialog === 'quick-open'}
        paths={code.paths}
        onClose={() => setDialog(undefined)}
        onOpen={code.openFile}
      />
      <SettingsDialog opened={dialog === 'settings'} onClose={() => setDialog(undefined)} />
      <KeyHelp
        opened={dialog === 'keys'}
        onClose={() => setDialog(undefined)}
        first={padKeys(self.role)}
      />
    </div>
  );
}

/** Makes room for what is below the code, where there is none. */
function openBottom(bottom: PanelImperativeHandle | null): void {
  if (bottom !== null && bottom.getSize().inPixels < 120) bottom.resize('38%');
}

/** Code and board, as far as they are in front. What is behind keeps its place. */
function Work({
  hidden,
  view,
  ...code
}: { hidden: boolean; view: PadView } & Parameters<typeof CodePane>[0]) {
  return (
    <div style={{ display: hidden ? 'none' : 'flex', height: '100%' }}>
      <div style={{ display: view === 'board' ? 'none' : 'block', flex: 1, minWidth: 0 }}>
        <CodePane {...code} />
      </div>
      {view === 'code' ? null : (
        <div style={{ flex: 1, minWidth: 0 }}>
          <BoardPane onPlace={code.code.onPlace} beside={view === 'both'} />
        </div>
      )}
    </div>
  );
}
