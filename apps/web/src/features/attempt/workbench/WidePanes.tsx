import type { ReactNode } from 'react';
import {
  Group,
  Panel,
  type PanelImperativeHandle,
  Separator,
  useDefaultLayout,
} from 'react-resizable-panels';
import classes from '#panes/Resizable.module.css';

type Handle = React.Ref<PanelImperativeHandle | null>;

/** The four panes side by side, sized once and remembered. */
export function WidePanes({
  brief,
  files,
  editor,
  results,
  briefRef,
  resultsRef,
}: {
  brief: ReactNode;
  files: ReactNode;
  editor: ReactNode;
  results: ReactNode;
  briefRef: Handle;
  resultsRef: Handle;
}) {
  const columns = useDefaultLayout({ id: 'assay/columns', panelIds: ['brief', 'work'] });
  const rows = useDefaultLayout({ id: 'assay/rows', panelIds: ['code', 'results'] });
  const sides = useDefaultLayout({ id: 'assay/files', panelIds: ['files', 'editor'] });
  return (
    <Group className={classes.group} {...columns} orientation="horizontal">
      <Panel
        id="brief"
        panelRef={briefRef}
        defaultSize="32%"
        minSize={260}
        collapsible
        collapsedSize={0}
      >
        {brief}
      </Panel>
      <Separator className={classes.column} aria-label="Width of the statement" />
      <Panel id="work" minSize={480}>
        <Group className={classes.group} {...rows} orientation="vertical">
          <Panel id="code" minSize={160}>
            <Group className={classes.group} {...sides} orientation="horizontal">
              <Panel
                id="files"
                defaultSize={190}
                minSize={140}
                maxSize={420}
                collapsible
                collapsedSize={0}
              >
                {files}
              </Panel>
              <Separator className={classes.column} aria-label="Width of the file list" />
              <Panel id="editor" minSize={280}>
                {editor}
              </Panel>
            </Group>
          </Panel>
          <Separator className={classes.row} aria-label="Height of the results" />
          <Panel
            id="results"
            panelRef={resultsRef}
            defaultSize="40%"
            minSize={36}
            collapsible
            collapsedSize={36}
          >
            {results}
          </Panel>
        </Group>
      </Panel>
    </Group>
  );
}
