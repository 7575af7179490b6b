import type { ReviewedChallenge, ReviewSubmission } from '@assay/contracts/http';
import { Tabs } from '@mantine/core';
import { useState } from 'react';
import { Group, Panel, Separator, useDefaultLayout } from 'react-resizable-panels';
import { Statement } from '#features/statement/Statement.tsx';
import separators from '#panes/Resizable.module.css';
import { FileTabs } from '#features/code/FileTabs.tsx';
import pane from '#panes/Pane.module.css';
import { type CodePlace, CodeView } from '#features/code/CodeView.tsx';
import classes from './SubmissionDetail.module.css';
import { changedPaths } from './changedPaths.ts';
import { VerdictPanel } from './VerdictPanel.tsx';

/** The code of one submission, or the statement, and below it what the tests found. */
export function SubmissionDetail({
  challenge,
  submission,
  mayRejudge,
}: {
  challenge: ReviewedChallenge;
  submission: ReviewSubmission | undefined;
  mayRejudge: boolean;
}) {
  const [view, setView] = useState<string | null>('code');
  const [wantedPath, setWantedPath] = useState<string>();
  const [place, setPlace] = useState<CodePlace>();
  const layout = useDefaultLayout({ id: 'assay/desk-rows', panelIds: ['code', 'tests'] });
  const files = submission?.files ?? challenge.starter;
  const paths = Object.keys(files).toSorted((a, b) => a.localeCompare(b, 'en'));
  const changed = changedPaths(files, challenge.starter);
  const first = paths.find((candidate) => changed.has(candidate)) ?? challenge.entry;
  const path = [wantedPath, first, paths[0]].find(
    (wanted) => wanted !== undefined && paths.includes(wanted),
  );

  const openPlace = (next: CodePlace) => {
    setView('code');
    setWantedPath(next.file);
    setPlace({ ...next });
  };

  return (
    <Group
      className={separators.group}
      {...layout}
      orientation="vertical"
      style={{ height: '100%' }}
    >
      <Panel id="code" minSize={160}>
        <section className={pane.pane} aria-label="Code">
          <Tabs
            value={view}
            onChange={setView}
            classNames={{ root: pane.root, list: pane.tabs, tab: pane.tab, panel: pane.panel }}
          >
            <Tabs.List aria-label="Code and statement">
              <Tabs.Tab value="code">{submission ? 'Code' : 'Starter'}</Tabs.Tab>
              <Tabs.Tab value="statement">Statement</Tabs.Tab>
            </Tabs.List>
            <Tabs.Panel value="code" className={classes.code}>
              {path === undefined ? (
                <p className={pane.empty}>This submission has no files.</p>
              ) : (
                <>
                  <FileTabs
                    open={paths}
                    active={path}
                    marked={{ paths: changed, meaning: 'changed from the starter' }}
                    onOpen={setWantedPath}
                  />
                  <div className={classes.editor}>
                    <CodeView files={files} path={path} place={place} />
                  </div>
                </>
              )}
            </Tabs.Panel>
            <Tabs.Panel value="statement" tabIndex={0}>
              <div className={pane.text}>
                <Statement markdown={challenge.statement} />
              </div>
            </Tabs.Panel>
          </Tabs>
        </section>
      </Panel>
      <Separator className={separators.row} aria-label="Height of the tests" />
      <Panel id="tests" defaultSize="42%" minSize={80}>
        <VerdictPanel submission={submission} mayRejudge={mayRejudge} onOpenPlace={openPlace} />
      </Panel>
    </Group>
  );
}
