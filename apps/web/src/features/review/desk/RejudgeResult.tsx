import type { Rejudgement } from '@assay/contracts/http';
import { describeComparison } from '@assay/contracts/verdict';
import { IconAlertTriangle, IconCircleCheck, IconHelpCircle } from '@tabler/icons-react';
import { formatTime } from '#app/formatTime.ts';
import classes from './RejudgeResult.module.css';

const icons = { same: IconCircleCheck, different: IconAlertTriangle, cannot: IconHelpCircle };

/** What judging a submission once more showed, beside the verdict that it has. */
export function RejudgeResult({ rejudgement }: { rejudgement: Rejudgement }) {
  const { comparison, finishedAt, requestedAt } = rejudgement;
  const time = formatTime(finishedAt ?? requestedAt);
  if (comparison === undefined) {
    return (
      <p className={classes.result} role="status">
        <span>Running again. Submissions of candidates go first.</span>
        <time className="numbers">asked at {time}</time>
      </p>
    );
  }
  const [answer, ...differences] = describeComparison(comparison);
  const Icon = icons[comparison.outcome];
  return (
    <div className={classes.result} data-outcome={comparison.outcome} role="status">
      <Icon size={15} stroke={1.7} aria-hidden="true" />
      <div>
        <strong>{answer}</strong>
        {differences.length > 0 ? (
          <ul>
            {differences.map((difference) => (
              <li key={difference}>{difference}</li>
            ))}
          </ul>
        ) : null}
      </div>
      <time className="numbers">run again at {time}</time>
    </div>
  );
}
