import type { Language } from '@assay/contracts/challenge';
import type { CandidateAttempt } from '@assay/contracts/http';
import { Tabs } from '@mantine/core';
import type { ReactNode } from 'react';
import { Hints } from '#features/attempt/statement/Hints.tsx';
import { sandboxGuide } from '#features/attempt/statement/sandboxGuide.ts';
import { Statement } from '#features/statement/Statement.tsx';
import classes from '#panes/Pane.module.css';

/** What is asked, what it runs in, and hints for those who want them. */
export function BriefPanel({
  challenge,
  language,
  children,
}: {
  challenge: CandidateAttempt['challenges'][number];
  language: Language;
  /** What stands above the statement. */
  children: ReactNode;
}) {
  return (
    <section className={classes.pane} aria-label="Statement" data-pane="brief" tabIndex={-1}>
      <Tabs
        defaultValue="statement"
        classNames={{
          root: classes.root,
          list: classes.tabs,
          tab: classes.tab,
          panel: classes.panel,
        }}
      >
        <Tabs.List aria-label="Statement, hints and sandbox">
          <Tabs.Tab value="statement">Statement</Tabs.Tab>
          <Tabs.Tab value="hints">
            Hints{' '}
            {challenge.hints.length > 0 ? (
              <span className={classes.count}>{challenge.hints.length}</span>
            ) : null}
          </Tabs.Tab>
          <Tabs.Tab value="sandbox">Sandbox</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="statement" tabIndex={0}>
          {children}
          <div className={classes.text}>
            <Statement markdown={challenge.statement ?? ''} />
          </div>
        </Tabs.Panel>
        <Tabs.Panel value="hints" keepMounted>
          <div className={classes.text}>
            <Hints key={challenge.slug} hints={challenge.hints} />
          </div>
        </Tabs.Panel>
        <Tabs.Panel value="sandbox" tabIndex={0}>
          <div className={classes.text}>
            <Statement markdown={sandboxGuide(language)} />
          </div>
        </Tabs.Panel>
      </Tabs>
    </section>
  );
}
