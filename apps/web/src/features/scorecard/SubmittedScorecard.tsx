import type { Scorecard } from '@assay/contracts/http';
import { describeRecommendation } from './recommendations.ts';
import classes from './Scorecard.module.css';

/** A scorecard that can no longer change. */
export function SubmittedScorecard({ card }: { card: Scorecard }) {
  return (
    <div className={classes.submitted}>
      <p className={classes.verdict}>
        Recommendation: <b>{describeRecommendation(card.recommendation)}</b>
      </p>
      {card.summary === '' ? null : <p className={classes.words}>{card.summary}</p>}
      <dl>
        {card.criteria.map(({ key, title, anchors }) => {
          const score = card.scores.find(({ criterion }) => criterion === key);
          const level = score?.level ?? null;
          const anchor = level === 1 || level === 3 || level === 5 ? anchors?.[level] : undefined;
          return (
            <div key={key}>
              <dt>
                {title}
                <b className="numbers">{level === null ? 'Not seen' : `${level} of 5`}</b>
              </dt>
              {anchor === undefined ? null : <dd className={classes.anchor}>{anchor}</dd>}
              {score?.note ? <dd className={classes.words}>{score.note}</dd> : null}
            </div>
          );
        })}
      </dl>
    </div>
  );
}
