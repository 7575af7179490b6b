import type { CandidatePage } from '@assay/contracts/http';
import { UnstyledButton } from '@mantine/core';
import { Link } from 'react-router';
import table from '#app/Table.module.css';
import { OutcomeBadge } from '#features/review/grading/OutcomeBadge.tsx';
import { StateBadge } from '#features/review/StateBadge.tsx';
import { describeRecommendation } from '#features/scorecard/recommendations.ts';
import classes from './CandidatePage.module.css';
import { ScoreCell } from './ScoreCell.tsx';
import { WeighedSkills } from './WeighedSkills.tsx';

/** Every part that somebody can judge a candidate by, with what it came to, and the sum of them. */
export function PartsTable({
  candidate: { attempts, sessions, kits, roles, total },
  open,
  onOpen,
}: {
  candidate: CandidatePage;
  open: string | undefined;
  onOpen: (kit: string) => void;
}) {
  return (
    <div>
      <div className={table.frame}>
        <table className={table.table}>
          <thead>
            <tr>
              <th scope="col">Part</th>
              <th scope="col">Where it stands</th>
              <th scope="col" className={table.end}>
                Of 5
              </th>
            </tr>
          </thead>
          <tbody>
            {attempts.map(({ id, assessmentTitle, state, submitted, wanted, value, decision }) => (
              <tr key={id}>
                <td>
                  <Link to={`/review/${id}`}>{assessmentTitle}</Link>
                </td>
                <td className={classes.standing}>
                  <StateBadge state={state} />
                  {decision ? <OutcomeBadge outcome={decision} /> : null}
                  {state === 'finished' || state === 'graded' ? (
                    <span className={`${table.faint} numbers`}>
                      {submitted} of {wanted} reviews
                    </span>
                  ) : null}
                </td>
                <ScoreCell value={value} />
              </tr>
            ))}
            {sessions.map(({ id, title, submitted, result }) => (
              <tr key={id}>
                <td>
                  <Link to={`/live/${id}`}>{title}</Link>
                </td>
                <td className={classes.standing}>
                  <Cards count={submitted} recommendations={result?.recommendations ?? []} />
                </td>
                <ScoreCell value={result?.value} />
              </tr>
            ))}
            {kits.map(({ kit, own, others, result }) => (
              <tr key={kit.slug} data-open={kit.slug === open || undefined}>
                <td>
                  <UnstyledButton
                    className={classes.part}
                    aria-expanded={kit.slug === open}
                    onClick={() => onOpen(kit.slug)}
                  >
                    {kit.title}
                  </UnstyledButton>
                </td>
                <td className={classes.standing}>
                  <Cards
                    count={others.length + (own.state === 'submitted' ? 1 : 0)}
                    recommendations={result?.recommendations ?? []}
                    hasDraft={own.state === 'draft' && own.scores.length > 0}
                  />
                </td>
                <ScoreCell value={result?.value} />
              </tr>
            ))}
          </tbody>
          {total && roles.length === 0 ? (
            <tfoot>
              <tr>
                <th scope="row" colSpan={2}>
                  Mean of {total.parts} {total.parts === 1 ? 'part' : 'parts'}
                </th>
                <ScoreCell value={total.value} />
              </tr>
            </tfoot>
          ) : null}
        </table>
      </div>
      <p className={classes.formula}>
        An attempt counts as its reviews say; an interview with the mean of its sections, and each
        criterion with the median of the submitted scores. What could not be seen is left out.{' '}
        {roles.length === 0 ? 'No role weighs skills here, so each part weighs the same. ' : ''}
        {total ? '' : 'What they come to is shown to those from whom none of them is hidden.'}
      </p>
      {total?.weighed.map((role) => (
        <WeighedSkills key={role.id} role={role} />
      ))}
    </div>
  );
}

function Cards({
  count,
  recommendations,
  hasDraft = false,
}: {
  count: number;
  recommendations: CandidatePage['kits'][number]['own']['recommendation'][];
  hasDraft?: boolean;
}) {
  return (
    <>
      <span className={count === 0 ? table.faint : table.soft}>
        {count === 0 ? 'No scorecard' : count === 1 ? '1 scorecard' : `${count} scorecards`}
        {hasDraft ? ', your draft' : ''}
      </span>
      {recommendations.length > 0 ? (
        <span className={table.faint}>
          {recommendations.map((one) => describeRecommendation(one)).join(', ')}
        </span>
      ) : null}
    </>
  );
}
