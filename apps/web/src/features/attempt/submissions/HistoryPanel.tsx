import type { CandidateSubmission } from '@assay/contracts/http';
import { UnstyledButton } from '@mantine/core';
import { Hallmark } from '#features/verdict/Hallmark.tsx';
import { OutcomeWord } from '#features/verdict/OutcomeWord.tsx';
import { formatTimeWithSeconds } from '#app/formatTime.ts';
import classes from './HistoryPanel.module.css';

/** Every run and submission of a challenge, newest first; choosing one shows its result. */
export function HistoryPanel({
  submissions,
  countsId,
  onChoose,
}: {
  submissions: CandidateSubmission[];
  countsId: string | undefined;
  onChoose: (submission: CandidateSubmission) => void;
}) {
  if (submissions.length === 0) {
    return (
      <p className={classes.empty}>
        Your runs and submissions of this challenge will be listed here.
      </p>
    );
  }
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th scope="col">Time</th>
          <th scope="col">Kind</th>
          <th scope="col">Holds</th>
          <th scope="col">Result</th>
          <th scope="col">Hallmark</th>
        </tr>
      </thead>
      <tbody>
        {submissions.map((submission) => {
          const { verdict } = submission;
          return (
            <tr key={submission.id}>
              <td className="numbers">
                <UnstyledButton className={classes.time} onClick={() => onChoose(submission)}>
                  {formatTimeWithSeconds(submission.createdAt)}
                </UnstyledButton>
              </td>
              <td>
                {submission.suite === 'public' ? 'Run' : 'Submission'}
                {submission.sentBy === 'deadline' ? ' by the clock' : ''}
                {submission.id === countsId ? <span className={classes.counts}>counts</span> : null}
              </td>
              <td className="numbers">
                {verdict && verdict.total > 0 ? `${verdict.passed} of ${verdict.total}` : '–'}
              </td>
              <td>
                <OutcomeWord status={verdict?.status} state={submission.state} />
              </td>
              <td>{verdict ? <Hallmark value={verdict.hallmark} /> : null}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
