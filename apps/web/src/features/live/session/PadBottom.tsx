import { Tabs } from '@mantine/core';
import { Suspense, useState } from 'react';
import { Loading } from '#app/Loading.tsx';
import { ProblemsPanel } from '#features/attempt/workbench/problems/ProblemsPanel.tsx';
import pane from '#panes/Pane.module.css';
import { useLiveSession } from './LiveSession.ts';
import { bottomPanels } from './panels.ts';
import type { PadCode } from './usePadCode.ts';

/** Below the code: what the editor finds wrong, and one tab for each of `bottomPanels`. */
export function PadBottom({ code }: { code: PadCode }) {
  const { self } = useLiveSession();
  const { problems } = code;
  const mine = bottomPanels.filter(({ roles }) => roles?.includes(self.role) ?? true);
  const [tab, setTab] = useState<string | null>(mine[0]?.id ?? 'problems');
  return (
    <section className={pane.pane} aria-label="Below the code" data-pane="bottom" tabIndex={-1}>
      <Tabs
        value={tab}
        onChange={setTab}
        classNames={{ root: pane.root, list: pane.tabs, tab: pane.tab, panel: pane.panel }}
      >
        <Tabs.List aria-label="Below the code">
          {mine.map(({ id, label }) => (
            <Tabs.Tab key={id} value={id}>
              {label}
            </Tabs.Tab>
          ))}
          <Tabs.Tab value="problems">
            Problems{' '}
            {problems.length > 0 ? <span className={pane.count}>{problems.length}</span> : null}
          </Tabs.Tab>
        </Tabs.List>
        {mine.map(({ id, keepMounted = false, Component }) => (
          <Tabs.Panel key={id} value={id} keepMounted={keepMounted} tabIndex={0}>
            <Suspense fallback={<Loading label="Opening" />}>
              {keepMounted || tab === id ? <Component /> : null}
            </Suspense>
          </Tabs.Panel>
        ))}
        <Tabs.Panel value="problems" tabIndex={0}>
          <ProblemsPanel problems={problems} onOpenPlace={code.openPlace} />
        </Tabs.Panel>
      </Tabs>
    </section>
  );
}
