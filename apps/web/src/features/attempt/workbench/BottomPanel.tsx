import type { CandidateSubmission, CandidateTest } from '@assay/contracts/http';
import { Kbd, Tabs } from '@mantine/core';
import type { ReactNode } from 'react';
import { modKey } from '#app/modKey.ts';
import { countingSubmission } from '#features/attempt/submissions/countingSubmission.ts';
import { ConsolePanel } from '#features/attempt/submissions/ConsolePanel.tsx';
import { HistoryPanel } from '#features/attempt/submissions/HistoryPanel.tsx';
import { type OpenPlace, ResultPanel } from '#features/attempt/submissions/ResultPanel.tsx';
import { ProblemsPanel } from './problems/ProblemsPanel.tsx';
import type { Problem } from './problems/useProblems.ts';
import classes from '#panes/Pane.module.css';

export type PanelTab = 'tests' | 'console' | 'http' | 'sql' | 'problems' | 'history';

/** Results of the chosen run, what it printed, and all runs so far. */
export function BottomPanel({
  submissions,
  shown,
  soFar,
  onShow,
  onOpenPlace,
  onCancel,
  cancelling,
  tab,
  onTab,
  problems,
  http,
  sql,
}: {
  submissions: CandidateSubmission[] | undefined;
  shown: CandidateSubmission | undefined;
  soFar: CandidateTest[];
  onShow: (submissionId: string) => void;
  onOpenPlace: OpenPlace;
  onCancel: (submissionId: string) => void;
  cancelling: boolean;
  tab: PanelTab;
  onTab: (tab: PanelTab) => void;
  problems: Problem[];
  /** The consoles that the challenge has. */
  http: ReactNode;
  sql: ReactNode;
}) {
  const verdict = shown?.verdict;
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
        <Tabs.List aria-label="Results">
          <Tabs.Tab value="tests">
            Tests{' '}
            {verdict && verdict.total > 0 ? (
              <span className={classes.count}>{`${verdict.passed}/${verdict.total}`}</span>
            ) : null}
          </Tabs.Tab>
          <Tabs.Tab value="console">Console</Tabs.Tab>
          {http ? <Tabs.Tab value="http">HTTP</Tabs.Tab> : null}
          {sql ? <Tabs.Tab value="sql">SQL</Tabs.Tab> : null}
          <Tabs.Tab value="problems">
            Problems{' '}
            {problems.length > 0 ? <span className={classes.count}>{problems.length}</span> : null}
          </Tabs.Tab>
          <Tabs.Tab value="history">
            History{' '}
            {submissions?.length ? (
              <span className={classes.count}>{submissions.length}</span>
            ) : null}
          </Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="tests" tabIndex={0}>
          {shown ? (
            <ResultPanel
              submission={shown}
              soFar={soFar}
              onOpenPlace={onOpenPlace}
              onCancel={onCancel}
              cancelling={cancelling}
            />
          ) : (
            <p className={classes.empty}>
              Run the public tests with <Kbd>{modKey}</Kbd> <Kbd>Enter</Kbd>, as often as you like.
              What holds and what does not appears here.
            </p>
          )}
        </Tabs.Panel>
        <Tabs.Panel value="console" tabIndex={0}>
          <ConsolePanel submission={shown} />
        </Tabs.Panel>
        {http ? (
          <Tabs.Panel value="http" keepMounted>
            {http}
          </Tabs.Panel>
        ) : null}
        {sql ? (
          <Tabs.Panel value="sql" keepMounted>
            {sql}
          </Tabs.Panel>
        ) : null}
        <Tabs.Panel value="problems">
          <ProblemsPanel problems={problems} onOpenPlace={onOpenPlace} />
        </Tabs.Panel>
        <Tabs.Panel value="history">
          <HistoryPanel
            submissions={submissions ?? []}
            countsId={shown && countingSubmission(submissions ?? [], shown.challenge)?.id}
            onChoose={({ id }) => {
              onShow(id);
              onTab('tests');
            }}
          />
        </Tabs.Panel>
      </Tabs>
    </section>
  );
}
