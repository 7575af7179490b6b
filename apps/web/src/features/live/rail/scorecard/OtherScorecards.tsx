import type { Scorecards } from '@assay/contracts/http';
import classes from '#features/scorecard/Scorecard.module.css';
import { SubmittedScorecard } from '#features/scorecard/SubmittedScorecard.tsx';

/** The scorecards of the other interviewers, as far as they may be seen. */
export function OtherScorecards({
  others,
  isBlind,
}: {
  others: Scorecards['others'];
  /** Whether one's own has to be submitted first. */
  isBlind: boolean;
}) {
  if (others.length === 0) return null;
  return (
    <section className={classes.others} aria-label="Other interviewers">
      <h3>Other interviewers</h3>
      {isBlind ? (
        <p>You see theirs once both of you have submitted, so that nobody sways the other.</p>
      ) : null}
      <ul>
        {others.map(({ participantId, name, submitted, scorecard }) => (
          <li key={participantId}>
            {scorecard === undefined ? (
              <>
                <b>{name}</b> {submitted ? 'has submitted.' : 'has not submitted yet.'}
              </>
            ) : (
              <details open>
                <summary>{name}</summary>
                <SubmittedScorecard card={scorecard} />
              </details>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
