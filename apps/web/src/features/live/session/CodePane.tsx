import { isTestFile } from '@assay/contracts/workspace';
import { useCallback } from 'react';
import { Group, Panel, Separator, useDefaultLayout } from 'react-resizable-panels';
import { EditorPane } from '#features/attempt/workbench/editor/EditorPane.tsx';
import { FileRail } from '#features/attempt/workbench/files/FileRail.tsx';
import { SearchPanel } from '#features/attempt/workbench/navigate/SearchPanel.tsx';
import { FilePeople } from '#features/live/presence/FilePeople.tsx';
import panes from '#panes/Resizable.module.css';
import { IconFlask, IconLock } from '@tabler/icons-react';
import { FileMark } from './FileMark.tsx';
import { useLiveSession } from './LiveSession.ts';
import { type PadCode, useRights } from './usePadCode.ts';

/** The files and the editor, with who is where. */
export function CodePane({
  code,
  searching,
  onSearching,
}: {
  code: PadCode;
  searching: boolean;
  onSearching: (searching: boolean) => void;
}) {
  const { presence, roster, status } = useLiveSession();
  const { workspace, paths, opened, tabs, actions } = code;
  const { mayWrite, mayEditFile, frozen, locked } = useRights(tabs.active);
  const layout = useDefaultLayout({ id: 'assay/pad-files', panelIds: ['files', 'editor'] });
  const readFiles = useCallback(
    () => workspace.paths.map((path) => ({ path, text: workspace.textOf(path) })),
    [workspace],
  );
  const badge = (path: string) => (
    <>
      {isTestFile(path) ? (
        <FileMark icon={IconFlask} label="A test" title="Runs together with the public tests" />
      ) : null}
      {status.locked.includes(path) ? (
        <FileMark icon={IconLock} label="Locked" title="The candidate cannot change this file" />
      ) : null}
      <FilePeople path={path} presence={presence} roster={roster} />
    </>
  );
  return (
    <Group className={panes.group} {...layout} orientation="horizontal" style={{ height: '100%' }}>
      <Panel id="files" defaultSize={190} minSize={140} maxSize={420} collapsible collapsedSize={0}>
        <FileRail
          paths={paths}
          active={tabs.active}
          readOnly={!mayWrite || !opened}
          badge={badge}
          onOpen={code.openFile}
          onCreate={actions.create}
          onMove={(from, to) => void actions.move(from, to)}
          onDelete={actions.remove}
          searching={searching}
          onSearching={onSearching}
          search={
            <SearchPanel
              readFiles={readFiles}
              onOpenPlace={code.openPlace}
              onClose={() => onSearching(false)}
            />
          }
          onDownload={code.download}
        />
      </Panel>
      <Separator className={panes.column} aria-label="Width of the file list" />
      <Panel id="editor" minSize={240}>
        <EditorPane
          monaco={code.monaco}
          monacoError={code.monacoError}
          models={code.models}
          open={tabs.open}
          active={tabs.active}
          hasFiles={paths.length > 0}
          opened={opened || paths.length > 0}
          readOnly={!mayEditFile}
          readOnlyMessage={whyReadOnly({ frozen, locked, ended: status.state === 'ended' })}
          place={code.goal}
          badge={badge}
          onOpen={code.openFile}
          onClose={tabs.closeTab}
          instance={code.instance}
          onEditor={code.setInstance}
        />
      </Panel>
    </Group>
  );
}

function whyReadOnly(why: { frozen: boolean; locked: boolean; ended: boolean }): string {
  if (why.ended) return 'The session has ended: the code stays as it is.';
  if (why.frozen) return 'An interviewer holds your edits for a moment. You can read along.';
  if (why.locked) return 'This file is locked by an interviewer.';
  return 'You can read along, not write.';
}
