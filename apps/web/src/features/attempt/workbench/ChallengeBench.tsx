import type { CandidateAttempt, CandidateSubmission, CandidateTest } from '@assay/contracts/http';
import type { SaveState } from '@assay/workspace/browser';
import { notifications } from '@mantine/notifications';
import type { editor } from 'monaco-editor/editor/editor.api.js';
import { useCallback, useState } from 'react';
import { Group, Panel, Separator, useDefaultLayout, usePanelRef } from 'react-resizable-panels';
import type { AttemptWorkspace } from '#features/attempt/workspace/AttemptWorkspace.ts';
import { useOpened, usePaths } from '#features/attempt/workspace/useWorkspace.ts';
import type { CodePlace } from '#features/code/CodeView.tsx';
import type { MonacoApi } from '#features/code/loadMonaco.ts';
import type { WorkspaceModels } from '#features/code/WorkspaceModels.ts';
import { BottomPanel } from './BottomPanel.tsx';
import { BriefPanel } from './BriefPanel.tsx';
import classes from '#panes/Resizable.module.css';
import { EditorPane } from './EditorPane.tsx';
import { FileRail } from './FileRail.tsx';
import { StatusBar } from './StatusBar.tsx';
import { UndoDelete } from './UndoDelete.tsx';
import { useOpenTabs } from './useOpenTabs.ts';

/** One challenge: statement, files, editor and results, in panes that are sized once and remembered. */
export function ChallengeBench({
  attemptId,
  challenge,
  workspace,
  monaco,
  monacoError,
  models,
  saveState,
  readOnly,
  submissions,
  shown,
  onShow,
  progress,
}: {
  attemptId: string;
  challenge: CandidateAttempt['challenges'][number];
  workspace: AttemptWorkspace;
  monaco: MonacoApi | undefined;
  monacoError: unknown;
  models: WorkspaceModels | undefined;
  saveState: SaveState;
  readOnly: boolean;
  submissions: CandidateSubmission[] | undefined;
  shown: CandidateSubmission | undefined;
  onShow: (submissionId: string) => void;
  progress: ReadonlyMap<string, CandidateTest[]>;
}) {
  const paths = usePaths(workspace);
  const opened = useOpened(workspace);
  const tabs = useOpenTabs(`assay/tabs/${attemptId}/${challenge.slug}`, paths, challenge.entry);
  const [instance, setInstance] = useState<editor.IStandaloneCodeEditor>();
  const [place, setPlace] = useState<CodePlace>();
  const brief = usePanelRef();
  const columns = useDefaultLayout({ id: 'assay/columns', panelIds: ['brief', 'work'] });
  const rows = useDefaultLayout({ id: 'assay/rows', panelIds: ['code', 'results'] });
  const sides = useDefaultLayout({ id: 'assay/files', panelIds: ['files', 'editor'] });

  const { openTab, renameTab } = tabs;
  const openPlace = useCallback(
    ({ file, line, column }: CodePlace) => {
      openTab(file);
      // A new object each time: going to the same place twice is going there twice.
      setPlace({ file, line, column });
    },
    [openTab],
  );

  const remove = (path: string) => {
    const content = workspace.deleteFile(path);
    const id = `deleted ${path}`;
    notifications.show({
      id,
      title: `${path} is deleted`,
      autoClose: 15_000,
      message: (
        <UndoDelete
          onUndo={() => {
            notifications.hide(id);
            if (!workspace.paths.includes(path)) workspace.createFile(path, content);
            openTab(path);
          }}
        />
      ),
    });
  };

  return (
    <main className={classes.bench}>
      <Group className={classes.group} {...columns} orientation="horizontal">
        <Panel
          id="brief"
          panelRef={brief}
          defaultSize="32%"
          minSize={260}
          collapsible
          collapsedSize={0}
        >
          <BriefPanel challenge={challenge} />
        </Panel>
        <Separator className={classes.column} aria-label="Width of the statement" />
        <Panel id="work" minSize={480}>
          <Group className={classes.group} {...rows} orientation="vertical">
            <Panel id="code" minSize={160}>
              <Group className={classes.group} {...sides} orientation="horizontal">
                <Panel
                  id="files"
                  defaultSize={176}
                  minSize={130}
                  maxSize={360}
                  collapsible
                  collapsedSize={0}
                >
                  <FileRail
                    paths={paths}
                    active={tabs.active}
                    readOnly={readOnly || !opened}
                    onOpen={openTab}
                    onCreate={(path) => {
                      workspace.createFile(path);
                      openTab(path);
                    }}
                    onRename={(path, to) => {
                      workspace.renameFile(path, to);
                      renameTab(path, to);
                    }}
                    onDelete={remove}
                  />
                </Panel>
                <Separator className={classes.column} aria-label="Width of the file list" />
                <Panel id="editor" minSize={280}>
                  <EditorPane
                    monaco={monaco}
                    monacoError={monacoError}
                    models={models}
                    open={tabs.open}
                    active={tabs.active}
                    hasFiles={paths.length > 0}
                    opened={opened || paths.length > 0}
                    readOnly={readOnly}
                    place={place}
                    diagnostics={shown?.verdict?.diagnostics}
                    onOpen={openTab}
                    onClose={tabs.closeTab}
                    instance={instance}
                    onEditor={setInstance}
                  />
                </Panel>
              </Group>
            </Panel>
            <Separator className={classes.row} aria-label="Height of the results" />
            <Panel id="results" defaultSize="40%" minSize={36} collapsible collapsedSize={36}>
              <BottomPanel
                submissions={submissions}
                shown={shown}
                soFar={(shown && progress.get(shown.id)) ?? []}
                onShow={onShow}
                onOpenPlace={openPlace}
              />
            </Panel>
          </Group>
        </Panel>
      </Group>
      <StatusBar
        instance={instance}
        path={tabs.active}
        saveState={saveState}
        hallmark={submissions?.find(({ verdict }) => verdict)?.verdict?.hallmark}
        onToggleBrief={() => {
          if (brief.current?.isCollapsed()) brief.current.expand();
          else brief.current?.collapse();
        }}
      />
    </main>
  );
}
