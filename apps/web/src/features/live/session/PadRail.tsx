import { Tabs } from '@mantine/core';
import { Suspense, useState } from 'react';
import { Loading } from '#app/Loading.tsx';
import pane from '#panes/Pane.module.css';
import { useLiveSession } from './LiveSession.ts';
import { railPanels } from './panels.ts';

/** The rail on the right: one tab for each of `railPanels` that this person has. */
export function PadRail() {
  const { self } = useLiveSession();
  const mine = railPanels.filter(({ roles }) => roles?.includes(self.role) ?? true);
  const [tab, setTab] = useState<string | null>(mine[0]?.id ?? null);
  return (
    <aside className={pane.pane} aria-label="Side panel" data-pane="rail" tabIndex={-1}>
      <Tabs
        value={tab}
        onChange={setTab}
        keepMounted={false}
        // What is kept goes on: its keys are heard, and it hears the server.
        keepMountedMode="display-none"
        classNames={{ root: pane.root, list: pane.tabs, tab: pane.tab, panel: pane.panel }}
      >
        <Tabs.List aria-label="Side panel">
          {mine.map(({ id, label, Count }) => (
            <Tabs.Tab key={id} value={id}>
              {label}
              {Count ? <Count /> : null}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {mine.map(({ id, keepMounted = false, Component }) => (
          <Tabs.Panel key={id} value={id} keepMounted={keepMounted} tabIndex={0}>
            <Suspense fallback={<Loading label="Opening" />}>
              <Component />
            </Suspense>
          </Tabs.Panel>
        ))}
      </Tabs>
    </aside>
  );
}
