import type { AuthoredChallenge } from '@assay/contracts/http';
import '@mantine/notifications/styles.layer.css';
import { Notifications } from '@mantine/notifications';
import type { editor } from 'monaco-editor/editor/editor.api.js';
import { useCallback, useEffect, useState } from 'react';
import { Group, Panel, Separator, useDefaultLayout } from 'react-resizable-panels';
import { EditorPane } from '#features/attempt/workbench/editor/EditorPane.tsx';
import { useEditorOpener } from '#features/code/useEditorOpener.ts';
import { useOpenTabs } from '#features/attempt/workbench/editor/useOpenTabs.ts';
import { useTypes } from '#features/code/typescript/useTypes.ts';
import { useFileActions } from '#features/attempt/workbench/files/useFileActions.tsx';
import type { CodePlace } from '#features/code/CodeView.tsx';
import { useMonaco } from '#features/code/useMonaco.ts';
import separators from '#panes/Resizable.module.css';
import classes from './Bench.module.css';
import { BenchHead } from './BenchHead.tsx';
import { BenchNotice } from './BenchNotice.tsx';
import type { Draft } from './Draft.ts';
import { DraftFiles } from './DraftFiles.tsx';
import { SaveDialog } from './SaveDialog.tsx';
import { SidePanel, type SideView } from './SidePanel.tsx';
import { typedWorkspace } from './typedWorkspace.ts';
import { useDraftChanges, useDraftPaths } from './useDraft.ts';
import { useDraftModels } from './useDraftModels.ts';
import { useVerification } from './useVerification.ts';

/** The files of a challenge, its statement as candidates read it, and what the publishing gate says. */
export function Bench({ challenge, draft }: { challenge: AuthoredChallenge; draft: Draft }) {
  const { slug, title } = challenge;
  const paths = useDraftPaths(draft);
  const changed = useDraftChanges(draft);
  const { monaco, error: monacoError } = useMonaco();
  const models = useDraftModels(monaco, draft, slug);
  const tabs = useOpenTabs(`assay/tabs/author/${slug}`, paths, 'README.md');
  const [instance, setInstance] = useState<editor.IStandaloneCodeEditor>();
  const [place, setPlace] = useState<CodePlace>();
  const [view, setView] = useState<SideView>('statement');
  const [saving, setSaving] = useState(false);
  const layout = useDefaultLayout({ id: 'assay/bench', panelIds: ['files', 'editor', 'side'] });
  const verification = useVerification(challenge, draft);
  const understanding = useTypes(
    monaco,
    models,
    [typedWorkspace(slug, draft.textOf('challenge.yaml'), paths)],
    true,
  );
  useEffect(() => {
    document.title = `${title} · Assay`;
  }, [title]);

  const { openTab, renameTab } = tabs;
  const openPlace = useCallback(
    ({ file, line, column }: CodePlace) => {
      openTab(file);
      // A new object each time: going to the same place twice is going there twice.
      setPlace({ file, line, column });
    },
    [openTab],
  );
  useEditorOpener(monaco, models, openPlace);
  const files = useFileActions({
    workspace: draft,
    monaco,
    models,
    understanding,
    openTab,
    renameTab,
  });
  const openLine = (file: string, line: number) => openPlace({ file, line, column: 1 });

  return (
    <main className={classes.bench}>
      <BenchHead
        challenge={challenge}
        changes={changed.size}
        isVerifying={verification.isRunning}
        onVerify={() => {
          setView('verify');
          verification.start();
        }}
        onCancel={verification.cancel}
        onSave={() => setSaving(true)}
        onDiscard={() => draft.moveTo({ hash: challenge.head, files: challenge.files }, 'discard')}
      />
      <BenchNotice challenge={challenge} draft={draft} />
      <Group className={separators.group} {...layout} orientation="horizontal">
        <Panel id="files" defaultSize={232} minSize={160} maxSize={420}>
          <DraftFiles
            paths={paths}
            active={tabs.active}
            onOpen={openTab}
            onCreate={files.create}
            onMove={(from, to) => void files.move(from, to)}
            onDelete={files.remove}
          />
        </Panel>
        <Separator className={separators.column} aria-label="Width of the file list" />
        <Panel id="editor" minSize={360}>
          <EditorPane
            monaco={monaco}
            monacoError={monacoError}
            models={models}
            open={tabs.open}
            active={tabs.active}
            hasFiles={paths.length > 0}
            opened
            readOnly={false}
            place={place}
            marked={{ paths: changed, meaning: 'edited' }}
            onOpen={openTab}
            onClose={tabs.closeTab}
            instance={instance}
            onEditor={setInstance}
          />
        </Panel>
        <Separator className={separators.column} aria-label="Width of the statement" />
        <Panel id="side" defaultSize="36%" minSize={320}>
          <SidePanel
            draft={draft}
            verification={verification}
            view={view}
            onView={setView}
            onOpenLine={openLine}
          />
        </Panel>
      </Group>
      <SaveDialog
        opened={saving}
        onClose={() => setSaving(false)}
        challenge={challenge}
        draft={draft}
        isProven={verification.report?.ok === true && !verification.isStale}
        onOpenLine={(file, line) => {
          setSaving(false);
          openLine(file, line);
        }}
      />
      <Notifications position="bottom-right" autoClose={6_000} />
    </main>
  );
}
