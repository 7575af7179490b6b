import type { GradedCriterion, Grading, ReviewedChallenge } from '@assay/contracts/http';
import { Button } from '@mantine/core';
import { IconArrowsVertical, IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import table from '#app/Table.module.css';
import classes from './ComparisonTable.module.css';
import { formatScore, formatSpread } from '@assay/contracts/report';
import { OverrideDialog } from './OverrideDialog.tsx';

/** The criteria of a challenge, a column for each reviewer; where they are far apart is marked. */
export function ComparisonTable({
  attemptId,
  challenge: { slug, title, rubric },
  grading,
}: {
  attemptId: string;
  challenge: ReviewedChallenge;
  grading: Grading;
}) {
  const [changing, setChanging] = useState<string>();
  const rows = rubric.flatMap((criterion) => {
    const graded = grading.criteria.find(
      (one) => one.challenge === slug && one.criterion === criterion.id,
    );
    return graded ? [{ criterion, graded }] : [];
  });
  const mean = grading.challenges.find(({ challenge }) => challenge === slug);
  const chosen = rows.find(({ criterion }) => criterion.id === changing);
  return (
    <section className={classes.challenge} aria-label={title}>
      <header className={classes.head}>
        <h2>{title}</h2>
        {mean ? (
          <span className="numbers">
            Mean of its criteria <b>{formatScore(mean.value)}</b>
          </span>
        ) : null}
      </header>
      <div className={table.frame}>
        <table className={`${table.table} ${classes.table}`}>
          <thead>
            <tr>
              <th scope="col">Criterion</th>
              {grading.reviewers.map(({ name, isMe, submittedAt }) => (
                <th key={submittedAt + name} scope="col">
                  {isMe ? 'You' : name}
                </th>
              ))}
              <th scope="col">Counts</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ criterion, graded }) => (
              <tr
                key={criterion.id}
                data-apart={graded.spread >= grading.rule.furtherAt || undefined}
              >
                <th scope="row" className={classes.criterion}>
                  {criterion.title}
                  {graded.scores.length > 1 ? (
                    <span className={classes.spread}>
                      {graded.spread >= grading.rule.furtherAt ? (
                        <IconArrowsVertical size={13} stroke={1.8} aria-hidden="true" />
                      ) : null}
                      {formatSpread(graded.spread)}
                    </span>
                  ) : null}
                </th>
                {graded.scores.map(({ score, note }, index) => (
                  <td
                    key={grading.reviewers[index]?.submittedAt ?? index}
                    className={classes.given}
                  >
                    <b className="numbers">{score}</b>
                    <p>{note}</p>
                  </td>
                ))}
                <td className={classes.counts}>
                  <Counts graded={graded} />
                  {grading.mayDecide ? (
                    <Button
                      size="compact-xs"
                      variant="default"
                      leftSection={<IconPencil size={13} stroke={1.7} />}
                      aria-label={`Override ${criterion.title}`}
                      onClick={() => setChanging(criterion.id)}
                    >
                      Override
                    </Button>
                  ) : null}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {chosen ? (
        <OverrideDialog
          attemptId={attemptId}
          criterion={chosen.criterion}
          graded={chosen.graded}
          history={grading.overrides.filter(
            (one) => one.challenge === slug && one.criterion === chosen.criterion.id,
          )}
          onClose={() => setChanging(undefined)}
        />
      ) : null}
    </section>
  );
}

function Counts({ graded: { value, median, override, scores } }: { graded: GradedCriterion }) {
  if (override === undefined)
    return (
      <>
        <b className="numbers">{formatScore(value)}</b>
        <span>{scores.length > 1 ? 'median' : 'the one score'}</span>
      </>
    );
  return (
    <>
      <b className="numbers">{formatScore(value)}</b>
      <span className={classes.overridden}>
        Overridden by {override.by}; the median is <s className="numbers">{formatScore(median)}</s>
      </span>
      <p>{override.reason}</p>
    </>
  );
}
