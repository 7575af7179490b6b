import type { CandidateSubmission, CandidateTest } from '@assay/contracts/http';
import { Kbd } from '@mantine/core';
import type { ReactNode } from 'react';
import { modKey } from '#app/modKey.ts';
import { countingSubmission } from '#features/attempt/submissions/countingSubmission.ts';
import { ConsolePanel } from '#features/attempt/submissions/ConsolePanel.tsx';
import { HistoryPanel } from '#features/attempt/submissions/HistoryPanel.tsx';
import type { OpenPlace } from '#features/attempt/submissions/ResultPanel.tsx';
import { SubmissionPanel } from '#features/attempt/submissions/SubmissionPanel.tsx';
import { BottomPanel, type PanelTab } from './BottomPanel.tsx';
import { ProblemsPanel } from './problems/ProblemsPanel.tsx';
import type { Problem } from './problems/useProblems.ts';
import classes from '#panes/Pane.module.css';

/** Results of a candidate's chosen run, what it printed, and all runs so far. */
export function ResultsPanel({
  submissions = [],
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
    <BottomPanel
      tab={tab}
      onTab={onTab}
      counts={{
        ...(verdict && verdict.total > 0 && { tests: `${verdict.passed}/${verdict.total}` }),
        problems: problems.length,
        history: submissions.length,
      }}
      panels={{
        tests: shown ? (
          <SubmissionPanel
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
        ),
        console: <ConsolePanel tests={shown && (verdict?.tests ?? [])} />,
        http,
        sql,
        problems: <ProblemsPanel problems={problems} onOpenPlace={onOpenPlace} />,
        history: (
          <HistoryPanel
            submissions={submissions}
            countsId={shown && countingSubmission(submissions, shown.challenge)?.id}
            onChoose={({ id }) => {
              onShow(id);
              onTab('tests');
            }}
          />
        ),
      }}
    />
  );
}
