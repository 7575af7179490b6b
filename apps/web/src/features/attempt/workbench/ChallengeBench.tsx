import type { CandidateAttempt, CandidateSubmission, CandidateTest } from '@assay/contracts/http';
import type { SaveState } from '@assay/workspace/browser';
import type { editor } from 'monaco-editor/editor/editor.api.js';
import { useCallback, useRef, useState } from 'react';
import { usePanelRef } from 'react-resizable-panels';
import { CompareView } from '#features/attempt/compare/CompareView.tsx';
import { HttpPanel } from '#features/attempt/explore/HttpPanel.tsx';
import { SqlPanel } from '#features/attempt/explore/SqlPanel.tsx';
import { languageIn } from '#features/attempt/language/languageIn.ts';
import { WorkspaceLanguage } from '#features/attempt/language/WorkspaceLanguage.tsx';
import type { AttemptWorkspace } from '#features/attempt/workspace/AttemptWorkspace.ts';
import { useOpened, usePaths } from '#features/attempt/workspace/useWorkspace.ts';
import type { CodePlace } from '#features/code/CodeView.tsx';
import { useTypes } from '#features/code/typescript/useTypes.ts';
import { useEditorOpener } from '#features/code/useEditorOpener.ts';
import type { MonacoApi } from '#features/code/loadMonaco.ts';
import type { WorkspaceModels } from '#features/code/WorkspaceModels.ts';
import type { PanelTab } from './BottomPanel.tsx';
import { BriefPanel } from './BriefPanel.tsx';
import { CompactPanes, type View } from './CompactPanes.tsx';
import classes from '#panes/Resizable.module.css';
import { EditorPane } from './editor/EditorPane.tsx';
import { useOpenTabs } from './editor/useOpenTabs.ts';
import { FileRail } from './files/FileRail.tsx';
import { useFileActions } from './files/useFileActions.tsx';
import { QuickOpen } from './navigate/QuickOpen.tsx';
import { SearchPanel } from './navigate/SearchPanel.tsx';
import { useProblems } from './problems/useProblems.ts';
import { ResultsPanel } from './ResultsPanel.tsx';
import { StatusBar } from './StatusBar.tsx';
import { useIsNarrow } from '#features/attempt/useScreen.ts';
import { WidePanes } from './WidePanes.tsx';
import { ReplaceDialog } from './zip/ReplaceDialog.tsx';
import { useZip } from './zip/useZip.tsx';

/** One challenge: statement, files, editor and results, in panes that are sized once and remembered. */
export function ChallengeBench({
  attempt,
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
  onCancel,
  cancelling,
  progress,
  quickOpen,
  onQuickOpen,
  searching,
  onSearching,
}: {
  attempt: Pick<CandidateAttempt, 'id' | 'challenges'>;
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
  onCancel: (submissionId: string) => void;
  cancelling: boolean;
  progress: ReadonlyMap<string, CandidateTest[]>;
  quickOpen: boolean;
  onQuickOpen: (opened: boolean) => void;
  searching: boolean;
  onSearching: (searching: boolean) => void;
}) {
  const paths = usePaths(workspace);
  const opened = useOpened(workspace);
  const language = languageIn(challenge, paths);
  const tabs = useOpenTabs(`assay/tabs/${attempt.id}/${challenge.slug}`, paths, language.entry);
  const [instance, setInstance] = useState<editor.IStandaloneCodeEditor>();
  const [place, setPlace] = useState<CodePlace>();
  const [comparing, setComparing] = useState(false);
  const [panel, setPanel] = useState<PanelTab>('tests');
  const [view, setView] = useState<View>('brief');
  const [seen, setSeen] = useState(shown?.id);
  if (shown?.id !== seen) {
    // A new run, or one chosen from the history, is what one wants to see.
    setSeen(shown?.id);
    setPanel('tests');
    setView('results');
  }
  const isNarrow = useIsNarrow();
  const brief = usePanelRef();
  const results = usePanelRef();
  const zipInput = useRef<HTMLInputElement>(null);
  const understanding = useTypes(
    monaco,
    models,
    attempt.challenges.map(({ slug, entry }) => ({ folder: slug, entry })),
    paths.some((path) => path.startsWith('tests/')),
  );
  const problems = useProblems(monaco, models);
  const zip = useZip(workspace);

  const { openTab, renameTab } = tabs;
  const openPlace = useCallback(
    ({ file, line, column }: CodePlace) => {
      setComparing(false);
      setView('editor');
      openTab(file);
      // A new object each time: going to the same place twice is going there twice.
      setPlace({ file, line, column });
    },
    [openTab],
  );
  const openFile = (path: string) => {
    setComparing(false);
    setView('editor');
    openTab(path);
  };
  const explored = { workspace, readOnly, onOpenPlace: openPlace };
  useEditorOpener(monaco, models, openPlace);
  const files = useFileActions({ workspace, monaco, models, understanding, openTab, renameTab });
  const readFiles = useCallback(
    () => workspace.paths.map((path) => ({ path, text: workspace.textOf(path) })),
    [workspace],
  );

  const panes = {
    brief: (
      <BriefPanel challenge={challenge} language={language.language}>
        {challenge.languages.length > 1 ? (
          <WorkspaceLanguage
            workspace={workspace}
            choices={challenge.languages}
            chosen={language}
            settled={(submissions ?? []).some(
              ({ suite, state }) => suite === 'hidden' && state !== 'cancelled',
            )}
            readOnly={readOnly || !opened}
            onChosen={({ entry }) => openTab(entry)}
          />
        ) : null}
      </BriefPanel>
    ),
    files: (
      <FileRail
        paths={paths}
        active={tabs.active}
        readOnly={readOnly || !opened}
        onOpen={openFile}
        onCreate={files.create}
        onMove={(from, to) => void files.move(from, to)}
        onDelete={files.remove}
        searching={searching}
        onSearching={onSearching}
        search={
          <SearchPanel
            readFiles={readFiles}
            onOpenPlace={openPlace}
            onClose={() => onSearching(false)}
          />
        }
        onDownload={zip.download}
        onUpload={() => zipInput.current?.click()}
      />
    ),
    editor: (
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
        onCompare={() => setComparing(true)}
        comparison={
          comparing && monaco && models ? (
            <CompareView
              attemptId={attempt.id}
              workspace={workspace}
              submissions={submissions ?? []}
              monaco={monaco}
              models={models}
              active={tabs.active}
              readOnly={readOnly}
              onClose={() => setComparing(false)}
            />
          ) : undefined
        }
      />
    ),
    results: (
      <ResultsPanel
        submissions={submissions}
        shown={shown}
        soFar={(shown && progress.get(shown.id)) ?? []}
        onShow={onShow}
        onOpenPlace={openPlace}
        onCancel={onCancel}
        cancelling={cancelling}
        tab={panel}
        onTab={setPanel}
        problems={problems}
        http={challenge.port === 'http' ? <HttpPanel {...explored} /> : null}
        sql={challenge.postgres ? <SqlPanel {...explored} /> : null}
      />
    ),
  };

  return (
    <main className={classes.bench}>
      {isNarrow ? (
        <CompactPanes view={view} onView={setView} {...panes} />
      ) : (
        <WidePanes {...panes} briefRef={brief} resultsRef={results} />
      )}
      <StatusBar
        instance={instance}
        path={tabs.active}
        saveState={saveState}
        hallmark={submissions?.find(({ verdict }) => verdict)?.verdict?.hallmark}
        problems={problems}
        onProblems={() => {
          setPanel('problems');
          setView('results');
          results.current?.expand();
        }}
        onToggleBrief={() => {
          setView('brief');
          if (brief.current?.isCollapsed()) brief.current.expand();
          else brief.current?.collapse();
        }}
      />
      <input
        ref={zipInput}
        type="file"
        accept=".zip,application/zip"
        hidden
        aria-label="Zip to replace the workspace by"
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          event.currentTarget.value = '';
          if (file) zip.choose(file);
        }}
      />
      <ReplaceDialog
        choice={zip.choice}
        present={zip.choice ? workspace.readFiles() : {}}
        busy={zip.uploading}
        onCancel={zip.forget}
        onReplace={zip.upload}
      />
      <QuickOpen
        opened={quickOpen}
        paths={paths}
        onClose={() => onQuickOpen(false)}
        onOpen={openFile}
      />
    </main>
  );
}
