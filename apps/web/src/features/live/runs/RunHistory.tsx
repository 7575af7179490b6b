import type { LiveRun } from '@assay/contracts/live';
import { Button, UnstyledButton } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import table from '#features/attempt/submissions/HistoryPanel.module.css';
import { OutcomeWord } from '#features/verdict/OutcomeWord.tsx';
import pane from '#panes/Pane.module.css';
import { formatTimeWithSeconds } from '#app/formatTime.ts';
import classes from './Runs.module.css';

/** Everything that was run in the session, newest first; choosing one shows what came of it. */
export function RunHistory({
  runs,
  nameOf,
  more,
  onChoose,
  onMore,
}: {
  runs: readonly LiveRun[];
  nameOf: (participantId: string) => string;
  more: boolean;
  onChoose: (run: LiveRun) => void;
  onMore: () => void;
}) {
  if (runs.length === 0)
    return <p className={pane.empty}>What is run in this session will be listed here.</p>;
  return (
    <>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">Time</th>
            <th scope="col">Who</th>
            <th scope="col">What</th>
            <th scope="col">Holds</th>
            <th scope="col">Result</th>
          </tr>
        </thead>
        <tbody>
          {runs.map((run) => (
            <tr key={run.id}>
              <td className="numbers">
                <UnstyledButton className={table.time} onClick={() => onChoose(run)}>
                  {formatTimeWithSeconds(run.askedAt)}
                </UnstyledButton>
              </td>
              <td>{nameOf(run.by)}</td>
              <td>
                <What run={run} />
              </td>
              <td className="numbers">
                {run.kind === 'tests' && run.total ? `${run.passed ?? 0} of ${run.total}` : '–'}
              </td>
              <td>
                <Result run={run} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {more ? (
        <Button className={classes.more} size="compact-sm" variant="subtle" onClick={onMore}>
          Show earlier ones
        </Button>
      ) : null}
    </>
  );
}

function What({ run }: { run: LiveRun }) {
  const isPrivate = run.audience === 'interviewers';
  const lock = isPrivate ? (
    <IconLock
      className={classes.lock}
      size={12}
      stroke={1.8}
      role="img"
      aria-label="Only interviewers see this"
    />
  ) : null;
  if (run.kind === 'tests')
    return (
      <>
        {lock}
        {run.suite === 'hidden' ? 'Hidden tests' : 'Tests'}
      </>
    );
  const step = run.steps.at(-1)?.step;
  return (
    <>
      {lock}
      <span className="code">
        {step?.kind === 'http' ? `${step.method} ${step.path}` : (step?.text ?? '')}
      </span>
    </>
  );
}

function Result({ run }: { run: LiveRun }) {
  if (run.kind === 'requests')
    return run.state === 'done' ? (
      'Answered'
    ) : (
      <OutcomeWord state={stateOf(run)} status={undefined} />
    );
  return <OutcomeWord state={stateOf(run)} status={run.status} />;
}

const stateOf = ({ state }: LiveRun) => (state === 'done' ? 'judged' : state);
