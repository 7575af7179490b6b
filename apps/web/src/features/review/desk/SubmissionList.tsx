import type { ReviewedChallenge } from '@assay/contracts/http';
import { UnstyledButton } from '@mantine/core';
import { OutcomeWord } from '#features/verdict/OutcomeWord.tsx';
import { formatTime } from '#app/formatTime.ts';
import { ProgressStrip } from './ProgressStrip.tsx';
import classes from './SubmissionList.module.css';

/** Every run and submission of a challenge, newest first, under a strip that shows how the work went. */
export function SubmissionList({
  challenge,
  startedAt,
  endedAt,
  chosenId,
  onChoose,
}: {
  challenge: ReviewedChallenge;
  startedAt: string | undefined;
  endedAt: string | undefined;
  chosenId: string | undefined;
  onChoose: (submissionId: string) => void;
}) {
  const { submissions, countsId } = challenge;
  return (
    <nav className={classes.list} aria-label="Submissions">
      <h2>Submissions</h2>
      {submissions.length === 0 ? (
        <p className={classes.empty}>Nothing was run or submitted for this challenge.</p>
      ) : (
        <>
          {startedAt && endedAt ? (
            <ProgressStrip
              submissions={submissions}
              startedAt={startedAt}
              endedAt={endedAt}
              chosenId={chosenId}
            />
          ) : null}
          <ol>
            {submissions.map(({ id, suite, sentBy, createdAt, verdict, state }) => {
              const passed = verdict?.tests.filter(({ status }) => status === 'passed').length ?? 0;
              return (
                <li key={id}>
                  <UnstyledButton
                    className={classes.row}
                    aria-current={id === chosenId ? 'true' : undefined}
                    onClick={() => onChoose(id)}
                  >
                    <span className={classes.kind}>
                      {suite === 'public' ? 'Run' : 'Submission'}
                      {sentBy === 'deadline' ? ' by the clock' : ''}
                      {id === countsId ? <b>counts</b> : null}
                    </span>
                    <span className={`${classes.time} numbers`}>{formatTime(createdAt)}</span>
                    <span className={classes.outcome}>
                      <OutcomeWord status={verdict?.status} state={state} />
                    </span>
                    <span className={`${classes.time} numbers`}>
                      {verdict && verdict.tests.length > 0
                        ? `${passed}/${verdict.tests.length}`
                        : ''}
                    </span>
                  </UnstyledButton>
                </li>
              );
            })}
          </ol>
        </>
      )}
    </nav>
  );
}
