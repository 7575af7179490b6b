import type { Grading, ReviewedAttempt } from '@assay/contracts/http';
import classes from './SidePanel.module.css';
import { formatScore } from '@assay/contracts/report';

/** What all reviews come to, and by which formula, which is the one of `docs/grading.md`. */
export function FormulaNote({
  attempt: { challenges, reviews },
  grading: { value, challenges: means, rule, furtherCalled, overrides },
}: {
  attempt: ReviewedAttempt;
  grading: Grading;
}) {
  const overridden = new Set(overrides.map((one) => `${one.challenge}/${one.criterion}`)).size;
  return (
    <section className={classes.panel} aria-label="What the reviews come to">
      <h2>What the reviews come to</h2>
      <p className={classes.value}>
        <b className="numbers">{value === undefined ? '–' : formatScore(value)}</b>
        <span>of 5</span>
      </p>
      <dl className={`${classes.means} numbers`}>
        {challenges.map(({ slug, title }) => {
          const mean = means.find(({ challenge }) => challenge === slug);
          return mean ? (
            <div key={slug}>
              <dt>{title}</dt>
              <dd>{formatScore(mean.value)}</dd>
            </div>
          ) : null;
        })}
      </dl>
      <p>
        {reviews.submitted} of {reviews.wanted} reviews {reviews.wanted === 1 ? 'is' : 'are'} in.{' '}
        {furtherCalled
          ? `One more than the rule’s ${rule.reviewers} was called, because scores of a criterion were ${rule.furtherAt} or more points apart.`
          : ''}
      </p>
      <details>
        <summary>How it is computed</summary>
        <ol>
          <li>
            A criterion counts with the <b>median</b> of its submitted scores: with one reviewer
            that score, with two their mean, with three the middle one. So a further reviewer
            decides which way it goes.
          </li>
          <li>A challenge counts with the mean of its criteria, each weighing the same.</li>
          <li>The attempt counts with the mean of its challenges, each weighing the same.</li>
          <li>
            Where somebody overrode a criterion, their score stands in the place of the median, and
            says so{overridden > 0 ? `: ${overridden} here were changed at some time` : ''}.
          </li>
        </ol>
      </details>
    </section>
  );
}
