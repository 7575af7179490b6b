import { Tabs } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from '#panes/Pane.module.css';

/** In the order in which they stand. */
const labels = {
  tests: 'Tests',
  console: 'Console',
  http: 'HTTP',
  sql: 'SQL',
  problems: 'Problems',
  history: 'History',
} as const;

export type PanelTab = keyof typeof labels;

const tabs = Object.keys(labels) as PanelTab[];
/** What is typed in them outlives another tab. */
const kept: readonly PanelTab[] = ['http', 'sql'];

/** Below the code: what came of running it, and where it can be tried. */
export function BottomPanel({
  panels,
  counts,
  tab,
  onTab,
  beside,
}: {
  /** Of those that are null there is no tab. */
  panels: Record<PanelTab, ReactNode>;
  /** Stand behind the names of tabs. */
  counts: Partial<Record<PanelTab, string | number>>;
  tab: PanelTab;
  onTab: (tab: PanelTab) => void;
  /** At the end of the row of tabs. */
  beside?: ReactNode;
}) {
  const there = tabs.filter((name) => panels[name] !== null);
  return (
    <section className={classes.pane} aria-label="Results" data-pane="results" tabIndex={-1}>
      <Tabs
        value={tab}
        onChange={(value) => onTab(value as PanelTab)}
        classNames={{
          root: classes.root,
          list: classes.tabs,
          tab: classes.tab,
          panel: classes.panel,
        }}
      >
        <div className={classes.head}>
          <Tabs.List aria-label="Results" className={classes.list}>
            {there.map((name) => (
              <Tabs.Tab key={name} value={name}>
                {labels[name]}{' '}
                {counts[name] ? <span className={classes.count}>{counts[name]}</span> : null}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          {beside}
        </div>
        {there.map((name) => (
          <Tabs.Panel
            key={name}
            value={name}
            keepMounted={kept.includes(name)}
            {...(scrolled.includes(name) && { tabIndex: 0 })}
          >
            {panels[name]}
          </Tabs.Panel>
        ))}
      </Tabs>
    </section>
  );
}

/** Those without a control of their own that could be reached by key. */
const scrolled: readonly PanelTab[] = ['tests', 'console'];
