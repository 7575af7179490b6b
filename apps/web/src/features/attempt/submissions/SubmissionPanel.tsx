import type { CandidateSubmission, CandidateTest } from '@assay/contracts/http';
import { formatTime } from '#app/formatTime.ts';
import { type OpenPlace, ResultPanel } from './ResultPanel.tsx';
import { summarise } from './summarise.ts';
import { isUnfinished } from './useSubmissions.ts';

/** What came of a candidate's own run or submission. */
export function SubmissionPanel({
  submission,
  soFar,
  onOpenPlace,
  onCancel,
  cancelling,
}: {
  submission: CandidateSubmission;
  /** Results that arrived over the socket before the verdict. */
  soFar: CandidateTest[];
  onOpenPlace: OpenPlace;
  onCancel: (submissionId: string) => void;
  cancelling: boolean;
}) {
  const { id, state, suite, sentBy, createdAt, verdict } = submission;
  const what = suite === 'public' ? 'Run' : 'Submission';
  return (
    <ResultPanel
      run={{
        id,
        state: isUnfinished(submission) ? 'unfinished' : state === 'cancelled' ? state : 'judged',
        tests: verdict?.tests ?? soFar,
        verdict,
      }}
      summary={summarise(submission, soFar)}
      about={`${what}${sentBy === 'deadline' ? ', sent by the clock' : ''} at ${formatTime(createdAt)}`}
      onOpenPlace={onOpenPlace}
      onCancel={sentBy === 'candidate' ? () => onCancel(id) : undefined}
      cancelling={cancelling}
    />
  );
}
