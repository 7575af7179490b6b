import type { Decision, Grading, ReviewedAttempt } from '@assay/contracts/http';
import { DecisionForm } from './DecisionForm.tsx';
import { OutcomeBadge } from './OutcomeBadge.tsx';
import { outcomes } from './outcomes.ts';
import classes from './SidePanel.module.css';

/** What was decided and why; a new decision takes its place and leaves it in the history. */
export function DecisionPanel({
  attempt,
  grading,
}: {
  attempt: ReviewedAttempt;
  grading: Grading;
}) {
  const [current, ...earlier] = grading.decisions;
  return (
    <section className={classes.panel} aria-label="Decision">
      <h2>Decision</h2>
      {current ? (
        <div className={classes.decided}>
          <OutcomeBadge outcome={current.outcome} />
          {current.reason === '' ? null : <p>{current.reason}</p>}
          <By decision={current} />
        </div>
      ) : (
        <p>Nothing is decided. People decide; the scores are one of their reasons.</p>
      )}
      {earlier.length > 0 ? (
        <details className={classes.history}>
          <summary>
            {earlier.length === 1 ? '1 earlier decision' : `${earlier.length} earlier decisions`}
          </summary>
          <ol>
            {earlier.map((decision) => (
              <li key={decision.id}>
                <b>{outcomes[decision.outcome].name}</b>
                {decision.reason === '' ? '' : `: ${decision.reason}`}
                <By decision={decision} />
              </li>
            ))}
          </ol>
        </details>
      ) : null}
      {grading.mayDecide ? (
        <DecisionForm attemptId={attempt.id} current={current} />
      ) : attempt.reviews.submitted < attempt.reviews.wanted ? (
        <p>A decision waits until all reviews are submitted.</p>
      ) : null}
    </section>
  );
}

function By({ decision: { by, at } }: { decision: Decision }) {
  return (
    <span className={classes.by}>
      {by}, {new Date(at).toLocaleString([], { dateStyle: 'medium', timeStyle: 'short' })}
    </span>
  );
}
