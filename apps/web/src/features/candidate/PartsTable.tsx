import type { CandidatePage } from '@assay/contracts/http';
import { UnstyledButton } from '@mantine/core';
import { Link } from 'react-router';
import table from '#app/Table.module.css';
import { formatScore } from '@assay/contracts/report';
import { OutcomeBadge } from '#features/review/grading/OutcomeBadge.tsx';
import { StateBadge } from '#features/review/StateBadge.tsx';
import { describeRecommendation } from '#features/scorecard/recommendations.ts';
import classes from './CandidatePage.module.css';

/** Every part that somebody can judge a candidate by, with what it came to, and the sum of them. */
export function PartsTable({
  candidate: { attempts, sessions, kits, total },
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
                <Value value={value} />
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
                <Value value={result?.value} />
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
                <Value value={result?.value} />
              </tr>
            ))}
          </tbody>
          {total ? (
            <tfoot>
              <tr>
                <th scope="row" colSpan={2}>
                  Mean of {total.parts} {total.parts === 1 ? 'part' : 'parts'}
                </th>
                <Value value={total.value} />
              </tr>
            </tfoot>
          ) : null}
        </table>
      </div>
      <p className={classes.formula}>
        An attempt counts as its reviews say; an interview with the mean of its sections, and each
        criterion with the median of the submitted scores. What could not be seen is left out. Each
        part weighs the same: a role weighs skills, not interviews.{' '}
        {total ? '' : 'The mean of all parts is shown to those from whom none of them is hidden.'}
      </p>
    </div>
  );
}

function Value({ value }: { value: number | undefined }) {
  return (
    <td className={`${table.end} numbers`}>
      {value === undefined ? <span className={table.faint}>–</span> : <b>{formatScore(value)}</b>}
    </td>
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
