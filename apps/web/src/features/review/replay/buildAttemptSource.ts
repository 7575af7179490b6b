import type { AttemptHistory, ReviewedAttempt, ReviewedChallenge } from '@assay/contracts/http';
import { personColours } from '@assay/contracts/live';
import { type CodeChange, describeWork } from '@assay/workspace/replay';
import { formatClock } from '#features/live/rail/sessionTime.ts';
import type { LoggedUpdate, ReplaySource } from '#features/replay/replaySource.ts';

/** As whom a candidate's workspace logs its changes. */
const author = 'candidate';

/** The work on one challenge of an attempt on one timeline. */
export function buildAttemptSource({
  attempt,
  challenge,
  history,
  code,
  changes,
}: {
  attempt: Pick<ReviewedAttempt, 'candidateName' | 'startedAt' | 'finishedAt'>;
  challenge: Pick<ReviewedChallenge, 'submissions'>;
  history: AttemptHistory;
  code: readonly LoggedUpdate[];
  changes: readonly CodeChange[];
}): ReplaySource {
  const person = { id: author, name: attempt.candidateName, colour: personColours[0] };
  const work = describeWork({ attempt, submissions: challenge.submissions, history, changes });
  const { fromMs, untilMs } = work;
  return {
    code,
    changes,
    people: [person],
    marks: work.marks.map((mark) => (mark.kind === 'paste' ? { ...mark, person } : mark)),
    bands: work.away.map((absence) => ({ ...absence, title: 'Away' })),
    visits: [],
    span: { fromMs, untilMs },
    describe: (atMs) => formatClock(atMs - fromMs),
  };
}
