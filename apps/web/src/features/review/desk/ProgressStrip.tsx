import type { ReviewSubmission } from '@assay/contracts/http';
import classes from './ProgressStrip.module.css';
import { progressPoints } from './progressPoints.ts';

/** How the work went: each stroke is a run or a submission, as high as the share of tests that held. */
export function ProgressStrip({
  submissions,
  startedAt,
  endedAt,
  chosenId,
}: {
  submissions: ReviewSubmission[];
  startedAt: string;
  endedAt: string;
  chosenId: string | undefined;
}) {
  const points = progressPoints(submissions, startedAt, endedAt);
  return (
    <figure className={classes.strip}>
      <div className={classes.field} aria-hidden="true">
        {points.map(({ id, at, held, isRun }) => (
          <i
            key={id}
            data-run={isRun || undefined}
            data-chosen={id === chosenId || undefined}
            style={{ left: `${at * 100}%`, height: `${Math.max(8, held * 100)}%` }}
          />
        ))}
      </div>
      <figcaption className="numbers">
        <span>Start</span>
        <span>Tests that held</span>
        <span>End</span>
      </figcaption>
    </figure>
  );
}
