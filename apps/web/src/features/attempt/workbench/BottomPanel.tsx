import type { CandidateSubmission, CandidateTest } from '@assay/contracts/http';
import { Kbd, Tabs } from '@mantine/core';
import { modKey } from '#app/modKey.ts';
import { countingSubmission } from '#features/attempt/submissions/countingSubmission.ts';
import { ConsolePanel } from '#features/attempt/submissions/ConsolePanel.tsx';
import { HistoryPanel } from '#features/attempt/submissions/HistoryPanel.tsx';
import { type OpenPlace, ResultPanel } from '#features/attempt/submissions/ResultPanel.tsx';
import { ProblemsPanel } from './problems/ProblemsPanel.tsx';
import type { Problem } from './problems/useProblems.ts';
import classes from '#panes/Pane.module.css';

export type PanelTab = 'tests' | 'console' | 'problems' | 'history';

/** Results of the chosen run, what it printed, and all runs so far. */
export function BottomPanel({
  submissions,
  shown,
  soFar,
  onShow,
  onOpenPlace,
  tab,
  onTab,
  problems,
}: {
  submissions: CandidateSubmission[] | undefined;
  shown: CandidateSubmission | undefined;
  soFar: CandidateTest[];
  onShow: (submissionId: string) => void;
  onOpenPlace: OpenPlace;
  tab: PanelTab;
  onTab: (tab: PanelTab) => void;
  problems: Problem[];
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
            <ResultPanel submission={shown} soFar={soFar} onOpenPlace={onOpenPlace} />
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
