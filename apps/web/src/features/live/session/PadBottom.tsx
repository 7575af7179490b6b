import type { PanelTab } from '#features/attempt/workbench/BottomPanel.tsx';
import { BottomPanel } from '#features/attempt/workbench/BottomPanel.tsx';
import { ConsolePanel } from '#features/attempt/submissions/ConsolePanel.tsx';
import { ProblemsPanel } from '#features/attempt/workbench/problems/ProblemsPanel.tsx';
import { RunHistory } from '#features/live/runs/RunHistory.tsx';
import { RunResult } from '#features/live/runs/RunResult.tsx';
import { RunStatus } from '#features/live/runs/RunStatus.tsx';
import { SharedHttp } from '#features/live/runs/SharedHttp.tsx';
import { SharedSql } from '#features/live/runs/SharedSql.tsx';
import type { PadRuns } from '#features/live/runs/usePadRuns.ts';
import type { PadCode } from './usePadCode.ts';

/** Below the code: what everybody sees of running it, and what the editor finds wrong. */
export function PadBottom({
  code: { problems, openPlace },
  runs,
  tab,
  onTab,
}: {
  code: PadCode;
  runs: PadRuns;
  tab: PanelTab;
  onTab: (tab: PanelTab) => void;
}) {
  const { shown, state, log, nameOf, right } = runs;
  const list = right.may === 'nothing' ? [] : state.runs;
  const total = shown?.total ?? 0;
  return (
    <BottomPanel
      tab={tab}
      onTab={onTab}
      beside={<RunStatus runs={runs} besides={tab === 'tests' ? shown?.id : undefined} />}
      counts={{
        ...(shown && total > 0 && { tests: `${shown.passed ?? 0}/${total}` }),
        problems: problems.length,
        history: list.length,
      }}
      panels={{
        tests: <RunResult runs={runs} onOpenPlace={openPlace} />,
        console: <ConsolePanel tests={shown && (shown.verdict?.tests ?? [])} />,
        http: state.offers?.http ? <SharedHttp runs={runs} onOpenPlace={openPlace} /> : null,
        sql: state.offers?.sql ? <SharedSql runs={runs} onOpenPlace={openPlace} /> : null,
        problems: <ProblemsPanel problems={problems} onOpenPlace={openPlace} />,
        history: (
          <RunHistory
            runs={list}
            nameOf={nameOf}
            more={state.more}
            onMore={() => void log.loadOlder()}
            onChoose={(run) => {
              runs.show(run);
              onTab(run.kind === 'tests' ? 'tests' : (run.steps.at(-1)?.step.kind ?? 'http'));
            }}
          />
        ),
      }}
    />
  );
}
