import type { AttemptRow } from '@assay/contracts/http';
import { Link } from 'react-router';
import { formatAge } from '#app/formatAge.ts';
import { type Column, StaffTable } from '#app/StaffTable.tsx';
import table from '#app/Table.module.css';
import { formatScore } from '@assay/contracts/report';
import { OutcomeBadge } from '#features/review/grading/OutcomeBadge.tsx';
import { StateBadge } from '#features/review/StateBadge.tsx';
import classes from './AttemptTable.module.css';

const columns: Column<AttemptRow>[] = [
  {
    title: 'Candidate',
    className: classes.name,
    cell: ({ id, candidateName }) => <Link to={`/review/${id}`}>{candidateName}</Link>,
  },
  { title: 'Assessment', look: ['soft'], cell: ({ assessmentTitle }) => assessmentTitle },
  {
    title: 'State',
    className: classes.states,
    cell: ({ erasedAt, state, decision }) => (
      <>
        {erasedAt === undefined ? <StateBadge state={state} /> : 'Erased'}
        {decision ? <OutcomeBadge outcome={decision} /> : null}
      </>
    ),
  },
  { title: 'Reviews', cell: (row) => <Reviews row={row} /> },
  { title: 'Age', look: ['soft', 'tight', 'numbers'], cell: ageOf },
  { title: 'Hidden tests that hold', cell: ({ results }) => <Results results={results} /> },
  {
    title: 'Score',
    look: ['end', 'numbers'],
    cell: ({ score }) =>
      score === undefined ? <span className={table.faint}>–</span> : formatScore(score),
  },
];

/** Attempts as a table. */
export function AttemptTable({ rows }: { rows: AttemptRow[] | undefined }) {
  return <StaffTable columns={columns} rows={rows} keyOf={({ id }) => id} outline={4} />;
}

/** How many are in, and what is wanted from the one who looks. */
function Reviews({ row: { state, reviews } }: { row: AttemptRow }) {
  if (state !== 'finished' && state !== 'graded') return <span className={table.faint}>–</span>;
  const own =
    reviews.own === 'submitted'
      ? 'Yours is in'
      : !reviews.isMine
        ? undefined
        : reviews.own === 'draft'
          ? 'Your draft'
          : 'Wanted from you';
  return (
    <div className={classes.reviews}>
      <span className={`${table.soft} numbers`}>
        {reviews.submitted} of {reviews.wanted} in
      </span>
      {own ? <span data-wanted={reviews.isMine || undefined}>{own}</span> : null}
    </div>
  );
}

function ageOf(row: AttemptRow): string {
  const since = row.finishedAt ?? row.startedAt;
  if (since === undefined) return '–';
  const age = formatAge(Date.now() - Date.parse(since));
  return row.finishedAt === undefined ? `started ${age} ago` : age;
}

function Results({ results }: { results: AttemptRow['results'] }) {
  if (results.every(({ total }) => total === 0))
    return <span className={table.faint}>Nothing submitted</span>;
  return (
    <ul className={`${classes.results} numbers`}>
      {results.map(({ challenge, title, passed, total }) => (
        <li key={challenge} title={`${title}: ${passed} of ${total} hidden tests hold`}>
          <span className={classes.title}>{title}</span>
          <span className={classes.bar} aria-hidden="true">
            <i style={{ width: `${total === 0 ? 0 : (passed / total) * 100}%` }} />
          </span>
          <span>{total === 0 ? '–' : `${passed}/${total}`}</span>
        </li>
      ))}
    </ul>
  );
}
