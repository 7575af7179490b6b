import type { LiveRun } from '@assay/contracts/live';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api } from '#app/api.ts';
import { Loading } from '#app/Loading.tsx';
import { ProblemNotice } from '#app/ProblemNotice.tsx';
import { HttpAnswerView } from '#features/attempt/explore/HttpAnswerView.tsx';
import { RowsTable } from '#features/attempt/explore/RowsTable.tsx';
import { ResultPanel } from '#features/attempt/submissions/ResultPanel.tsx';
import { describeRun, isGoingOn, summariseRun } from '#features/live/runs/describeRun.ts';
import { ConsoleLines } from '#features/verdict/ConsoleLines.tsx';
import { Diagnostics } from '#features/verdict/Diagnostics.tsx';
import { FailureDetail } from '#features/verdict/FailureDetail.tsx';
import pane from '#panes/Pane.module.css';
import classes from './SessionReplay.module.css';

/** What a run of the session gave, as it was seen then. */
export function RunOutput({
  sessionId,
  runId,
  nameOf,
}: {
  sessionId: string;
  runId: string;
  nameOf: (participantId: string) => string;
}) {
  const run = useQuery(
    api.live.getReplayRun.queryOptions({
      input: { sessionId, runId },
      staleTime: Infinity,
      placeholderData: keepPreviousData,
    }),
  );
  if (run.isPending) return <Loading label="Opening the run" />;
  if (run.isError)
    return <ProblemNotice order={3} error={run.error} onRetry={() => void run.refetch()} />;
  return (
    <section className={classes.run} aria-label="The last run until this moment">
      <Output run={run.data} nameOf={nameOf} />
    </section>
  );
}

function Output({ run, nameOf }: { run: LiveRun; nameOf: (participantId: string) => string }) {
  if (run.kind === 'requests')
    return run.state === 'done' ? (
      <Answers run={run} />
    ) : (
      <p className={pane.empty}>{describeRun(run, nameOf(run.by))}. It has no answer.</p>
    );
  const { id, state, verdict } = run;
  return (
    <ResultPanel
      run={{
        id,
        state: isGoingOn(run) ? 'unfinished' : state === 'cancelled' ? 'cancelled' : 'judged',
        tests: verdict?.tests ?? [],
        verdict,
      }}
      summary={summariseRun(run, [], nameOf)}
      about={describeRun(run, nameOf(run.by))}
      onOpenPlace={nowhere}
      cancelling={false}
    />
  );
}

/** What came of requests and statements, the last of them first: it is what was asked for. */
function Answers({ run }: { run: Extract<LiveRun, { kind: 'requests' }> }) {
  const { exploration, steps } = run;
  if (exploration === undefined) return null;
  if (exploration.status === 'compile_error')
    return <Diagnostics diagnostics={exploration.diagnostics} />;
  return (
    <>
      {exploration.status === 'stopped' ? (
        <p className={pane.empty}>{exploration.message}</p>
      ) : null}
      {exploration.answers
        .map((answer, index) => ({ answer, step: steps[index]?.step }))
        .toReversed()
        .map(({ answer, step }, index) => (
          <div key={index} className={classes.answer}>
            <b className="code">
              {step?.kind === 'http' ? `${step.method} ${step.path}` : step?.text}
            </b>
            {answer.kind === 'http' ? (
              <HttpAnswerView answer={answer} onOpenPlace={nowhere} />
            ) : (
              <>
                {answer.result ? <RowsTable result={answer.result} /> : null}
                {answer.problem ? <FailureDetail failure={answer.problem} /> : null}
                <ConsoleLines lines={answer.console} />
              </>
            )}
          </div>
        ))}
    </>
  );
}

const nowhere = () => undefined;
